/** Where an entry stands on a day. It follows from the row and the day alone, so that an end needs no program to run. */
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { CATEGORIES, type CategoryCode, type EndWay } from './categories.ts';
import { APPROVAL_DAYS, NOTICE_DAYS, wasMinor } from './term.ts';

/** As stored: waiting for the station, answered by it. */
export const ENTRY_STATES = ['provisional', 'denied', 'approved'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/**
 * - `provisional` waits for the station's answer, `denied` shows its reason; neither is in a list, and both are gone after
 *   APPROVAL_DAYS.
 * - `in-force` is the only standing with duties.
 * - `notice-due` has ended and waits for the written notice to be printed.
 * - `to-seal` is seen by nobody and is sealed by the next run; `to-remove` is forgotten by it, since it never was one.
 */
export const STANDINGS = ['provisional', 'denied', 'in-force', 'notice-due', 'to-seal', 'to-remove'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface EntryFacts {
  readonly category: CategoryCode;
  readonly state: EntryState;
  readonly birthDate: CalendarDay;
  readonly documentDate: CalendarDay;
  readonly enteredOn: CalendarDay;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  /** Ended before its day. */
  readonly endedOn: CalendarDay | null;
  readonly endHow: EndWay | null;
  readonly noticeOn: CalendarDay | null;
}

/** @param otherBirthDate as the population ledger has it now, where the person is known there */
export function standingOn(
  entry: EntryFacts,
  today: CalendarDay,
  otherBirthDate: CalendarDay | null = null,
): Standing {
  const minor = isOfMinor(entry, otherBirthDate);
  if (entry.state !== 'approved') {
    if (minor || today >= addDays(entry.enteredOn, APPROVAL_DAYS)) return 'to-remove';
    return entry.state;
  }
  if (minor) return 'to-seal';
  const ended = entry.endedOn !== null && entry.endedOn < entry.endsOn ? entry.endedOn : entry.endsOn;
  if (today < ended) return 'in-force';
  const waits = CATEGORIES[entry.category].endNotice && entry.noticeOn === null;
  return waits && today < addDays(ended, NOTICE_DAYS) ? 'notice-due' : 'to-seal';
}

/** Whoever it is about was a minor on the day of the document, by one birth date or the other. */
export function isOfMinor(
  { birthDate, documentDate }: Pick<EntryFacts, 'birthDate' | 'documentDate'>,
  otherBirthDate: CalendarDay | null,
): boolean {
  return [birthDate, otherBirthDate].some(
    (birth) => birth !== null && birth !== '' && wasMinor(birth, documentDate),
  );
}

/** Nobody but the officer in charge; every officer where it cannot wait for one. Nothing of it is told to anybody else. */
export function maySee(
  { category, officer }: { readonly category: CategoryCode; readonly officer: string },
  standing: Standing,
  { role, staff }: Pick<Caller, 'role' | 'staff'>,
): boolean {
  if (role !== 'officer' || standing === 'to-seal' || standing === 'to-remove') return false;
  return officer === staff || (CATEGORIES[category].seenBy === 'officers' && standing === 'in-force');
}

/** What stands in a list. */
export function isListed(standing: Standing): boolean {
  return standing === 'in-force' || standing === 'notice-due';
}
