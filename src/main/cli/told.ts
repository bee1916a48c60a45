/** Figures of a ledger on the command line: told to whoever signed in, or to the auditor alone. */
import { refuse } from '#shared/kernel/failure.ts';
import { isCountedFor } from '#shared/ledgers/names.ts';
import type { Office } from '#main/office.ts';

/** Whether whoever signed in is told figures of a ledger. */
export function toldIn(office: Pick<Office, 'session'>): (ledger: string) => boolean {
  const { role } = office.session.caller() ?? refuse({ code: 'locked' });
  return (ledger) => isCountedFor(role, ledger);
}

/** By ledger, without those that are not told. */
export function toldOf(
  office: Pick<Office, 'session'>,
  counts: Readonly<Record<string, number>>,
): Record<string, number> {
  const isTold = toldIn(office);
  return Object.fromEntries(Object.entries(counts).filter(([ledger]) => isTold(ledger)));
}
