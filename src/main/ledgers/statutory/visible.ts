/**
 * Who may see which entry: decided here, as it is read from the store, and never later. Where an entry stands follows from its
 * row, the day and the birth date that the population ledger has now; what somebody may not see is missing.
 */
import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { CATEGORIES, CATEGORY_CODES } from '#shared/ledgers/statutory/categories.ts';
import { maySee, standingOn, type Standing } from '#shared/ledgers/statutory/standing.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { PersonsPort } from './ports.ts';
import { statutoryDuties, statutoryMatters, type DutyEntry, type MatterEntry } from './tables.ts';

/** What decides where an entry stands, beside its row. */
export interface Known {
  readonly db: ReadHandle;
  readonly birthDateOf: PersonsPort['birthDateOf'];
  readonly today: () => CalendarDay;
}

export interface Matter {
  readonly entry: MatterEntry;
  readonly standing: Standing;
}

const live = isNull(statutoryMatters.retiredAt);
/** Those that every officer may have to see to. */
const OF_ALL = CATEGORY_CODES.filter((code) => CATEGORIES[code].seenBy === 'officers');

export function standingNow({ birthDateOf, today }: Known, entry: MatterEntry): Standing {
  return standingOn(entry, today(), entry.residentId === null ? null : birthDateOf(entry.residentId));
}

/** Everything that this person may see, what ends first before the others. */
export function mattersFor(known: Known, caller: Caller): Matter[] {
  if (caller.role !== 'officer') return [];
  const mine = eq(statutoryMatters.officer, caller.staff);
  return known.db
    .select()
    .from(statutoryMatters)
    .where(and(live, or(mine, inArray(statutoryMatters.category, OF_ALL))))
    .orderBy(asc(statutoryMatters.endsOn), asc(statutoryMatters.id))
    .all()
    .map((entry) => ({ entry, standing: standingNow(known, entry) }))
    .filter(({ entry, standing }) => maySee(entry, standing, caller));
}

/** Null also where it is another officer's, over, or no longer there: these cannot be told apart. */
export function findMatter(known: Known, caller: Caller, id: string): Matter | null {
  const entry = liveEntry(known.db, id);
  if (entry === null) return null;
  const standing = standingNow(known, entry);
  return maySee(entry, standing, caller) ? { entry, standing } : null;
}

/** Whoever asks: for what the office does by itself. */
export function liveEntry(db: ReadHandle, id: string): MatterEntry | null {
  return (
    db
      .select()
      .from(statutoryMatters)
      .where(and(eq(statutoryMatters.id, id), live))
      .get() ?? null
  );
}

/** Of entries that somebody may see, by the day they are due. */
export function dutiesOf(db: ReadHandle, matters: readonly string[]): DutyEntry[] {
  if (matters.length === 0) return [];
  return db
    .select()
    .from(statutoryDuties)
    .where(and(inArray(statutoryDuties.matterId, [...matters]), isNull(statutoryDuties.retiredAt)))
    .orderBy(asc(statutoryDuties.dueOn), asc(statutoryDuties.id))
    .all();
}
