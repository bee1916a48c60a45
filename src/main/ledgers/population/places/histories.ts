/** How the past of addresses, dwellings, visits to doors and grids is shown, and what of it may be taken back. */
import { eq } from 'drizzle-orm';
import { refuse } from '#shared/kernel/failure.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import type { Change } from '#main/db/journal-lines.ts';
import type { HistoryOf } from '#main/desk/history.ts';
import {
  addressesLedger,
  dwellings,
  dwellingsLedger,
  gridsLedger,
  homeVisitsLedger,
} from '#main/ledgers/population/tables.ts';
import { staffNames } from '#main/staff/service.ts';
import { addressRecordOf } from './address-rows.ts';
import { findDwelling } from './dwelling-rows.ts';
import { findGrid } from './grids/grid-rows.ts';
import { addressLineOf } from './lines.ts';
import type { PlacesRoom } from './room.ts';
import {
  addressMayGoBack,
  gridMayGoBack,
  undoAlongAddress,
  undoAlongGrid,
  undoAlongVisit,
} from './take-back.ts';
import { findVisitSeen } from './visits/visit-rows.ts';

type HistoryRoom = Pick<PlacesRoom, 'db' | 'raw'>;
type Value = Change['d'][string];

const PHONES: ReadonlySet<string> = new Set(['ownerPhone', 'landlordPhone', 'agentPhone']);
const PLACES: ReadonlySet<string> = new Set(['addressId', 'parentId', 'mergedInto']);
const STAFF: ReadonlySet<string> = new Set(['companion', 'verifiedBy']);

/** Phones are masked for everyone: a reveal is witnessed on the record itself. Ids are shown as what they stand for. */
function showing({ db }: HistoryRoom): HistoryOf['show'] {
  return (_caller, field, value) => {
    if (typeof value !== 'string') return plain(value);
    if (PHONES.has(field)) return maskPhone(value);
    if (PLACES.has(field)) return addressLineOf(db, value) ?? value;
    if (STAFF.has(field)) return staffNames(db)(value) || value;
    return value;
  };
}

function plain(value: Value): string | number | boolean | null {
  return typeof value === 'object' ? null : value;
}

export function addressHistory(room: HistoryRoom): HistoryOf {
  return {
    ledger: addressesLedger,
    check: (_caller, id) => {
      if (addressRecordOf(room.raw, id) === null) refuse({ code: 'missing' });
    },
    show: showing(room),
    mayUndo: (last, before) => addressMayGoBack(room, last, before),
    alsoUndo: (last, before) => undoAlongAddress(room, last, before),
  };
}

export function dwellingHistory(room: HistoryRoom): HistoryOf {
  return {
    ledger: dwellingsLedger,
    check: (_caller, id) => {
      if (findDwelling(room.db, eq(dwellings.id, id)) === null) refuse({ code: 'missing' });
    },
    show: showing(room),
    // Another door: part of a merge. Found true: part of a visit, which takes it back with itself.
    mayUndo: (last) => last.op === 'I' || !('addressId' in last.d || 'verifiedOn' in last.d),
  };
}

export function homeVisitHistory(room: HistoryRoom): HistoryOf {
  return {
    ledger: homeVisitsLedger,
    check: (caller, id) => {
      if (findVisitSeen(room.db, caller, id) === null) refuse({ code: 'missing' });
    },
    show: showing(room),
    mayUndo: (last) => last.op === 'I',
    alsoUndo: (last) => undoAlongVisit(room, last),
  };
}

export function gridHistory(room: HistoryRoom): HistoryOf {
  return {
    ledger: gridsLedger,
    check: (_caller, id) => {
      if (findGrid(room.db, id) === null) refuse({ code: 'missing' });
    },
    show: showing(room),
    mayUndo: (last, before) => gridMayGoBack(room, last, before),
    alsoUndo: (last, before) => undoAlongGrid(room, last, before),
  };
}
