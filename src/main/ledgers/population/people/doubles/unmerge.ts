/** One record becomes two again: both as they were, which the lines of the merge tell. */
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import {
  isChangedAfter,
  linesBetween,
  linesOf,
  noteBehind,
  valuesBefore,
  type Change,
  type HeldChange,
} from '#main/db/journal-lines.ts';
import type { Changes } from '#main/db/ledger-table.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import {
  findHousehold,
  findResident,
  isStandingDoor,
  seenResident,
  type Seen,
} from '#main/ledgers/population/people/find.ts';
import type { PeopleRoom } from '#main/ledgers/population/people/room.ts';
import { liveResident } from '#main/ledgers/population/people/shown.ts';
import { residentsLedger, type ResidentRecord, type residents } from '#main/ledgers/population/tables.ts';

const UNMERGE_HOURS = 24;

/** The last merge into this record. Answers with its id. */
export function unmergePeople(
  { db, raw, journal, clock }: Pick<PeopleRoom, 'db' | 'raw' | 'journal' | 'clock'>,
  caller: Caller,
  seen: Seen,
): string {
  const keep = seenResident(db, caller, seen);
  const note = linesOf(raw, 'residents', keep.id, 'A').find(isMerging);
  if (note?.d['event'] !== 'merged') return refuse({ code: 'missing' });
  const age = Date.parse(clock.now()) - Date.parse(note.t);
  if (age > UNMERGE_HOURS * 3_600_000 || isChangedAfter(raw, 'residents', keep.id, note))
    refuse({ code: 'too-late' });
  const drop = findResident(db, undefined, textIn(note.d['with'])) ?? refuse({ code: 'missing' });
  if (drop.mergedInto !== keep.id || isChangedAfter(raw, 'residents', drop.id, note))
    refuse({ code: 'too-late' });

  const lines = linesBetween(raw, note.epoch, note.n - linesIn(note), note.n - 1);
  const ownLine = lines.find(({ k }) => k === keep.id);
  const before = ownLine === undefined ? {} : valuesBefore(raw, ownLine);
  for (const record of [{ ...keep, ...before }, drop])
    if (!hasItsPlace(db, record)) refuse({ code: 'too-late' });
  const wards = lines
    .filter(({ k }) => k !== keep.id && k !== drop.id)
    .map(({ k }) => findResident(db, liveResident, k))
    .filter((ward) => ward?.guardianId === keep.id);

  journal.write(caller, (desk) => {
    const kept = desk.patch(residentsLedger, keep.id, keep.revision, before, 'unmerge');
    for (const ward of wards)
      if (ward !== null)
        desk.patch(residentsLedger, ward.id, ward.revision, { guardianId: drop.id }, 'unmerge');
    desk.revive(residentsLedger, drop.id, drop.revision, { mergedInto: null }, 'unmerge');
    const written = Number(kept.revision > keep.revision) + wards.length + 1;
    desk.note('A', 'residents', keep.id, { event: 'unmerged', with: drop.id, lines: written });
  });
  return keep.id;
}

/** True of a line that a merge wrote, or the taking back of one: by itself it cannot be undone. */
export function isPartOfMerge(raw: Store['raw'], line: HeldChange): boolean {
  const note = noteBehind(raw, 'residents', line);
  return note !== null && isMerging(note) && line.n >= note.n - linesIn(note);
}

function isMerging({ d }: Change): boolean {
  return d['event'] === 'merged' || d['event'] === 'unmerged';
}

function textIn(value: Change['d'][string] | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Lines of the ledger directly before the note. */
function linesIn(note: Change): number {
  return Number(note.d['lines']);
}

/** Whether the door still stands and the household is still there. */
function hasItsPlace(db: ReadHandle, record: ResidentRecord | Changes<typeof residents>): boolean {
  const { addressId, householdId = null } = record;
  if (addressId === undefined || !isStandingDoor(db, addressId)) return false;
  return householdId === null || findHousehold(db, householdId)?.addressId === addressId;
}
