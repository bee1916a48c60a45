/** How the past of a consent is shown: to officers, while it is held, with phones masked. Nothing is taken back here. */
import { refuse } from '#shared/kernel/failure.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import type { HistoryOf } from '#main/desk/history.ts';
import { findCare } from './reading.ts';
import type { CareRoom } from './room.ts';
import { careConsentsLedger } from './table.ts';

const STAFF: ReadonlySet<string> = new Set(['enteredBy', 'approvedBy']);

export function careHistory(room: CareRoom): HistoryOf {
  return {
    ledger: careConsentsLedger,
    check: (caller, id) => {
      if (caller.role !== 'officer') refuse({ code: 'forbidden' });
      if (findCare(room, id) === null) refuse({ code: 'missing' });
    },
    hides: (_caller, field) => field === 'residentId',
    // An entry that is none is declined, a consent that is none any more is withdrawn: both leave less behind.
    mayUndo: () => false,
    show: (_caller, field, value) => {
      if (typeof value !== 'string') return typeof value === 'object' ? null : value;
      if (field === 'contactPhone') return maskPhone(value);
      return STAFF.has(field) ? room.staff.nameOf(value) : value;
    },
  };
}
