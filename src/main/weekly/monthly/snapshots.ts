/**
 * The monthly snapshot (docs/format/bundle-v1.md, "Snapshot"): all live records as they stand, so that the station can hold what
 * it made of the lines against them. It never stands for the lines; one that is lost is made again in the next month.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { desc } from 'drizzle-orm';
import { sealSnapshot, type Keyset, type ReceiptManifest } from '#bundle-format';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { chainAt, headIn, presentOf } from '#main/db/epoch.ts';
import type { Desk } from '#main/db/journal.ts';
import { liveRecords } from '#main/db/live-records.ts';
import { SCHEMA } from '#main/db/migrate.ts';
import type { ReadHandle, StillStore, Store } from '#main/db/open.ts';
import { snapshots } from '#main/db/shelf-tables.ts';
import { writtenAt } from '#main/weekly/carried.ts';
import { isWhole, type BundleRoom } from '#main/weekly/new-bundle.ts';
import { LOST, type Outbox } from '#main/weekly/outbox.ts';
import { orRefuse } from '#main/weekly/refusals.ts';
import { createdNow } from '#main/weekly/seal.ts';

export type SnapshotRecord = typeof snapshots.$inferSelect;

export interface SnapshotRoom extends Omit<BundleRoom, 'raw'> {
  readonly db: ReadHandle;
  readonly still: Store['still'];
  readonly outbox: Outbox;
}

export interface Snapshots {
  /** The newest one, or none where the station has answered to it. An older one says nothing the newer does not. */
  waiting(): readonly SnapshotRecord[];
  /** Seals one where the month has none yet. Called when a bundle was sealed. */
  sealIfDue(keyset: Keyset, caller: Caller): Promise<void>;
  recordWritten(snapshot: SnapshotRecord, caller: Caller): void;
  /** Every one there ever was. */
  all(): readonly SnapshotRecord[];
  /** Seals one now. The present epoch has a bundle. */
  seal(keyset: Keyset, caller: Caller): Promise<SnapshotRecord>;
}

export function openSnapshots(room: SnapshotRoom): Snapshots {
  const { db, journal, clock, outbox } = room;
  const newest = () => db.select().from(snapshots).orderBy(desc(snapshots.sealedAt)).limit(1).get() ?? null;

  /** A new office says all it has in its first bundle: its first snapshot is one of the month behind it. */
  function isDue(): boolean {
    const last = newest();
    if (last?.checkCode === LOST) return true;
    const since = last?.sealedAt ?? outbox.all()[0]?.sealedAt;
    return since !== undefined && monthOf(dayOf(since)) < monthOf(today(clock));
  }

  async function dropLost(caller: Caller): Promise<void> {
    const last = newest();
    if (last === null || !isOnItsWay(last) || (await isWhole(join(room.outboxFolder, last.file)))) return;
    journal.write(caller, (desk) => {
      desk.shelves.keep(snapshots, { ...last, state: 'refused', checkCode: LOST });
      desk.note('A', 'weekly', '-', { event: 'outbox-file-lost', n: last.n });
    });
  }

  async function seal(keyset: Keyset, caller: Caller): Promise<SnapshotRecord> {
    const view = room.still();
    try {
      const sealed = orRefuse(await sealSnapshot(orderOf(room, view, keyset)));
      const { epoch, n, counts } = sealed.manifest;
      const rows = Object.values(counts).reduce((sum, live) => sum + live, 0);
      return journal.write(caller, (desk) => {
        const row: SnapshotRecord = {
          epoch,
          n,
          file: basename(sealed.path),
          bytes: sealed.size,
          rows,
          sealedAt: desk.now,
          sealedBy: caller.staff,
          writtenAt: null,
          state: 'sealed',
          checkCode: null,
        };
        desk.shelves.keep(snapshots, row);
        desk.note('A', 'weekly', '-', { event: 'snapshot-sealed', n, rows });
        return row;
      });
    } finally {
      view.close();
    }
  }

  return {
    waiting() {
      const last = newest();
      return last !== null && isOnItsWay(last) && existsSync(join(room.outboxFolder, last.file))
        ? [last]
        : [];
    },
    async sealIfDue(keyset, caller) {
      await dropLost(caller);
      if (isDue()) await seal(keyset, caller);
    },
    recordWritten: (snapshot, caller) =>
      journal.write(caller, (desk) => {
        desk.shelves.keep(snapshots, writtenAt(snapshot, desk.now));
        desk.note('A', 'weekly', '-', { event: 'snapshot-written', n: snapshot.n });
      }),
    all: () => db.select().from(snapshots).all(),
    seal,
  };
}

function orderOf(
  { keys, office, ledgers, outbox, outboxFolder, clock, version }: SnapshotRoom,
  { raw }: StillStore,
  keyset: Keyset,
): Parameters<typeof sealSnapshot>[0] {
  const { epoch, base } = presentOf(raw);
  const bundle = outbox.all().findLast((one) => one.sealedEpoch === epoch && one.epoch === epoch);
  if (bundle === undefined) throw new Error('a snapshot follows a bundle');
  const n = wasChangedBehind(raw, epoch, bundle.toN) ? headIn(raw, epoch) : bundle.toN;
  const chain = chainAt(raw, office, { epoch, n });
  if (chain === null) throw new Error(`the journal has no line ${epoch}/${n}`);
  return {
    folder: outboxFolder,
    signer: keys.signer,
    keyset,
    office,
    epoch,
    epochBase: base,
    seq: n === bundle.toN ? bundle.seq : bundle.seq + 1,
    n,
    chain,
    rows: liveRecords(raw, ledgers),
    ledgers: ledgers.map(({ name }) => name),
    schema: SCHEMA,
    app: version,
    created: createdNow(raw, clock, { epoch, n: bundle.fromN }),
  };
}

/** Behind the bundle stand notes of its sealing. Where a record changed too, the station compares when that line has come. */
function wasChangedBehind(raw: Store['raw'], epoch: number, n: number): boolean {
  const found = raw
    .prepare(`SELECT EXISTS (SELECT 1 FROM journal WHERE epoch = ? AND n > ? AND op IN ('I', 'U', 'X', 'F'))`)
    .pluck()
    .get(epoch, n);
  return found === 1;
}

function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** What the station found to differ is not sent again: its people phone. A damaged file is. */
function isOnItsWay({ state, checkCode }: SnapshotRecord): boolean {
  return state !== 'confirmed' && checkCode !== LOST && checkCode !== 'E611';
}

/** What a receipt says of snapshots: compared, refused, or seen and waiting for lines. */
export function updateSnapshots(
  desk: Desk,
  all: readonly SnapshotRecord[],
  { refused, seen_files }: ReceiptManifest,
  confirmed: Readonly<Record<string, number>>,
): void {
  for (const snapshot of all) {
    if (snapshot.checkCode === LOST) continue;
    const name = snapshot.file.replace(/\.jwb$/, '');
    const fault = refused.find(({ file }) => file === name);
    if (fault !== undefined)
      desk.shelves.keep(snapshots, { ...snapshot, state: 'refused', checkCode: fault.code });
    else if (seen_files.includes(name)) {
      const state = (confirmed[snapshot.epoch] ?? 0) >= snapshot.n ? 'confirmed' : 'held';
      desk.shelves.keep(snapshots, { ...snapshot, state, checkCode: null });
    }
  }
}
