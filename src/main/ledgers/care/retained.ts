/** Consents that the office forgets by itself where nothing sealed them before: it knows no station. */
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { CARE_SEALED_DAYS } from '#shared/ledgers/care/care.ts';
import type { Store } from '#main/db/open.ts';
import { careConsentsLedger } from './table.ts';

/** Thirty days after its end or its withdrawal. Forgetting empties the contact, so nothing is due twice. */
const DUE = `SELECT id, min(ends_on, coalesce(withdrawn_on, ends_on)) AS over_on FROM care_consents
  WHERE contact_name <> '' AND over_on <= ? ORDER BY over_on, id LIMIT ?`;

export const careRetained = {
  ledger: careConsentsLedger,
  dueIds: (raw: Store['raw'], day: CalendarDay, limit: number): string[] =>
    raw.prepare(DUE).pluck().all(addDays(day, -CARE_SEALED_DAYS), limit) as string[],
};
