/** How the past of a request is shown: to officers, with phones masked. An answer that was just given by mistake can be taken back. */
import { refuse } from '#shared/kernel/failure.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import type { HistoryOf } from '#main/desk/history.ts';
import { findRequest } from './reading.ts';
import type { RightsRoom } from './room.ts';
import { rightsRequestsLedger } from './table.ts';

const STAFF: ReadonlySet<string> = new Set(['registeredBy', 'answeredBy']);

export function rightsHistory({ db, nameOf }: Pick<RightsRoom, 'db' | 'nameOf'>): HistoryOf {
  return {
    ledger: rightsRequestsLedger,
    check: (caller, id) => {
      if (caller.role !== 'officer') refuse({ code: 'forbidden' });
      if (findRequest(db, caller, id) === null) refuse({ code: 'missing' });
    },
    hides: (_caller, field) => field === 'residentId',
    // A new request that is none is taken out as a wrong entry, with a term: without one it would stay for ever.
    mayUndo: (last) => last.op === 'U',
    show: (_caller, field, value) => {
      if (typeof value !== 'string') return typeof value === 'object' ? null : value;
      if (field === 'phone') return maskPhone(value);
      return STAFF.has(field) ? nameOf(value) : value;
    },
  };
}
