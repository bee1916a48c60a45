/** The periods that figures are made of, as calendar days of the office. */
import { addDays, addMonths, type CalendarDay } from '#shared/kernel/calendar-day.ts';

export const PERIODS = ['month', 'last-month', 'quarter', 'year', 'twelve-months'] as const;
export type Period = (typeof PERIODS)[number];

export interface Span {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** A running period ends today: nothing is counted ahead. */
export function spanOf(period: Period, today: CalendarDay): Span {
  const first = `${today.slice(0, 7)}-01`;
  switch (period) {
    case 'month':
      return { from: first, to: today };
    case 'last-month':
      return { from: addMonths(first, -1), to: addDays(first, -1) };
    case 'quarter':
      return { from: addMonths(first, -((Number(today.slice(5, 7)) - 1) % 3)), to: today };
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
    case 'twelve-months':
      return { from: addMonths(first, -11), to: today };
  }
}
