/** Today: what is owed, who is in the room, whether the week's bundle has gone. */
import type { todayContract } from '#shared/contract/desk.ts';
import { isoWeekOf } from '#shared/kernel/calendar-day.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import type { WeeklyState } from '#shared/ledgers/weekly.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { countVisitsSince, onSiteVisits, owedVisits } from '#main/ledgers/visitors/queries.ts';
import type { Calls } from '#main/rpc/calls.ts';

export function todayService(
  db: ReadHandle,
  raw: Store['raw'],
  clock: Clock,
  weekly: () => WeeklyState,
): Calls<typeof todayContract> {
  // Not the journal's last line: signing in writes one with the clock that has gone back.
  const selectLast = raw.prepare('SELECT max(arrived_at) FROM visitors WHERE retired_at IS NULL').pluck();
  return {
    summary: () => {
      const day = today(clock);
      const last = selectLast.get() as string | null;
      const behind = last === null ? 0 : Math.floor((Date.parse(last) - Date.parse(clock.now())) / 60_000);
      return {
        day,
        week: isoWeekOf(day).week,
        visitsToday: countVisitsSince(db, day),
        onSite: onSiteVisits(db),
        owed: owedVisits(db, day),
        weekly: weekly(),
        clockBehindMinutes: Math.max(0, behind),
      };
    },
  };
}
