// One bundle into the store, whole or not at all. Held in one transaction across the reading of its parts, so that a
// million lines stand neither in memory nor half in the store.
import type Database from 'better-sqlite3';
import { BundleFault, type BundleManifest, type OpenedBundle } from '#bundle-format';
import type { Instant } from '#shared/kernel/clock.ts';
import { baseOf, type Arrivals, type EpochRow, type Logs } from './logs.ts';
import type { RecordFold } from './records.ts';

export type ApplyBundle = (bundle: OpenedBundle, applyFrom: number, at: Instant) => Promise<void>;

export function openApply(db: Database.Database, logs: Logs, records: RecordFold): ApplyBundle {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const insertBundle = db.prepare('INSERT INTO bundles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const insertCounts = db.prepare('INSERT INTO bundle_counts VALUES (?, ?, ?, ?, ?, ?, ?, ?)');

  async function takeLines(bundle: OpenedBundle, applyFrom: number, isNewest: boolean): Promise<Arrivals> {
    const { office, epoch, range, chain } = bundle.manifest;
    const came = { forgotten: 0, blankN: 0, forgettingN: 0 };
    if (applyFrom > range.to) return came;
    let last = '';
    for await (const line of bundle.lines()) {
      if (line.n < applyFrom - 1) continue;
      last = line.chain.toString('hex');
      if (line.n === applyFrom - 1) {
        // Equal chains mean equal lines before: the overlap says what is held already.
        if (logs.chainAt(office, epoch, line.n) !== last) throw new BundleFault('E504', `line ${line.n}`);
        continue;
      }
      logs.append(office, epoch, line);
      if (line.change === null) {
        came.forgotten += 1;
        came.blankN = line.n;
        continue;
      }
      if (isNewest) records.fold(office, line.change);
      if (line.change.op !== 'F') continue;
      logs.forget(office, epoch, line.change);
      came.forgettingN = line.n;
    }
    if (last !== chain) throw new BundleFault('E605', `after line ${range.to}`);
    return came;
  }

  function beginEpoch(manifest: BundleManifest, known: readonly EpochRow[]): void {
    const { office, epoch_base: base } = manifest;
    logs.begin(manifest);
    const newest = known.at(-1);
    if (base === null || (newest?.epoch === base.epoch && newest.n === base.n)) return;
    records.rebuild(office, pathTo(base, known));
  }

  function verifyLive({ office, counts }: BundleManifest): void {
    const live = records.live(office);
    for (const [ledger, said] of Object.entries(counts)) {
      const found = live.get(ledger) ?? 0;
      if (found !== said.live)
        throw new BundleFault('E606', `${ledger}: ${found} live here, ${said.live} there`);
    }
  }

  async function work(bundle: OpenedBundle, applyFrom: number, at: Instant): Promise<void> {
    const { manifest } = bundle;
    const { office, epoch, sealed_epoch: sealedEpoch, seq, range, counts, created } = manifest;
    const known = logs.epochs(office);
    const isNewest = epoch >= (known.at(-1)?.epoch ?? 0);
    if (known.every((row) => row.epoch !== epoch)) beginEpoch(manifest, known);
    logs.advance(manifest, await takeLines(bundle, applyFrom, isNewest));
    const standing = logs.epochs(office);
    const isAtEnd = standing.at(-1)?.epoch === epoch && standing.at(-1)?.n === range.to;
    // An older range says nothing of today.
    if (isAtEnd && isStateKnown(standing)) verifyLive(manifest);
    const { manifestSha256, manifestText, manifestSignature, sha256 } = bundle;
    insertBundle.run(
      office,
      sealedEpoch,
      seq,
      epoch,
      range.from,
      range.to,
      manifestSha256,
      manifestText,
      manifestSignature,
      sha256,
      created.wall,
      at,
    );
    for (const [ledger, { I, U, X, live }] of Object.entries(counts)) {
      insertCounts.run(office, sealedEpoch, seq, ledger, I, U, X, live);
    }
  }

  return async (bundle, applyFrom, at) => {
    begin.run();
    try {
      await work(bundle, applyFrom, at);
      commit.run();
    } catch (error) {
      if (db.inTransaction) rollback.run();
      throw error;
    }
  };
}

/**
 * What a forgotten line changed is not known here until the F line behind it says what is left. An epoch that was gone
 * back behind may have forgotten what the restored office still has.
 */
function isStateKnown(standing: readonly EpochRow[]): boolean {
  const newest = standing.at(-1);
  return standing.every((row) =>
    row === newest ? row.blank_n <= row.forgetting_n : row.forgotten === 0 && row.forgetting_n === 0,
  );
}

/**
 * The epochs that lead to a restored point, oldest first, each up to the line the next one started from. An epoch
 * that ended before its first line leads to nothing and may not even be held.
 */
function pathTo(
  base: { epoch: number; n: number },
  known: readonly EpochRow[],
): readonly { epoch: number; to: number }[] {
  if (base.n === 0) return [];
  const row = known.find((candidate) => candidate.epoch === base.epoch);
  if (row === undefined) throw new RangeError(`epoch ${base.epoch} is not held`);
  const before = baseOf(row);
  return [...(before === null ? [] : pathTo(before, known)), { epoch: base.epoch, to: base.n }];
}
