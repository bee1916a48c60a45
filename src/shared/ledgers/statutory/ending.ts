/** An end before its day: by a document of the organ that decided, or because what was asked for is done. */
import { isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { CATEGORIES, type CategoryCode, type EndWay } from './categories.ts';

/** Ways that no document opens: they are open once no duty is. */
const WORK_DONE: ReadonlySet<EndWay> = new Set<EndWay>(['answered', 'visits-done']);

export interface EarlyEnd {
  readonly how: EndWay;
  readonly endedOn: CalendarDay;
}

/** @param openDuties how many are not answered yet */
export function endIssues(
  { category, startsOn }: { readonly category: CategoryCode; readonly startsOn: CalendarDay },
  { how, endedOn }: EarlyEnd,
  openDuties: number,
  today: CalendarDay,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (!CATEGORIES[category].endWays.includes(how)) issues.push({ field: 'how', rule: 'not-this-way' });
  else if (WORK_DONE.has(how) && openDuties > 0) issues.push({ field: 'how', rule: 'duties-open' });
  if (!isCalendarDay(endedOn)) issues.push({ field: 'endedOn', rule: 'not-a-day' });
  else if (endedOn > today) issues.push({ field: 'endedOn', rule: 'in-future' });
  else if (endedOn < startsOn) issues.push({ field: 'endedOn', rule: 'before-start' });
  return issues;
}
