/** What the weekly screen is told: the week, what waits in it, and the bundles so far. */
import { BUNDLES_SHOWN, type BundleRow, type WeeklyStatus } from '#shared/contract/weekly.ts';
import { isoWeekOf } from '#shared/kernel/calendar-day.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { isUnseen } from '#shared/ledgers/names.ts';
import { dueDayOf, weeklyState, type WeeklyState, type WeeklyWindow } from '#shared/ledgers/weekly.ts';
import { EPOCH } from '#main/db/epoch.ts';
import type { Ledger } from '#main/db/ledger-table.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { digitsOfOffice, type OfficeKeys } from './office-keys.ts';
import { LOST, type BundleRecord, type Outbox } from './outbox.ts';
import { pinnedStation, stationFacts } from './pinned-station.ts';
import { liveRows } from './seal.ts';
import type { Past } from './timely/past.ts';

export interface StatusRoom {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly clock: Clock;
  readonly keys: OfficeKeys;
  readonly ledgers: readonly Ledger[];
  readonly nameOf: (staff: string) => string;
  readonly window: () => WeeklyWindow;
}

export function stateOf({ db, clock }: Pick<StatusRoom, 'db' | 'clock'>, past: Past): WeeklyState {
  return weeklyState(pinnedStation(db) === null ? null : past.written(), clock.now());
}

export function statusOf(room: StatusRoom, outbox: Outbox, past: Past): WeeklyStatus {
  const { year, week, from, to } = isoWeekOf(today(room.clock));
  const pinned = pinnedStation(room.db);
  return {
    year,
    week,
    from,
    to,
    dueOn: dueDayOf(from, room.window()),
    state: stateOf(room, past),
    station: pinned === null ? null : stationFacts(pinned),
    officeDigits: digitsOfOffice(room.keys),
    waiting: waitingCounts(room, outbox.bundledLine()),
    waitingLines: outbox.headLine() - outbox.bundledLine(),
    confirmedLines: outbox.confirmedLine(),
    lastReceiptAt: outbox.lastReceipt()?.readAt ?? null,
    bundles: outbox
      .all()
      .filter((bundle) => bundle.checkCode !== LOST)
      .map((bundle) => rowOf(bundle, room.nameOf))
      .reverse()
      .slice(0, BUNDLES_SHOWN),
  };
}

/** Of ledgers that nobody is told of there is no line: not even that nothing waits. */
function waitingCounts(room: StatusRoom, bundled: number): WeeklyStatus['waiting'] {
  const live = liveRows(room.raw, room.ledgers);
  const counts = room.raw
    .prepare(
      `SELECT ledger, sum(op = 'I') AS made, sum(op = 'U') AS changed, sum(op = 'X') AS retired
       FROM journal WHERE epoch = ? AND n > ? AND op IN ('I', 'U', 'X') GROUP BY ledger`,
    )
    .all(EPOCH, bundled) as { ledger: string; made: number; changed: number; retired: number }[];
  const told = room.ledgers.filter(({ name }) => !isUnseen(name));
  return told.map(({ name }) => {
    const found = counts.find((count) => count.ledger === name);
    const { made, changed, retired } = found ?? { made: 0, changed: 0, retired: 0 };
    return { ledger: name, made, changed, retired, live: live[name] ?? 0 };
  });
}

export function rowOf(bundle: BundleRecord, nameOf: (staff: string) => string): BundleRow {
  const { seq, file, bytes, fromN, toN, sealedAt, sealedBy, writtenAt, state, checkCode } = bundle;
  return {
    seq,
    file,
    bytes,
    from: fromN,
    to: toN,
    sealedAt,
    sealedByName: nameOf(sealedBy),
    writtenAt,
    state,
    check: checkCode,
  };
}
