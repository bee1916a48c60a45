/** How the past of a unit and of its checks is shown: phones masked for everyone. */
import { refuse } from '#shared/kernel/failure.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { HistoryOf } from '#main/desk/history.ts';
import { addressLineOf } from '#main/ledgers/population/places/lines.ts';
import { unitChecksLedger, unitsLedger } from '#main/ledgers/population/tables.ts';
import { checksOf, findCheck, findUnit, isStandingAddress } from './queries.ts';

const PHONES: ReadonlySet<string> = new Set(['keeperPhone', 'securityPhone']);

export function unitHistory(db: ReadHandle): HistoryOf {
  return {
    ledger: unitsLedger,
    check: (_caller, id) => {
      if (findUnit(db, id) === null) refuse({ code: 'missing' });
    },
    show: (_caller, field, value) => {
      if (PHONES.has(field) && typeof value === 'string') return maskPhone(value);
      if (field === 'addressId' && typeof value === 'string') return addressLineOf(db, value);
      return typeof value === 'object' ? null : value;
    },
    // The address it had may be gone since; a unit that was checked is not unmade.
    mayUndo: (last, before) =>
      last.op === 'I'
        ? checksOf(db, last.k).length === 0
        : !('addressId' in before) || isStandingAddress(db, String(before.addressId)),
  };
}

export function unitCheckHistory(db: ReadHandle): HistoryOf {
  return {
    ledger: unitChecksLedger,
    check: (_caller, id) => {
      if (findCheck(db, id) === null) refuse({ code: 'missing' });
    },
    show: (_caller, _field, value) => (typeof value === 'object' ? null : value),
  };
}
