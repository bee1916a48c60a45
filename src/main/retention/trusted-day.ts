/** Deleting cannot be undone and follows the PC's clock: the day is believed once people have worked by it. */
import { parseChange } from '#bundle-format';
import { addDays, dayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Store } from '#main/db/open.ts';

/** Somebody signed in on so many earlier days … */
const DAYS_WORKED = 3;
/** … of this many before today. A clock that has jumped by years has none until it was seen and left so for days. */
const DAYS_BACK = 31;

export function isTrustedDay(raw: Store['raw'], day: CalendarDay): boolean {
  const worked = new Set<CalendarDay>();
  const newestFirst = raw
    .prepare(
      `SELECT line FROM journal NOT INDEXED WHERE ledger = 'staff' AND op = 'A'
         AND json_extract(line, '$.d.event') IN ('unlocked', 'recovered') ORDER BY epoch DESC, n DESC`,
    )
    .pluck()
    .iterate() as IterableIterator<string>;
  for (const line of newestFirst) {
    const signedIn = dayOf(parseChange(line).t);
    if (signedIn < addDays(day, -DAYS_BACK)) break;
    if (signedIn < day) worked.add(signedIn);
    if (worked.size >= DAYS_WORKED) return true;
  }
  return false;
}
