/**
 * Reads of consents. What is withdrawn, over, or of somebody who died or moved away is nowhere from that day on, whether it
 * has been sealed yet or not: decided here, in the query.
 */
import { and, asc, count, desc, eq, gt, inArray, isNull, lte, ne, type SQL } from 'drizzle-orm';
import type { CareRow, DeskLine } from '#shared/contract/key-persons/care.ts';
import { DESK_LINES_MAX } from '#shared/contract/key-persons/care.ts';
import { addDays, daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { CARE_REMINDER_DAYS, showsDeskLine, type CareState } from '#shared/ledgers/care/care.ts';
import { afterCursor, orderOf, writeCursor, type Sort } from '#main/db/page.ts';
import type { CarePerson } from './ports.ts';
import { dayIn, type CareRoom } from './room.ts';
import { careConsents, type CareEntry } from './table.ts';

export interface CareListRequest {
  readonly after: string | null;
  readonly rows: number;
  /** None: all of them. */
  readonly states: readonly CareState[];
  readonly ending: boolean;
}

const SOONEST: Sort = { column: careConsents.endsOn, id: careConsents.id, descending: false };

/** Says something to somebody. */
function isHeld({ people }: CareRoom, day: CalendarDay): SQL | undefined {
  return and(
    isNull(careConsents.retiredAt),
    ne(careConsents.state, 'withdrawn'),
    gt(careConsents.endsOn, day),
    people.isHere(careConsents.residentId),
  );
}

/** In force, and to be asked about again. */
function isEnding(day: CalendarDay): SQL | undefined {
  return and(eq(careConsents.state, 'approved'), lte(careConsents.endsOn, addDays(day, CARE_REMINDER_DAYS)));
}

export function listCare(room: CareRoom, { after, rows, states, ending }: CareListRequest) {
  const day = dayIn(room);
  const held = isHeld(room, day);
  const where = and(
    held,
    states.length > 0 ? inArray(careConsents.state, [...states]) : undefined,
    ending ? isEnding(day) : undefined,
  );
  const found = room.db
    .select()
    .from(careConsents)
    .where(and(where, afterCursor(SOONEST, after)))
    .orderBy(...orderOf(SOONEST))
    .limit(rows + 1)
    .all();
  const kept = found.slice(0, rows);
  const last = kept.at(-1);
  return {
    // A list lies open on the desk; the consent itself has the whole number, to be compared with its paper.
    rows: kept.map((entry) => ({
      ...shownCare(room, entry),
      contactPhone: maskPhone(entry.contactPhone),
    })),
    next: found.length > rows && last !== undefined ? writeCursor(last.endsOn, last.id) : null,
    total: countCare(room, where),
    all: countCare(room, held),
  };
}

export function dueCare(room: CareRoom): { waiting: number; ending: number } {
  const day = dayIn(room);
  const held = isHeld(room, day);
  return {
    waiting: countCare(room, and(held, eq(careConsents.state, 'waiting'))),
    ending: countCare(room, and(held, isEnding(day))),
  };
}

export function findCare(room: CareRoom, id: string): CareEntry | null {
  return (
    room.db
      .select()
      .from(careConsents)
      .where(and(eq(careConsents.id, id), isHeld(room, dayIn(room))))
      .get() ?? null
  );
}

/** At the revision that the person saw. */
export function seenCare(
  room: CareRoom,
  { id, revision }: { readonly id: string; readonly revision: number },
): CareEntry {
  const entry = findCare(room, id) ?? refuse({ code: 'missing' });
  if (entry.revision !== revision) refuse({ code: 'stale', revision: entry.revision });
  return entry;
}

/** Every consent that a person holds, whichever of their records it was entered for; the newest first. */
export function careOf(room: CareRoom, person: CarePerson): CareEntry[] {
  return room.db
    .select()
    .from(careConsents)
    .where(and(inArray(careConsents.residentId, [...person.records]), isHeld(room, dayIn(room))))
    .orderBy(desc(careConsents.signedOn), asc(careConsents.id))
    .all();
}

/** Each contact once: how often a name stands there would tell how many consents there are. */
export function linesOf(room: CareRoom, person: CarePerson): DeskLine[] {
  const lines = careOf(room, person)
    .filter((entry) => showsDeskLine(entry, dayIn(room)))
    .map(({ contactName, contactPhone }) => ({ contactName, contactPhone }));
  const distinct = new Map(lines.map((line) => [`${line.contactName} ${line.contactPhone}`, line]));
  return [...distinct.values()].slice(0, DESK_LINES_MAX);
}

/** Under the record and the name that the person has now. */
export function shownCare({ people, staff, ...room }: CareRoom, entry: CareEntry): CareRow {
  const person = people.personOf(entry.residentId) ?? refuse({ code: 'missing' });
  return {
    id: entry.id,
    revision: entry.revision,
    category: entry.category,
    residentId: person.id,
    name: person.name,
    consentBy: entry.consentBy,
    guardianName: entry.guardianName,
    signedOn: entry.signedOn,
    help: entry.help,
    contact: entry.contact,
    contactName: entry.contactName,
    contactPhone: entry.contactPhone,
    deskLine: entry.deskLine,
    state: entry.state,
    endsOn: entry.endsOn,
    daysLeft: daysBetween(dayIn(room), entry.endsOn),
    enteredByName: staff.nameOf(entry.enteredBy),
    approvedByName: entry.approvedBy === null ? '' : staff.nameOf(entry.approvedBy),
    synthetic: entry.synthetic,
  };
}

function countCare({ db }: CareRoom, where: SQL | undefined): number {
  return db.select({ n: count() }).from(careConsents).where(where).get()?.n ?? 0;
}
