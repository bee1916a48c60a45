/** What the calls of 关爱服务 share. */
import { today, type Clock } from '#shared/kernel/clock.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { CarePeoplePort, CareSettingsPort, CareStaffPort } from './ports.ts';

export interface CareRoom {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly officeCode: string;
  readonly people: CarePeoplePort;
  readonly staff: CareStaffPort;
  readonly settings: CareSettingsPort;
}

export function dayIn({ clock }: Pick<CareRoom, 'clock'>): CalendarDay {
  return today(clock);
}
