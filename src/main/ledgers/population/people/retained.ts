/** Which people the office forgets, and when. */
import { addMonths, startOfDay } from '#shared/kernel/calendar-day.ts';
import { OUT_RETENTION_MONTHS } from '#shared/ledgers/population/residents.ts';
import type { Store } from '#main/db/open.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';

/**
 * Twelve months after somebody left, the station alone keeps the register; as long, a wrong entry stays that was taken out.
 * What was merged into a record goes with it, and before it: afterwards nothing would say whose past it was. Forgetting
 * empties the name, so nothing is due twice.
 */
const DUE = `WITH RECURSIVE due (id, since, depth) AS (
  SELECT id, retain_until, 0 FROM residents WHERE retain_until <= @day
  UNION
  SELECT id, retired_at, 0 FROM residents
   WHERE retired_at IS NOT NULL AND name <> '' AND retired_at < @before AND merged_into IS NULL
  UNION
  SELECT r.id, due.since, due.depth + 1 FROM due JOIN residents r ON r.merged_into = due.id WHERE r.name <> '')
SELECT id FROM due GROUP BY id ORDER BY min(since), max(depth) DESC, id LIMIT @limit`;

export const residentsRetained = {
  ledger: residentsLedger,
  dueIds(raw: Store['raw'], day: string, limit: number): string[] {
    const before = startOfDay(addMonths(day, -OUT_RETENTION_MONTHS));
    return raw.prepare(DUE).pluck().all({ day, before, limit }) as string[];
  },
};
