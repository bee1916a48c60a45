/** How a visit's past is shown: to whom, and with what masked. */
import { today, type Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { HistoryOf } from '#main/desk/history.ts';
import { findVisit } from './queries.ts';
import { visitorsLedger } from './table.ts';

export function visitHistory(db: ReadHandle, clock: Clock): HistoryOf {
  return {
    ledger: visitorsLedger,
    check: (caller, id) => {
      if (findVisit(db, caller, today(clock), id) === null) refuse({ code: 'missing' });
    },
    // Whoever may see the matter finds the visit there. To the others its number would tell that there is one.
    hides: (_caller, field) => field === 'disputeId',
    // The visit that turned into a matter turned with it: not by half.
    mayUndo: (_last, before) => !('disputeId' in before),
    // Masked for everyone: a history is read for what changed, and a reveal is witnessed on the record itself.
    show: (_caller, field, value) => {
      if (field === 'phone' && typeof value === 'string') return maskPhone(value);
      return typeof value === 'object' ? null : value;
    },
  };
}
