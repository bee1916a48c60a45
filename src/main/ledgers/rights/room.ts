/** What the calls of 权利请求 share. */
import { today, type Clock } from '#shared/kernel/clock.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { RightsPeoplePort } from './ports.ts';

export interface RightsRoom {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly officeCode: string;
  readonly people: RightsPeoplePort;
  readonly nameOf: (staff: string) => string;
}

export function dayIn({ clock }: Pick<RightsRoom, 'clock'>): CalendarDay {
  return today(clock);
}
