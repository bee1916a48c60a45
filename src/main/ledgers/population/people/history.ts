/** How the past of a person and of a household is shown, and what of it may be taken back by itself. */
import { eq } from 'drizzle-orm';
import { UNDO_SECONDS } from '#shared/contract/desk.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { PHONES } from '#shared/ledgers/population/residents.ts';
import type { Change } from '#main/db/journal-lines.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import type { HistoryOf } from '#main/desk/history.ts';
import { addressLineOf } from '#main/ledgers/population/places/lines.ts';
import {
  householdsLedger,
  residents,
  residentsLedger,
  type ResidentRecord,
} from '#main/ledgers/population/tables.ts';
import { staffNames } from '#main/staff/service.ts';
import { isPartOfMerge } from './doubles/unmerge.ts';
import { isReplaced } from './gone.ts';
import {
  findHousehold,
  findResident,
  hasMembers,
  hasOtherHead,
  isStandingDoor,
  presentMembers,
  wardsOf,
} from './find.ts';
import { maskedNumber, readerNow, type Reader } from './masked-number.ts';
import { liveResident, maskContact, visibleTo } from './shown.ts';

type Value = Change['d'][string];

/** What an auxiliary does not learn of anybody: that they were gone. */
const OF_LEAVING: ReadonlySet<string> = new Set(['outState', 'outOn', 'retainUntil']);

export function residentHistory(db: ReadHandle, raw: Store['raw'], clock: Clock): HistoryOf {
  const selectMerged = raw
    .prepare(
      `WITH RECURSIVE merged (id) AS (
         SELECT id FROM residents WHERE merged_into = ? UNION
         SELECT r.id FROM merged JOIN residents r ON r.merged_into = merged.id)
       SELECT id FROM merged ORDER BY id`,
    )
    .pluck();
  return {
    ledger: residentsLedger,
    check: (caller, id) => {
      if (findResident(db, visibleTo(caller), id) === null && !isOwnFreshChange(db, clock, caller, id))
        refuse({ code: 'missing' });
    },
    show: (caller, field, value, id) =>
      typeof value === 'string' ? shownText(db, readerNow(caller, clock), id, field, value) : plain(value),
    hides: (caller, field) => caller.role !== 'officer' && OF_LEAVING.has(field),
    alsoOf: (id) => selectMerged.all(id) as string[],
    mayUndo: (last, before) => !isPartOfMerge(raw, last) && residentFits(db, last, before),
  };
}

/** Whoever marked somebody as gone by mistake may take it back, also where they no longer see them. */
function isOwnFreshChange(db: ReadHandle, clock: Clock, caller: Caller, id: string): boolean {
  const record = findResident(db, liveResident, id);
  if (record?.updatedBy !== caller.staff) return false;
  return Date.parse(clock.now()) - Date.parse(record.updatedAt) <= UNDO_SECONDS * 1000;
}

/** Masked for everyone: a history is read for what changed, and a reveal is witnessed on the record itself. */
function shownText(db: ReadHandle, reader: Reader, id: string, field: string, value: string): string {
  if ((PHONES as readonly string[]).includes(field)) return maskPhone(value);
  if (field === 'idNumber') return numberThen(db, reader, id, value);
  if (field === 'birthDate') return value.slice(0, 7);
  if (field === 'emergencyContact') return maskContact(value);
  if (field === 'addressId') return addressLineOf(db, value) ?? value;
  if (field === 'guardianId') return nameOf(db, value) ?? value;
  if (field === 'verifiedBy') return staffNames(db)(value) || value;
  return value;
}

/** A number it had: masked by who the person is now. */
function numberThen(db: ReadHandle, reader: Reader, id: string, idNumber: string): string {
  const record = findResident(db, undefined, id);
  if (record === null) return '····';
  return maskedNumber({ ...record, idNumber }, reader).idMasked ?? '····';
}

function nameOf(db: ReadHandle, id: string): string | null {
  return db.select({ name: residents.name }).from(residents).where(eq(residents.id, id)).get()?.name || null;
}

function plain(value: Value): string | number | boolean | null {
  return typeof value === 'object' ? null : value;
}

/** Whether a person can stand as they stood before this line, beside what other records say now. */
function residentFits(db: ReadHandle, last: Change, changes: object): boolean {
  if (last.op === 'I') return wardsOf(db, last.k).length === 0;
  const record = findResident(db, liveResident, last.k);
  if (record === null) return false;
  const was = { ...record, ...changes };
  const isBack = (field: keyof ResidentRecord) => was[field] !== record[field];
  const { addressId, householdId, guardianId, relation } = was;
  const household = householdId === null ? null : findHousehold(db, householdId);
  const moves = isBack('addressId') || isBack('householdId');
  if (moves && !isStandingDoor(db, addressId)) return false;
  if (moves && householdId !== null && household?.addressId !== addressId) return false;
  const leads = householdId !== null && relation === '02' && was.outState === null;
  if (leads && hasOtherHead(db, householdId, [record.id])) return false;
  if (isBack('guardianId') && guardianId !== null && findResident(db, liveResident, guardianId) === null)
    return false;
  // Of those who are here alone: whoever takes it back may not be one to learn who has left.
  const returns = isBack('outState') && was.outState === null;
  return !(isBack('idNumber') || returns) || !isReplaced(db, was);
}

export function householdHistory(db: ReadHandle): HistoryOf {
  return {
    ledger: householdsLedger,
    check: (_caller, id) => {
      if (findHousehold(db, id) === null) refuse({ code: 'missing' });
    },
    show: (_caller, field, value) => {
      if (field === 'addressId' && typeof value === 'string') return addressLineOf(db, value) ?? value;
      return plain(value);
    },
    // Its members came along, each in a line of their own: `undoMove` takes all of them back. Who had left did not.
    mayUndo: (last, before) => {
      if (last.op === 'I') return !hasMembers(db, last.k);
      return !('addressId' in before) || presentMembers(db, last.k).length === 0;
    },
  };
}
