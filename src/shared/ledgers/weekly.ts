/** When the weekly bundle is due, which weeks have one and which were missed. Weeks are ISO 8601 weeks in China Standard Time. */
import {
  addDays,
  dayOf,
  isoWeekOf,
  startOfDay,
  weekdayOf,
  type CalendarDay,
} from '#shared/kernel/calendar-day.ts';
import type { Instant } from '#shared/kernel/clock.ts';
import { isWorkingDay } from '#shared/kernel/working-days.ts';

export const WEEKLY_STATES = ['not-enrolled', 'done', 'open', 'due', 'overdue'] as const;
export type WeeklyState = (typeof WEEKLY_STATES)[number];

/** When in the week the bundle is sealed and carried: an office's own choice. */
export interface WeeklyWindow {
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** Full hour in China from which on it is due, 0 … 23. */
  readonly hour: number;
}

/** Friday 16:00: two hours before the desk empties for the weekend. */
export const DEFAULT_WINDOW: WeeklyWindow = { weekday: 5, hour: 16 };

/** More missed weeks than a year are not told one by one: then a clock was wrong, or the PC stood in a cupboard. */
export const MISSED_MAX = 53;

const HOUR_MS = 3_600_000;

/**
 * The day on which a week's bundle is due. A day off gives way to the last working day before it in that week, and where
 * nobody has worked yet, to the first one after it. Null: nobody works in this week, and it owes none; what was written
 * in it goes with the next.
 */
export function dueDayOf(monday: CalendarDay, { weekday }: WeeklyWindow): CalendarDay | null {
  for (let day = addDays(monday, weekday - 1); day >= monday; day = addDays(day, -1))
    if (isWorkingDay(day)) return day;
  const sunday = addDays(monday, 6);
  for (let day = addDays(monday, weekday); day <= sunday; day = addDays(day, 1))
    if (isWorkingDay(day)) return day;
  return null;
}

/** The instant from which on it is due. */
export function dueAt(monday: CalendarDay, window: WeeklyWindow): Instant | null {
  const day = dueDayOf(monday, window);
  return day === null ? null : new Date(Date.parse(startOfDay(day)) + window.hour * HOUR_MS).toISOString();
}

/** What is known of the bundles of an office. */
export interface WeeklyPast {
  readonly window: WeeklyWindow;
  /** Since when the office knows its station: what was due before, nobody could have sealed. */
  readonly since: Instant;
  /** When the bundles were sealed, oldest first. A bundle speaks for the time it was sealed in, however often it is written. */
  readonly sealed: readonly Instant[];
}

/**
 * Monday of the last week that has its bundle. A bundle made at or after the due time serves its week and every one before;
 * made earlier in the week it serves the weeks before, and its own only where those had theirs already. So each week is
 * sealed once, and a week that was caught up on Monday still has its own bundle on Friday.
 */
export function servedUntil({ window, since, sealed }: WeeklyPast): CalendarDay {
  const isPast = (monday: CalendarDay, at: Instant) => (dueAt(monday, window) ?? at) <= at;
  const first = isoWeekOf(dayOf(since)).from;
  let served = isPast(first, since) ? first : addDays(first, -7);
  for (const at of sealed) {
    const day = dayOf(at);
    const from = addDays(day, 1 - weekdayOf(day));
    if (from <= served) continue;
    const ownToo = isPast(from, at) || nextOwed(served, window) >= from;
    served = ownToo ? from : addDays(from, -7);
  }
  return served;
}

/** Weeks that owe a bundle and have none although their due time is past, oldest first. */
function owedAt(past: WeeklyPast, now: Instant): CalendarDay[] {
  const owed: CalendarDay[] = [];
  const thisWeek = isoWeekOf(dayOf(now)).from;
  const earliest = addDays(thisWeek, -7 * MISSED_MAX);
  const served = addDays(servedUntil(past), 7);
  for (let week = served > earliest ? served : earliest; week <= thisWeek; week = addDays(week, 7)) {
    const due = dueAt(week, past.window);
    if (due !== null && due <= now) owed.push(week);
  }
  return owed;
}

/** True when the office has to seal by itself: a due time is past, today or while the PC was off, and nothing was sealed for it. */
export function mustSeal(sealed: WeeklyPast, now: Instant): boolean {
  return owedAt(sealed, now).length > 0;
}

/** Mondays of the weeks that are over and of which no bundle was written to a stick, oldest first, at most MISSED_MAX. */
export function missedWeeks(written: WeeklyPast, now: Instant): CalendarDay[] {
  const thisWeek = isoWeekOf(dayOf(now)).from;
  return owedAt(written, now).filter((week) => week < thisWeek);
}

/**
 * `done` once this week's bundle was written, `due` on its day, `overdue` from the day after and while an earlier week waits.
 * @param written bundles that were written to a stick; null before enrolment
 */
export function weeklyState(written: WeeklyPast | null, now: Instant): WeeklyState {
  if (written === null) return 'not-enrolled';
  const today = dayOf(now);
  const { from } = isoWeekOf(today);
  if (servedUntil(written) >= from) return 'done';
  if (missedWeeks(written, now).length > 0) return 'overdue';
  const due = dueDayOf(from, written.window);
  if (due === null || today < due) return 'open';
  return today === due ? 'due' : 'overdue';
}

/** The first week after `served` that owes a bundle; a year without any does not exist. */
function nextOwed(served: CalendarDay, window: WeeklyWindow): CalendarDay {
  let week = addDays(served, 7);
  while (dueDayOf(week, window) === null) week = addDays(week, 7);
  return week;
}
