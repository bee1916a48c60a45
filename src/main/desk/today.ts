/** Today: what is owed, who is in the room, whether the week's bundle has gone. */
import type { todayContract } from '#shared/contract/desk.ts';
import { isoWeekOf } from '#shared/kernel/calendar-day.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import type { WeeklyState } from '#shared/ledgers/weekly.ts';
import { lastBackupAt } from '#main/backup/daily.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { countVisitsSince, onSiteVisits, owedVisits } from '#main/ledgers/visitors/queries.ts';
import type { Calls } from '#main/rpc/calls.ts';

export function todayService(
  db: ReadHandle,
  raw: Store['raw'],
  clock: Clock,
  weekly: () => WeeklyState,
): Calls<typeof todayContract> {
  const selectLast = raw
    .prepare(`SELECT json_extract(line, '$.t') FROM journal ORDER BY epoch DESC, n DESC LIMIT 1`)
    .pluck();
  return {
    summary: () => {
      const day = today(clock);
      const last = selectLast.get() as string;
      const behind = Math.floor((Date.parse(last) - Date.parse(clock.now())) / 60_000);
      return {
        day,
        week: isoWeekOf(day).week,
        visitsToday: countVisitsSince(db, day),
        onSite: onSiteVisits(db),
        owed: owedVisits(db, day),
        weekly: weekly(),
        lastBackupAt: lastBackupAt(raw),
        clockBehindMinutes: Math.max(0, behind),
      };
    },
  };
}
