/** What lies beside the ledgers and would outlive them: drafts nobody came back to. */
import { and, inArray, lt, or } from 'drizzle-orm';
import { OFFICERS_FORMS } from '#shared/contract/desk.ts';
import { addDays, addMonths, startOfDay } from '#shared/kernel/calendar-day.ts';
import { today } from '#shared/kernel/clock.ts';
import { APPROVAL_DAYS } from '#shared/ledgers/statutory/term.ts';
import { RETENTION_MONTHS } from '#shared/ledgers/visitors.ts';
import { drafts } from '#main/db/shelf-tables.ts';
import { systemCaller } from '#main/session/callers.ts';
import type { OpenOffice } from '#main/session/open-office.ts';

/**
 * A draft holds what the record would have held, so its term is the same; one of a statutory entry goes after the days that
 * the entry itself would have waited. Answers how many went.
 */
export function dropOldDrafts({
  store,
  journal,
  clock,
}: Pick<OpenOffice, 'store' | 'journal' | 'clock'>): number {
  const day = today(clock);
  const isOld = or(
    lt(drafts.keptAt, startOfDay(addMonths(day, -RETENTION_MONTHS))),
    and(
      inArray(drafts.form, [...OFFICERS_FORMS]),
      lt(drafts.keptAt, startOfDay(addDays(day, -APPROVAL_DAYS))),
    ),
  );
  const old = store.read.select({ id: drafts.id }).from(drafts).where(isOld).all();
  if (old.length > 0)
    journal.write(systemCaller, (desk) => {
      for (const { id } of old) desk.shelves.drop(drafts, { id });
    });
  return old.length;
}
