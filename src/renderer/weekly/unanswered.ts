import type { BundleRow } from '#shared/contract/weekly.ts';
import { daysBetween, dayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';

/** Days without a receipt after which the desk is told to ask. */
export const PATIENCE_DAYS = 14;

/**
 * The day on which the oldest bundle without an answer was written, once it has waited too long; null otherwise.
 * @param bundles newest first
 */
export function unansweredSince(bundles: readonly BundleRow[], today: CalendarDay): CalendarDay | null {
  const oldest = bundles.findLast((bundle) => bundle.state === 'written')?.writtenAt ?? null;
  if (oldest === null) return null;
  const day = dayOf(oldest);
  return daysBetween(day, today) > PATIENCE_DAYS ? day : null;
}
