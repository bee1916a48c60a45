/** Calendar days in China Standard Time (UTC+8 all year, no summer time since 1991). */

/** `YYYY-MM-DD`. Sorts as text; never a Date, which would drag a time zone along. */
export type CalendarDay = string;

const DAY_MS = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;
// A thousand years: the day before and the day after stay four-digit years that sort as text.
const DAY_PATTERN = /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/;

/** True for a day that exists, from 1900 to 2999: `2026-02-30` is refused. */
export function isCalendarDay(text: string): boolean {
  if (!DAY_PATTERN.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const date = Number(text.slice(8));
  return month >= 1 && month <= 12 && date >= 1 && date <= lastDateOf(Number(text.slice(0, 4)), month);
}

/** Reckoned, not asked of a Date: a bulk import asks for every row. */
function lastDateOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day in China at an instant given as ISO text. */
export function dayOf(instant: string): CalendarDay {
  return new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** The wall clock in China at an instant, `HH:mm`. */
export function timeOf(instant: string): string {
  return timeToSecondsOf(instant).slice(0, 5);
}

/** The same to the second, `HH:mm:ss`. */
export function timeToSecondsOf(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(11, 19);
}

/** The first instant of a day in China. */
export function startOfDay(day: CalendarDay): string {
  return new Date(utc(day) - CHINA_OFFSET_MS).toISOString();
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of a later month, or that month's last day where it is shorter. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const date = new Date(utc(day));
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), last));
  return first.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(day: CalendarDay): number {
  return new Date(utc(day)).getUTCDay() || 7;
}

export interface IsoWeek {
  readonly year: number;
  readonly week: number;
  /** Monday and Sunday of that week. */
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** The ISO 8601 week a day belongs to; the year is that of the week's Thursday. */
export function isoWeekOf(day: CalendarDay): IsoWeek {
  const from = addDays(day, 1 - weekdayOf(day));
  const thursday = addDays(from, 3);
  const year = Number(thursday.slice(0, 4));
  const week = 1 + Math.floor(daysBetween(`${year}-01-01`, thursday) / 7);
  return { year, week, from, to: addDays(from, 6) };
}

function utc(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}
