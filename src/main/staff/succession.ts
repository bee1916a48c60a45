/** 接手人: whose work goes on with whom when an officer leaves, or is none any more. Asked of all of them alike. */
import { refuseField } from '#shared/kernel/failure.ts';
import type { Desk } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { hasOtherOfficer, roleOfStaff } from './queries.ts';
import type { staff } from './table.ts';

/** What somebody was in charge of goes to another, in the transaction that lets them go. */
export type HandOverWork = (desk: Desk, from: string, to: string) => void;

/**
 * Null where nobody is asked: of whoever is no officer or has left already, and where there is no other. Nobody looks at what
 * there is to hand over: the question would tell.
 */
export function successorOf(
  db: ReadHandle,
  { id, role, retiredAt }: typeof staff.$inferSelect,
  successor: string | undefined,
): string | null {
  if (role !== 'officer' || retiredAt !== null || !hasOtherOfficer(db, id)) return null;
  if (successor === undefined) return refuseField('successor', 'required');
  if (successor === id || roleOfStaff(db, successor) !== 'officer')
    return refuseField('successor', 'officer-needed');
  return successor;
}
