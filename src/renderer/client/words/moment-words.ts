/** Instants as a person reads them, in the office's own day. */
import { dayOf, timeOf } from '#shared/kernel/calendar-day.ts';

/** `11-20 17:40`. */
export function momentWords(instant: string): string {
  return `${dayOf(instant).slice(5)} ${timeOf(instant)}`;
}
