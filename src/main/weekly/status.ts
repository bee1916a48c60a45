/** What the weekly screen is told: the week, what waits in it, and the bundles so far. */
import { BUNDLES_SHOWN, type BundleRow, type WeeklyStatus } from '#shared/contract/weekly.ts';
import { isoWeekOf } from '#shared/kernel/calendar-day.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { isUnseen } from '#shared/ledgers/names.ts';
import { dueDayOf, weeklyState, type WeeklyState, type WeeklyWindow } from '#shared/ledgers/weekly.ts';
import type { Ledger } from '#main/db/ledger-table.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { liveRows } from './live-rows.ts';
import { digitsOfOffice, standingOf, type OfficeKeys } from './office-keys.ts';
import { LOST, presentIn, type BundleRecord, type Outbox } from './outbox.ts';
import { pinnedStation, stationFacts } from './pinned-station.ts';
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
    officeKey: standingOf(pinned, room.keys),
    waiting: waitingCounts(room, outbox),
    waitingLines: outbox
      .epochs()
      .reduce((sum, { epoch }) => sum + outbox.headLine(epoch) - outbox.bundledLine(epoch), 0),
    confirmedLines: outbox.confirmedLine(presentIn(outbox)),
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
function waitingCounts(room: StatusRoom, outbox: Outbox): WeeklyStatus['waiting'] {
  const live = liveRows(room.raw, room.ledgers);
  const count = room.raw.prepare(
    `SELECT ledger, sum(op = 'I') AS made, sum(op = 'U') AS changed, sum(op = 'X') AS retired
     FROM journal WHERE epoch = ? AND n > ? AND op IN ('I', 'U', 'X') GROUP BY ledger`,
  );
  const counts = outbox
    .epochs()
    .flatMap(({ epoch }) => count.all(epoch, outbox.bundledLine(epoch)) as LedgerChanges[]);
  const told = room.ledgers.filter(({ name }) => !isUnseen(name));
  return told.map(({ name }) => {
    const own = counts.filter(({ ledger }) => ledger === name);
    const sum = (of: 'made' | 'changed' | 'retired') => own.reduce((all, row) => all + row[of], 0);
    return {
      ledger: name,
      made: sum('made'),
      changed: sum('changed'),
      retired: sum('retired'),
      live: live[name] ?? 0,
    };
  });
}

interface LedgerChanges {
  readonly ledger: string;
  readonly made: number;
  readonly changed: number;
  readonly retired: number;
}

export function rowOf(bundle: BundleRecord, nameOf: (staff: string) => string): BundleRow {
  const {
    sealedEpoch,
    seq,
    epoch,
    file,
    bytes,
    fromN,
    toN,
    sealedAt,
    sealedBy,
    writtenAt,
    state,
    checkCode,
  } = bundle;
  return {
    sealedEpoch,
    seq,
    epoch,
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
