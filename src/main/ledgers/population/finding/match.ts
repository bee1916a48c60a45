/** People whom a text in the list means, as the search box reads it. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Store } from '#main/db/open.ts';
import { openFinding, type Finding } from './find.ts';

const opened = new WeakMap<object, Finding>();

/**
 * Record ids, best first; those who left come last. For an officer: nobody else has a list.
 * @param office `519901-07`
 * @param today a child is not found by the last four of the number
 * @returns null when the text says nothing
 */
export function residentMatches(
  raw: Pick<Store['raw'], 'prepare'>,
  office: string,
  text: string,
  limit: number,
  today: CalendarDay,
): string[] | null {
  let finding = opened.get(raw);
  if (finding === undefined) opened.set(raw, (finding = openFinding(raw, office)));
  return finding.peopleIn(text, 'officer', today, limit);
}
