/** What lies beside the ledgers and would outlive them: drafts nobody came back to, and copies made before a migration. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { and, inArray, lt, or } from 'drizzle-orm';
import { OFFICERS_FORMS } from '#shared/contract/desk.ts';
import { addDays, addMonths, startOfDay } from '#shared/kernel/calendar-day.ts';
import { today } from '#shared/kernel/clock.ts';
import { APPROVAL_DAYS } from '#shared/ledgers/statutory/term.ts';
import { RETENTION_MONTHS } from '#shared/ledgers/visitors.ts';
import { drafts } from '#main/db/shelf-tables.ts';
import { systemCaller } from '#main/session/callers.ts';
import type { OpenOffice } from '#main/session/open-office.ts';

/** As long as the oldest backup is kept: by then the new version has proved itself. */
const COPY_MS = 8 * 7 * 24 * 3_600_000;

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

/** @param folder of the copies that a migration makes first; @param now milliseconds since 1970 */
export function dropOldCopies(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/^schema-\d+\.db$/.test(name) && now - statSync(path).mtimeMs > COPY_MS) rmSync(path);
  }
}
