/** Births as whole days since 1970-01-01, in which a family can be reckoned without text. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';

const DAY_MS = 86_400_000;

export const YEAR_DAYS = 365.2425;

export function dayNumber(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00.000Z`) / DAY_MS;
}

export function dayText(number: number): CalendarDay {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The people are as old as they are on this day, whenever they are generated: the same seed gives the same births. */
export const AS_OF = dayNumber('2026-01-01');

/** What can be somebody's birthday. */
export const FIRST_DAY = dayNumber('1900-01-01');
export const LAST_DAY = AS_OF;

/** Full years on the generator's day, nearly: a day may be missing around the birthday. */
export function ageAt(born: number): number {
  return Math.floor((AS_OF - born) / YEAR_DAYS);
}
