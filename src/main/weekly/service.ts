/** 导出上报: status of the week, the export onto a stick, and the station's receipts. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { placeFile } from '#bundle-format';
import {
  BUNDLES_SHOWN,
  type BundleRow,
  type ExportResult,
  type WeeklyStatus,
  type weeklyContract,
} from '#shared/contract/weekly.ts';
import { dayOf, isoWeekOf } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { isUnseen } from '#shared/ledgers/names.ts';
import { weeklyState, type WeeklyState } from '#shared/ledgers/weekly.ts';
import { EPOCH } from '#main/db/epoch.ts';
import type { Journal } from '#main/db/journal.ts';
import type { Ledger } from '#main/db/ledger-table.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { bundles } from '#main/db/shelf-tables.ts';
import type { Events } from '#main/desk/events.ts';
import type { Handles } from '#main/files/handles.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { inTurn } from '#main/rpc/in-turn.ts';
import type { Shell } from '#main/shell/shell.ts';
import { decisionTaker, type TakeDecisions } from './decisions.ts';
import { digitsOfOffice, type OfficeKeys } from './office-keys.ts';
import { LOST, openOutbox, type BundleRecord, type Outbox } from './outbox.ts';
import { pinnedStation, stationFacts } from './pinned-station.ts';
import { readReceipts, type ReceiptOutcome } from './receipts.ts';
import { orRefuse } from './refusals.ts';
import { liveRows, sealRange } from './seal.ts';
import { bundleFolder, receiptFiles } from './stick.ts';

export interface WeeklyRoom {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly clock: Clock;
  readonly keys: OfficeKeys;
  readonly office: string;
  readonly ledgers: readonly Ledger[];
  readonly outboxFolder: string;
  readonly version: string;
  readonly nameOf: (staff: string) => string;
  readonly events: Events;
  /** Where the station's answers to records go. */
  readonly takeDecisions: TakeDecisions;
}

/** The same work for the counter and for the command line. */
export interface Weekly {
  status(): WeeklyStatus;
  state(): WeeklyState;
  export(stick: string, caller: Caller, signal?: AbortSignal): Promise<ExportResult>;
  readReceipts(stick: string, caller: Caller): Promise<ReceiptOutcome[]>;
}

export function openWeekly(room: WeeklyRoom): Weekly {
  const { db, raw, journal, clock } = room;
  const outbox = openOutbox(db, raw);
  const takeDecisions = decisionTaker(raw, room.takeDecisions);
  const station = () => pinnedStation(db);
  // Two exports at once would seal two different bundles under one number.
  const turn = inTurn();
  const setUpOn = dayOf(String(raw.prepare('SELECT created_at FROM offices LIMIT 1').pluck().get()));

  function state(): WeeklyState {
    // The week a bundle speaks for is the one it was sealed in, however often it is written again.
    const written = outbox
      .all()
      .reduce((last, one) => (one.writtenAt !== null && one.sealedAt > last ? one.sealedAt : last), '');
    return weeklyState(station() !== null, written === '' ? null : dayOf(written), setUpOn, today(clock));
  }

  function status(): WeeklyStatus {
    const { year, week, from, to } = isoWeekOf(today(clock));
    const pinned = station();
    return {
      year,
      week,
      from,
      to,
      state: state(),
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

  async function receiptsOf(stick: string, caller: Caller): Promise<ReceiptOutcome[]> {
    if (!existsSync(stick)) refuse({ code: 'io', detail: 'ENOENT' });
    const outcomes = await readReceipts(
      { journal, outbox, office: room.office, keys: room.keys, station, takeDecisions },
      caller,
      receiptFiles(stick),
    );
    if (outcomes.length > 0) room.events.say({ kind: 'changed', room: 'weekly' });
    return outcomes;
  }

  return {
    status,
    state,
    readReceipts: (stick, caller) => turn(() => receiptsOf(stick, caller)),
    export: (stick, caller, signal) => turn(() => exportTo(stick, caller, signal)),
  };

  async function exportTo(stick: string, caller: Caller, signal?: AbortSignal): Promise<ExportResult> {
    const keyset = station() ?? refuse({ code: 'not-enrolled' });
    const receipts = await receiptsOf(stick, caller);
    const from = await firstLineToSeal(room, outbox, caller);
    if (from !== null) {
      const sealed = await sealRange({
        ...room,
        outbox,
        folder: room.outboxFolder,
        keyset: station() ?? keyset,
        from,
      });
      recordSealed(journal, caller, sealed);
    }
    const folder = bundleFolder(stick);
    const waiting = outbox.unconfirmed();
    const written: BundleRow[] = [];
    for (const [done, bundle] of waiting.entries()) {
      if (signal?.aborted === true) refuse({ code: 'cancelled' });
      room.events.say({ kind: 'progress', task: 'weekly', done, total: waiting.length });
      orRefuse(await placeFile(join(room.outboxFolder, bundle.file), folder));
      written.push(rowOf(recordWritten(journal, caller, bundle), room.nameOf));
    }
    room.events.say({ kind: 'progress', task: 'weekly', done: waiting.length, total: waiting.length });
    room.events.say({ kind: 'changed', room: 'weekly' });
    return { written, receipts, folder: basename(stick) };
  }
}

export function weeklyService(weekly: Weekly, shell: Shell, handles: Handles): Calls<typeof weeklyContract> {
  return {
    status: () => weekly.status(),
    chooseFolder: async () => handles.give(await shell.chooseFolder('stick')),
    export: (input, caller, { signal }) => weekly.export(handles.pathOf(input.folder), caller, signal),
    readReceipts: (input, caller) => weekly.readReceipts(handles.pathOf(input.folder), caller),
  };
}

/**
 * Where the next bundle begins; null when nothing is to be sealed. Something is: when lines of a ledger wait, when this
 * week has no bundle yet (an empty week is a message too), or when an outbox file was lost and its lines must go again.
 */
async function firstLineToSeal(room: WeeklyRoom, outbox: Outbox, caller: Caller): Promise<number | null> {
  for (const bundle of outbox.unconfirmed()) {
    if (await isWhole(join(room.outboxFolder, bundle.file))) continue;
    room.journal.write(caller, (desk) => {
      desk.shelves.keep(bundles, { ...bundle, state: 'refused', checkCode: LOST });
      desk.note('A', 'weekly', '-', { event: 'outbox-file-lost', seq: bundle.seq });
    });
  }
  const from = outbox.bundledLine() + 1;
  const monday = isoWeekOf(today(room.clock)).from;
  const sealedThisWeek = outbox.all().some((one) => one.checkCode !== LOST && dayOf(one.sealedAt) >= monday);
  const somethingWaits = room.raw
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM journal WHERE epoch = ? AND n >= ? AND op IN ('I', 'U', 'X', 'C', 'V', 'R', 'F'))`,
    )
    .pluck()
    .get(EPOCH, from);
  return sealedThisWeek && somethingWaits === 0 ? null : from;
}

/** A sealed file is named by its own hash: that is the whole check. */
async function isWhole(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex').startsWith(basename(path, '.jwb'));
}

function recordSealed(journal: Journal, caller: Caller, sealed: Awaited<ReturnType<typeof sealRange>>): void {
  const { epoch, seq, range } = sealed.manifest;
  journal.write(caller, (desk) => {
    desk.shelves.keep(bundles, {
      epoch,
      seq,
      file: basename(sealed.path),
      bytes: sealed.size,
      manifestSha256: sealed.manifestSha256,
      fromN: range.from,
      toN: range.to,
      sealedAt: desk.now,
      sealedBy: caller.staff,
      writtenAt: null,
      state: 'sealed',
      checkCode: null,
    });
    desk.note('A', 'weekly', '-', { event: 'bundle-sealed', seq, from: range.from, to: range.to });
  });
}

function recordWritten(journal: Journal, caller: Caller, bundle: BundleRecord): BundleRecord {
  return journal.write(caller, (desk) => {
    const state = bundle.state === 'sealed' ? 'written' : bundle.state;
    const row: BundleRecord = { ...bundle, state, writtenAt: desk.now };
    desk.shelves.keep(bundles, row);
    desk.note('A', 'weekly', '-', { event: 'bundle-written', seq: bundle.seq });
    return row;
  });
}

/** Of ledgers that nobody is told of there is no line: not even that nothing waits. */
function waitingCounts(room: WeeklyRoom, bundled: number): WeeklyStatus['waiting'] {
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

function rowOf(bundle: BundleRecord, nameOf: (staff: string) => string): BundleRow {
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
