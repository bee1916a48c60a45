/** When the weekly bundle is due. Weeks are ISO 8601 weeks in China Standard Time. */
import { addDays, isoWeekOf, weekdayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';

export const WEEKLY_STATES = ['not-enrolled', 'done', 'open', 'due', 'overdue'] as const;
export type WeeklyState = (typeof WEEKLY_STATES)[number];

/** Friday: from this weekday on the week's bundle is due. */
const DUE_WEEKDAY = 5;

/**
 * `done` once a bundle was written this week, `due` from Friday on, `overdue` when the week before passed without one.
 * @param writtenOn day of the last bundle written to a stick; null when none was ever written
 * @param since day on which the office was set up: weeks before it owe nothing
 */
export function weeklyState(
  enrolled: boolean,
  writtenOn: CalendarDay | null,
  since: CalendarDay,
  today: CalendarDay,
): WeeklyState {
  if (!enrolled) return 'not-enrolled';
  const week = isoWeekOf(today);
  if (writtenOn !== null && writtenOn >= week.from) return 'done';
  const lastWeek = addDays(week.from, -7);
  const owedLastWeek = since < week.from && (writtenOn === null || writtenOn < lastWeek);
  if (owedLastWeek) return 'overdue';
  return weekdayOf(today) >= DUE_WEEKDAY ? 'due' : 'open';
}
