/** Time as the office uses it: an instant in UTC for the journal, a calendar day in China for people. */
import { dayOf, type CalendarDay } from './calendar-day.ts';

/** An instant in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`: sorts as text. */
export type Instant = string;

/** Where the time comes from. Injected everywhere, so that a test owns it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** The day it is now in the office. */
export function today(clock: Clock): CalendarDay {
  return dayOf(clock.now());
}
