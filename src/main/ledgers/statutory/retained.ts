/**
 * Entries that nothing sealed, because the office knows no station: nobody has seen them since their end, and they are
 * forgotten on the day on which the sealed ones would have been.
 */
import { addMonths, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { CATEGORIES, type CategoryCode } from '#shared/ledgers/statutory/categories.ts';
import type { Store } from '#main/db/open.ts';
import { statutoryDutiesLedger, statutoryMattersLedger } from './tables.ts';

interface Ended {
  readonly id: string;
  readonly category: CategoryCode;
  readonly endedOn: CalendarDay;
}

function dueMatters(raw: Store['raw'], day: CalendarDay): string[] {
  const ended = raw
    .prepare(
      `SELECT id, category, min(ends_on, coalesce(ended_on, ends_on)) AS endedOn FROM statutory_matters
        WHERE retired_at IS NULL AND NOT EXISTS (SELECT 1 FROM stations) ORDER BY endedOn, id`,
    )
    .all() as Ended[];
  return ended
    .filter(({ category, endedOn }) => addMonths(endedOn, CATEGORIES[category].sealedMonths) <= day)
    .map(({ id }) => id);
}

/** Duties first: afterwards nothing would say whose they were. */
export const statutoryRetained = [
  {
    ledger: statutoryDutiesLedger,
    dueIds: (raw: Store['raw'], day: CalendarDay, limit: number): string[] =>
      raw
        .prepare(
          `SELECT id FROM statutory_duties WHERE matter_id IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT ?`,
        )
        .pluck()
        .all(JSON.stringify(dueMatters(raw, day)), limit) as string[],
  },
  {
    ledger: statutoryMattersLedger,
    dueIds: (raw: Store['raw'], day: CalendarDay, limit: number): string[] =>
      dueMatters(raw, day).slice(0, limit),
  },
];
