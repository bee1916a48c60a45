// One bundle into the SQLite store, whole or not at all. The transaction is held across the reading of its parts.
import type Database from 'better-sqlite3';
import type { OpenedBundle } from '#bundle-format';
import type { Instant } from '#shared/kernel/clock.ts';
import { applyBundle, type BundleWork } from '#station/store/apply.ts';
import type { Logs } from './logs.ts';
import type { RecordTable } from './records.ts';

export type ApplyBundle = (bundle: OpenedBundle, applyFrom: number, at: Instant) => Promise<void>;

export function openApply(db: Database.Database, logs: Logs, records: RecordTable): ApplyBundle {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const addBundle = openBundles(db);

  const workOn = (office: string): BundleWork => ({
    epochs: async () => logs.epochs(office),
    chainAt: async (epoch, n) => logs.chainAt(office, epoch, n),
    begin: async (manifest) => logs.begin(manifest),
    append: async (epoch, lines) => {
      for (const line of lines) logs.append(office, epoch, line);
    },
    linesOf: async (epoch, after, to, most) => logs.linesOf(office, epoch, after, to, most),
    find: async (changes) => records.find(office, changes),
    keep: async (folded) => records.keep(office, folded),
    follow: async (changes) => records.follow(office, changes),
    forget: async (epoch, forgettings) => {
      for (const forgetting of forgettings) logs.forget(office, epoch, forgetting);
    },
    restart: async () => records.restart(office),
    live: async () => records.live(office),
    advance: async (manifest, arrivals) => logs.advance(manifest, arrivals),
    addBundle: async (bundle, at) => addBundle(bundle, at),
  });

  return async (bundle, applyFrom, at) => {
    begin.run();
    try {
      await applyBundle(workOn(bundle.manifest.office), bundle, applyFrom, at);
      commit.run();
    } catch (error) {
      if (db.inTransaction) rollback.run();
      throw error;
    }
  };
}

function openBundles(db: Database.Database): (bundle: OpenedBundle, at: Instant) => void {
  const insertBundle = db.prepare('INSERT INTO bundles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const insertCounts = db.prepare('INSERT INTO bundle_counts VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  return ({ manifest, manifestSha256, manifestText, manifestSignature, sha256 }, at) => {
    const { office, sealed_epoch: sealedEpoch, seq, epoch, range, counts, created } = manifest;
    const place = [office, sealedEpoch, seq] as const;
    const proof = [manifestSha256, manifestText, manifestSignature, sha256] as const;
    insertBundle.run(...place, epoch, range.from, range.to, ...proof, created.wall, at);
    for (const [ledger, { I, U, X, live }] of Object.entries(counts))
      insertCounts.run(...place, ledger, I, U, X, live);
  };
}
