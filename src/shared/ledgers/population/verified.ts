/** 核对: when a record was last found true, by whom and how; and when it may be asked about again. */
import * as z from 'zod/mini';
import { addMonths, daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';

/** At the door, at the counter, or from the community's own sheet. */
export const VERIFIED_HOW = ['visit', 'counter', 'sheet'] as const;
export type VerifiedHow = (typeof VERIFIED_HOW)[number];

/** Nobody is asked again within this many months without need. */
export const ASK_AGAIN_MONTHS = 3;
/** Beyond this a record counts as stale and is asked about. */
export const STALE_MONTHS = 36;

export const FRESHNESS = ['fresh', 'due', 'stale', 'never'] as const;
export type Freshness = (typeof FRESHNESS)[number];

export const verifiedHow = z.enum(VERIFIED_HOW);

/** `due` from the day it may be asked again. */
export function freshness(verifiedOn: CalendarDay | null, today: CalendarDay): Freshness {
  if (verifiedOn === null) return 'never';
  if (addMonths(verifiedOn, STALE_MONTHS) <= today) return 'stale';
  return addMonths(verifiedOn, ASK_AGAIN_MONTHS) <= today ? 'due' : 'fresh';
}

/** Days until it may be asked again; 0 or less when it is due. */
export function daysToAsk(verifiedOn: CalendarDay, today: CalendarDay): number {
  return daysBetween(today, addMonths(verifiedOn, ASK_AGAIN_MONTHS));
}
