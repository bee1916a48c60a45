/** What the office knows of its own bundles, as the rules of the week read it; and the weeks that passed without one. */
import type { MissedWeek } from '#shared/contract/weekly.ts';
import { isoWeekOf } from '#shared/kernel/calendar-day.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { MISSED_MAX, missedWeeks, type WeeklyPast, type WeeklyWindow } from '#shared/ledgers/weekly.ts';
import type { Journal } from '#main/db/journal.ts';
import type { Store } from '#main/db/open.ts';
import { systemCaller } from '#main/session/callers.ts';
import { LOST, type Outbox } from '#main/weekly/outbox.ts';

export interface PastRoom {
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly window: () => WeeklyWindow;
}

export interface Past {
  /** Null before a station was pinned. */
  sealed(): WeeklyPast | null;
  written(): WeeklyPast | null;
  /** Weeks that were put down as missed, newest first. */
  missed(): MissedWeek[];
  /** Puts down what was missed since the last look, each week once. */
  noteMissed(): void;
}

export function openPast({ raw, journal, clock, outbox, window }: PastRoom): Past {
  const selectPinned = raw
    .prepare(
      `SELECT min(json_extract(line, '$.t')) FROM journal
        WHERE ledger = 'station' AND op = 'A' AND json_extract(line, '$.d.event') = 'station-pinned'`,
    )
    .pluck();
  const selectMissed = raw.prepare(
    `SELECT json_extract(line, '$.d.year') AS year, json_extract(line, '$.d.week') AS week,
            json_extract(line, '$.t') AS notedAt FROM journal
      WHERE ledger = 'weekly' AND op = 'A' AND json_extract(line, '$.d.event') = 'week-missed'
      ORDER BY epoch DESC, n DESC LIMIT ?`,
  );

  function past(sealed: readonly string[]): WeeklyPast | null {
    const since = selectPinned.get() as string | null;
    return since === null ? null : { window: window(), since, sealed: sealed.toSorted() };
  }
  const written = () => past(outbox.all().flatMap((one) => (one.writtenAt === null ? [] : [one.sealedAt])));
  const missed = () => selectMissed.all(MISSED_MAX) as MissedWeek[];

  return {
    sealed: () => past(outbox.all().flatMap((one) => (one.checkCode === LOST ? [] : [one.sealedAt]))),
    written,
    missed,
    noteMissed() {
      const known = written();
      if (known === null) return;
      const noted = new Set(missed().map(({ year, week }) => `${year}-${week}`));
      const fresh = missedWeeks(known, clock.now())
        .map((monday) => isoWeekOf(monday))
        .filter(({ year, week }) => !noted.has(`${year}-${week}`));
      if (fresh.length === 0) return;
      journal.write(systemCaller, (desk) => {
        for (const { year, week } of fresh)
          desk.note('A', 'weekly', '-', { event: 'week-missed', year, week });
      });
    },
  };
}
