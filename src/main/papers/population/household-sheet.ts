/** 入户核对表: the order for it, its name and its line. What stands on it: doors.ts. */
import { DESK_ROLES } from '#shared/kernel/role.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { HouseholdSheet, PaperOrder } from '#shared/contract/population/papers.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { fileNameFrom, type PaperMaker } from '#main/desk/paper-press.ts';
import type { ImprintOf } from '#main/desk/imprint.ts';
import { readerNow } from '#main/ledgers/population/people/masked-number.ts';
import { doorsOf } from './doors.ts';

type Order = Extract<PaperOrder, { name: 'household-sheet' }>;

export function householdSheetMaker(
  db: ReadHandle,
  clock: Clock,
  imprintOf: ImprintOf,
): PaperMaker<Order, HouseholdSheet> {
  return {
    template: 'H1',
    roles: DESK_ROLES,
    make: ({ name, addressId, blank }, caller, template) => ({
      name,
      ...imprintOf(caller, template),
      blank,
      ...doorsOf(db, readerNow(caller, clock), addressId, blank),
    }),
    fileName: ({ building, printedOn }) => fileNameFrom('入户核对表', building, printedOn),
    note: ({ name, addressId }) => ({ ledger: 'addresses', record: addressId, facts: { paper: name } }),
  };
}
