/** 期限: from when to when an entry may hold. The end is reckoned here, never believed. */
import { addDays, addMonths, isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { CATEGORIES, type CategoryCode } from './categories.ts';

/** Days that an entry waits for the station's answer; then it removes itself. */
export const APPROVAL_DAYS = 14;
/** Days before the end on which the officer is reminded. */
export const REMINDER_DAYS = [30, 15] as const;
/** Days that an ended entry waits for its notice to be printed, at the most; then it is sealed without. */
export const NOTICE_DAYS = 30;

/** The days of a term on which the officer is reminded: a short one has fewer, or none. */
export function remindersIn(term: {
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
}): CalendarDay[] {
  return REMINDER_DAYS.map((days) => addDays(term.endsOn, -days)).filter((day) => day > term.startsOn);
}

/**
 * The last possible end: the first day on which the measure holds no more.
 * @param startsOn start of the document, or the day the person reported where the term runs from that
 */
export function latestEnd(category: CategoryCode, startsOn: CalendarDay): CalendarDay {
  const { count, unit } = CATEGORIES[category].cap;
  if (unit === 'days') return addDays(startsOn, count);
  return addMonths(startsOn, unit === 'years' ? count * 12 : count);
}

/** The end that an entry gets: as typed and never later than the cap, or the cap itself where the law leaves no choice. */
export function endOf(category: CategoryCode, startsOn: CalendarDay, typed: CalendarDay): CalendarDay {
  return CATEGORIES[category].cap.exactly ? latestEnd(category, startsOn) : typed;
}

export type TermFlaw = 'not-a-day' | 'before-start' | 'beyond-cap' | 'over';

/** What is wrong with a term, by field; null where nothing is. */
export function termFlaw(
  category: CategoryCode,
  { startsOn, endsOn }: { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay },
  today: CalendarDay,
): { readonly field: 'startsOn' | 'endsOn'; readonly rule: TermFlaw } | null {
  if (!isCalendarDay(startsOn)) return { field: 'startsOn', rule: 'not-a-day' };
  if (!isCalendarDay(endsOn)) return { field: 'endsOn', rule: 'not-a-day' };
  if (endsOn <= startsOn) return { field: 'endsOn', rule: 'before-start' };
  if (endsOn > latestEnd(category, startsOn)) return { field: 'endsOn', rule: 'beyond-cap' };
  if (endsOn <= today) return { field: 'endsOn', rule: 'over' };
  return null;
}

/** Eighteen is reached on the day after the birthday (《刑法》第17条, as the courts count 周岁). */
export function wasMinor(birthDate: CalendarDay, day: CalendarDay): boolean {
  return day <= addMonths(birthDate, 18 * 12);
}
