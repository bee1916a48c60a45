/**
 * 承办民警: who is in charge of an entry, and how it goes to another. Always an officer; whoever leaves or is none any more hands
 * theirs over in the same transaction, so that no entry is left without anybody who sees it.
 */
import { and, eq, isNull } from 'drizzle-orm';
import { refuseField } from '#shared/kernel/failure.ts';
import type { Desk } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { ColleaguesPort } from './ports.ts';
import { statutoryMatters, statutoryMattersLedger, type MatterEntry } from './tables.ts';

/** Refuses whoever is no officer here, and oneself. */
export function checkTaker({ roleOf }: ColleaguesPort, from: string, to: string): void {
  if (to === from || roleOf(to) !== 'officer') refuseField('officer', 'officer-needed');
}

/** Raises the revision: an answer of the station to a waiting entry must be to the one with its new officer. */
export function handOver(desk: Desk, { id, revision }: MatterEntry, to: string): void {
  desk.patch(statutoryMattersLedger, id, revision, { officer: to });
}

/** Everything of somebody who leaves, wherever it stands: also what is over and waits to be sealed. */
export function statutorySuccession(db: ReadHandle) {
  return (desk: Desk, from: string, to: string): void => {
    const theirs = and(eq(statutoryMatters.officer, from), isNull(statutoryMatters.retiredAt));
    for (const entry of db.select().from(statutoryMatters).where(theirs).all()) handOver(desk, entry, to);
  };
}
