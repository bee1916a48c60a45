/** 导出上报: status of the week, the export onto a stick, and the station's receipts. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stickNames, type StickReader } from '#bundle-format';
import type {
  BundleRow,
  ExportResult,
  MissedWeek,
  WeeklyStatus,
  weeklyContract,
} from '#shared/contract/weekly.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { mustSeal, type WeeklyState, type WeeklyWindow } from '#shared/ledgers/weekly.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { bundles } from '#main/db/shelf-tables.ts';
import type { Events } from '#main/desk/events.ts';
import type { Handles } from '#main/files/handles.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { inTurn } from '#main/rpc/in-turn.ts';
import { systemCaller } from '#main/session/callers.ts';
import type { Shell } from '#main/shell/shell.ts';
import { openCarryFiles } from '#main/sticks/carry-list.ts';
import { receiptFiles } from '#main/sticks/folders.ts';
import { putFiles } from '#main/sticks/put-files.ts';
import { openSticks, stickAt, type KnownStick } from '#main/sticks/recognise.ts';
import { keepCarryList, takeCarried, writtenAt } from './carried.ts';
import { decisionTaker, type TakeDecisions } from './decisions.ts';
import { openSnapshots, type SnapshotRecord } from './monthly/snapshots.ts';
import { sealWhatWaits, type BundleRoom } from './new-bundle.ts';
import { openOutbox, type BundleRecord } from './outbox.ts';
import { pinnedStation } from './pinned-station.ts';
import { readReceipts, type ReceiptOutcome } from './receipts.ts';
import { renewKeys, waitingRenewal } from './renewal.ts';
import type { TakeSent } from './sent.ts';
import { rowOf, stateOf, statusOf } from './status.ts';
import { openStickLog, type StickLog } from './stick-log.ts';
import { openPast } from './timely/past.ts';

export interface WeeklyRoom extends BundleRoom {
  readonly db: ReadHandle;
  readonly still: Store['still'];
  readonly nameOf: (staff: string) => string;
  readonly officeName: () => string;
  readonly events: Events;
  /** When the bundle is due. */
  readonly window: () => WeeklyWindow;
  readonly volumes: () => Promise<readonly string[]>;
  /** Where the station's answers to records go. */
  readonly takeDecisions: TakeDecisions;
  /** Where orders, texts and corrections go. */
  readonly takeSent: TakeSent;
}

/** The same work for the counter and for the command line. */
export interface Weekly {
  status(): WeeklyStatus;
  state(): WeeklyState;
  /** Weeks that passed without a bundle, newest first. */
  missed(): MissedWeek[];
  /** The station's sticks that are plugged in. */
  sticks(): Promise<readonly KnownStick[]>;
  /** Takes what was copied while locked into the journal. */
  takeCarried(): void;
  keepCarryList(): void;
  /** Puts down a missed week and seals the one that is due, each once. */
  sealWhatIsDue(): Promise<void>;
  /** Seals what waits and a snapshot behind it; the next export carries both. */
  snapshot(caller: Caller): Promise<SnapshotRecord>;
  export(stick: string, caller: Caller, signal?: AbortSignal): Promise<ExportResult>;
  readReceipts(stick: string, caller: Caller): Promise<ReceiptOutcome[]>;
  /** New keys by the word of the old ones; the next export carries it. */
  renewKeys(caller: Caller): Promise<void>;
  readonly stickLog: StickLog;
}

export function openWeekly(room: WeeklyRoom): Weekly {
  const { db, raw, journal, clock } = room;
  const outbox = openOutbox(db, raw, room.office);
  const takeDecisions = decisionTaker(raw, room.takeDecisions);
  const station = () => pinnedStation(db);
  // Two exports at once would seal two different bundles under one number.
  const turn = inTurn();
  const past = openPast({ ...room, outbox });
  const snapshots = openSnapshots({ ...room, outbox });
  const alongside = () => waitingRenewal({ ...room, station });
  const files = openCarryFiles(room.outboxFolder);
  const carried = { journal, clock, outbox, snapshots, station, files, alongside };
  const sticks = openSticks(room.volumes, station);

  async function receiptsOf(stick: string, caller: Caller): Promise<ReceiptOutcome[]> {
    if (!existsSync(stick)) refuse({ code: 'stick', fault: 'gone' });
    const outcomes = await readReceipts(
      {
        journal,
        outbox,
        snapshots,
        office: room.office,
        keys: room.keys,
        station,
        takeDecisions,
        takeSent: room.takeSent,
      },
      caller,
      receiptFiles(stick),
    );
    if (outcomes.length === 0) return outcomes;
    keepCarryList(carried);
    room.events.say({ kind: 'changed', room: 'weekly' });
    return outcomes;
  }

  /** Seals what is new, where something is. The list for the locked office follows. */
  async function seal(caller: Caller): Promise<void> {
    const keyset = station();
    if (keyset === null) return;
    if (await sealWhatWaits(room, outbox, past, keyset, caller)) await snapshots.sealIfDue(keyset, caller);
    keepCarryList(carried);
  }

  async function sealSnapshot(caller: Caller): Promise<SnapshotRecord> {
    const keyset = station() ?? refuse({ code: 'not-enrolled' });
    await sealWhatWaits(room, outbox, past, keyset, caller);
    const sealed = await snapshots.seal(keyset, caller);
    keepCarryList(carried);
    room.events.say({ kind: 'changed', room: 'weekly' });
    return sealed;
  }

  /** By itself, once for each week. */
  async function sealWhatIsDue(): Promise<void> {
    past.noteMissed();
    const sealed = past.sealed();
    if (sealed === null || !mustSeal(sealed, clock.now())) return;
    await seal(systemCaller);
    room.events.say({ kind: 'changed', room: 'weekly' });
  }

  async function exportTo(stick: string, caller: Caller, signal?: AbortSignal): Promise<ExportResult> {
    if (station() === null) refuse({ code: 'not-enrolled' });
    const receipts = await receiptsOf(stick, caller);
    await seal(caller);
    const waiting = outbox.unconfirmed();
    const monthly = snapshots.waiting();
    const written: BundleRow[] = [];
    const renewal = alongside();
    const sealed = [...waiting, ...monthly].map(({ file, bytes }) => ({
      path: join(room.outboxFolder, file),
      bytes,
    }));
    const on = await stickHere(stick, station());
    const tell = (done: number) =>
      room.events.say({ kind: 'progress', task: 'weekly', done, total: sealed.length });
    tell(0);
    await putFiles(stick, [...renewal, ...sealed], (place) => {
      const index = place - renewal.length;
      if (index < 0) return;
      const bundle = waiting[index];
      const snapshot = monthly[index - waiting.length];
      if (bundle !== undefined) written.push(rowOf(recordWritten(journal, caller, bundle, on), room.nameOf));
      if (snapshot !== undefined) snapshots.recordWritten(snapshot, caller);
      if (signal?.aborted === true) refuse({ code: 'cancelled' });
      tell(index + 1);
    });
    room.events.say({ kind: 'changed', room: 'weekly' });
    return { written, receipts, folder: basename(stick) };
  }

  return {
    status: () => statusOf(room, outbox, past),
    state: () => stateOf(room, past),
    missed: past.missed,
    sticks: sticks.now,
    takeCarried() {
      takeCarried(carried);
      keepCarryList(carried);
    },
    keepCarryList: () => keepCarryList(carried),
    sealWhatIsDue: () => turn(sealWhatIsDue),
    readReceipts: (stick, caller) => turn(() => receiptsOf(stick, caller)),
    snapshot: (caller) => turn(() => sealSnapshot(caller)),
    export: (stick, caller, signal) => turn(() => exportTo(stick, caller, signal)),
    renewKeys: (caller) =>
      turn(async () => {
        await renewKeys({ ...room, outbox, station }, caller);
        keepCarryList(carried);
        room.events.say({ kind: 'changed', room: 'weekly' });
      }),
    stickLog: openStickLog({ raw, journal, outbox }),
  };
}

export function weeklyService(
  weekly: Weekly,
  shell: Shell,
  handles: Handles,
  station: () => StickReader | null,
): Calls<typeof weeklyContract> {
  // One handle a stick, however often it is asked for; which stick it stood for is looked at again before writing.
  const given = new Map<string, { readonly handle: string; readonly stick: KnownStick }>();
  const handleOf = (stick: KnownStick) => {
    const key = `${stick.id} ${stick.root}`;
    const known = given.get(key) ?? { handle: handles.give(stick.root).handle, stick };
    given.set(key, known);
    return known.handle;
  };
  const folderOf = async (handle: string) => {
    const known = [...given.values()].find((one) => one.handle === handle);
    if (known !== undefined) await needSame(known.stick, station());
    return handles.pathOf(handle);
  };
  return {
    status: () => weekly.status(),
    missed: () => weekly.missed(),
    sticks: async () =>
      (await weekly.sticks()).map((stick) => ({ handle: handleOf(stick), serial: stick.serial })),
    chooseFolder: async () => handles.give(await shell.chooseFolder('stick')),
    export: async (input, caller, { signal }) => weekly.export(await folderOf(input.folder), caller, signal),
    readReceipts: async (input, caller) => weekly.readReceipts(await folderOf(input.folder), caller),
    usedSticks: () => weekly.stickLog.used(),
    reportLost: (input, caller) => weekly.stickLog.lose(input.stick, caller),
  };
}

/** Pulled out, it is gone; with another one in its place nothing is written that was meant for the first. */
async function needSame(stick: KnownStick, station: StickReader | null): Promise<void> {
  const found = await stickHere(stick.root, station);
  if (found?.id === stick.id) return;
  refuse({ code: 'stick', fault: existsSync(join(stick.root, stickNames.root)) ? 'changed' : 'gone' });
}

/** Null for a folder that is no stick of the station's. */
async function stickHere(root: string, station: StickReader | null): Promise<KnownStick | null> {
  return station === null ? null : stickAt(root, station);
}

function recordWritten(
  journal: Journal,
  caller: Caller,
  bundle: BundleRecord,
  stick: KnownStick | null,
): BundleRecord {
  return journal.write(caller, (desk) => {
    const row = writtenAt(bundle, desk.now);
    desk.shelves.keep(bundles, row);
    const facts = { event: 'bundle-written', seq: bundle.seq, file: bundle.file };
    desk.note(
      'A',
      'weekly',
      '-',
      stick === null ? facts : { ...facts, stick: stick.id, serial: stick.serial },
    );
    return row;
  });
}
