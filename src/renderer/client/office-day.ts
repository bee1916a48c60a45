/** The day as the office counts it, for screens that compare with it. */
import { useQuery } from '@tanstack/react-query';
import { dayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { useOffice } from './office.ts';

/** The office's own day. Until the office has said it, the PC's, which is the same machine. */
export function useOfficeDay(): CalendarDay {
  const { queries } = useOffice();
  const summary = useQuery(queries.today.summary.queryOptions({ input: {} }));
  return summary.data?.day ?? dayOf(new Date().toISOString());
}
