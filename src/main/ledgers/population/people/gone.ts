/** Leaving: moved away, died, missing, gone for a time; and coming back. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { retainResidentUntil, type OutState } from '#shared/ledgers/population/residents.ts';
import { linesOf } from '#main/db/journal-lines.ts';
import type { Changes } from '#main/db/ledger-table.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import type { ResidentRecord, residents } from '#main/ledgers/population/tables.ts';
import { findHousehold, hasOtherHead, isNumberTaken } from './find.ts';
import { hereResident } from './shown.ts';

/** What leaving changes; refused without a day, or with one to come. A household has no head who is gone. */
export function gone(
  before: ResidentRecord,
  outState: OutState,
  outOn: CalendarDay | null,
  today: CalendarDay,
): Changes<typeof residents> {
  if (outOn === null || outOn > today)
    return refuse({
      code: 'invalid',
      issues: [{ field: 'outOn', rule: outOn === null ? 'required' : 'future' }],
    });
  const relation = before.relation === '02' ? null : before.relation;
  return { outState, outOn, retainUntil: retainResidentUntil(outOn), relation };
}

/**
 * What coming back changes: who was the head of the household is so again where nobody took the place. A household that
 * has moved meanwhile is no longer this person's. Refused where somebody was registered anew meanwhile: those two are joined.
 */
export function backAgain(
  db: ReadHandle,
  raw: Store['raw'],
  record: ResidentRecord,
): Changes<typeof residents> {
  const { id, addressId, householdId, relation } = record;
  if (isReplaced(db, record))
    refuse({ code: 'invalid', issues: [{ field: 'idNumber', rule: 'registered-anew' }] });
  const back = { outState: null, outOn: null, retainUntil: null };
  if (householdId === null) return back;
  if (findHousehold(db, householdId)?.addressId !== addressId)
    return { ...back, householdId: null, relation: null };
  const isHead = relation === null && lostHeadship(raw, id) && !hasOtherHead(db, householdId, [id]);
  return isHead ? { ...back, relation: '02' } : back;
}

/** True where another record stands here under the same number. */
export function isReplaced(
  db: ReadHandle,
  { id, idType, idNumber }: Pick<ResidentRecord, 'id' | 'idType' | 'idNumber'>,
): boolean {
  return idNumber !== null && isNumberTaken(db, hereResident, idType, idNumber, [id]);
}

/** True where the line that marked this person as gone also took the household's head from it. */
function lostHeadship(raw: Store['raw'], id: string): boolean {
  const left = linesOf(raw, 'residents', id, 'U').find(({ d }) => (d['outState'] ?? null) !== null);
  return left !== undefined && left.d['relation'] === null;
}
