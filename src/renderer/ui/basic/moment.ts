/** Instants as the desk writes them. */
import { dayOf, timeOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';

/** `09:12` today, `11-20 09:12` this year, `2025-11-20 09:12` before. */
export function shortMoment(instant: string, today: CalendarDay): string {
  const day = dayOf(instant);
  if (day === today) return timeOf(instant);
  return `${day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day} ${timeOf(instant)}`;
}

/** `2026-11-20 09:12`, for a record. */
export function fullMoment(instant: string): string {
  return `${dayOf(instant)} ${timeOf(instant)}`;
}
