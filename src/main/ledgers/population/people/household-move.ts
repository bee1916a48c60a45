/** A household goes to another door, or away, with everybody who is here; and within the minute back again, whole or not at all. */
import { UNDO_SECONDS } from '#shared/contract/desk.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Desk } from '#main/db/journal.ts';
import { isChangedAfter, linesBetween, linesOf, valuesBefore } from '#main/db/journal-lines.ts';
import {
  householdsLedger,
  residentsLedger,
  type HouseholdRecord,
  type ResidentRecord,
} from '#main/ledgers/population/tables.ts';
import { findHousehold, findResident, isStandingDoor, presentMembers } from './find.ts';
import { gone, isReplaced } from './gone.ts';
import type { PeopleRoom } from './room.ts';
import { liveResident } from './shown.ts';

type Room = Pick<PeopleRoom, 'db' | 'raw' | 'journal' | 'clock'>;

/** Everybody who is here goes along; whoever left stays written down where they were. Answers with how many that were. */
export function bringAlong(
  { db }: Pick<Room, 'db'>,
  desk: Desk,
  before: HouseholdRecord,
  addressId: string,
  why?: string,
): number {
  if (addressId === before.addressId) return 0;
  const members = presentMembers(db, before.id);
  for (const { id, revision } of members) desk.patch(residentsLedger, id, revision, { addressId }, why);
  return members.length;
}

/** @param addressId null: away, everybody is marked as moved out on that day */
export function moveHousehold(
  room: Room,
  caller: Caller,
  before: HouseholdRecord,
  addressId: string | null,
  on: CalendarDay,
): number {
  const { db, journal, clock } = room;
  return journal.write(caller, (desk) => {
    if (addressId === before.addressId) return 0;
    const moved =
      addressId === null
        ? markGone(desk, presentMembers(db, before.id), on, today(clock))
        : bringAlong(room, desk, before, addressId, on);
    if (addressId !== null) desk.patch(householdsLedger, before.id, before.revision, { addressId }, on);
    const lines = moved + Number(addressId !== null);
    if (lines > 0) desk.note('A', 'households', before.id, { event: 'moved', lines });
    return moved;
  });
}

function markGone(desk: Desk, members: readonly ResidentRecord[], on: CalendarDay, day: CalendarDay): number {
  for (const member of members)
    desk.patch(residentsLedger, member.id, member.revision, gone(member, 'moved', on, day));
  return members.length;
}

/** Takes back the caller's own last move of this household. Answers with how many people came back. */
export function undoMove({ db, raw, journal, clock }: Room, caller: Caller, id: string): number {
  const household = findHousehold(db, id) ?? refuse({ code: 'missing' });
  const note = linesOf(raw, 'households', id, 'A').find(({ d }) => d['event'] === 'moved');
  if (note === undefined) return refuse({ code: 'missing' });
  const age = (Date.parse(clock.now()) - Date.parse(note.t)) / 1000;
  if (note.u !== caller.staff || age > UNDO_SECONDS || isChangedAfter(raw, 'households', id, note))
    refuse({ code: 'too-late' });

  const lines = linesBetween(raw, note.epoch, note.n - Number(note.d['lines']), note.n - 1);
  const own = lines.find(({ l }) => l === 'households');
  const was = own === undefined ? null : valuesBefore(raw, own)['addressId'];
  const door = typeof was === 'string' ? was : household.addressId;
  const people = lines
    .filter(({ l }) => l === 'residents')
    .map((line) => ({ line, record: findResident(db, liveResident, line.k) }));
  // Whoever joined meanwhile would be left behind, or find that the others are back.
  const joined = presentMembers(db, id).length - (own === undefined ? 0 : people.length);
  const isFree = ({ line, record }: (typeof people)[number]) =>
    record !== null &&
    !isChangedAfter(raw, 'residents', line.k, line) &&
    (own !== undefined || !isReplaced(db, record));
  if (joined > 0 || !isStandingDoor(db, door) || !people.every(isFree)) refuse({ code: 'too-late' });

  journal.write(caller, (desk) => {
    if (own !== undefined) desk.patch(householdsLedger, id, household.revision, { addressId: door }, 'undo');
    for (const { line } of people)
      desk.patch(residentsLedger, line.k, line.v, valuesBefore(raw, line), 'undo');
  });
  return people.length;
}
