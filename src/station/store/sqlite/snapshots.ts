// What came of each snapshot: the latest word on it.
import type Database from 'better-sqlite3';
import type { ComparedSnapshot, StationStore } from '#station/store/port.ts';

type Own = 'snapshot' | 'lastSnapshot' | 'addSnapshot';

export function openSnapshots(db: Database.Database): Pick<StationStore, Own> {
  const columns =
    'office, epoch, n, manifest_sha256 AS manifestSha256, file_sha256 AS file, rows, verdict, detail';
  const find = db.prepare<[string, string], ComparedSnapshot>(
    `SELECT ${columns} FROM snapshots WHERE office = ? AND manifest_sha256 = ?`,
  );
  const last = db.prepare<[string], ComparedSnapshot & { at: string }>(
    `SELECT ${columns}, compared_at AS at FROM snapshots WHERE office = ?
      ORDER BY compared_at DESC, epoch DESC, n DESC LIMIT 1`,
  );
  const insert = db.prepare(
    `INSERT OR REPLACE INTO snapshots
       VALUES (@office, @epoch, @n, @manifestSha256, @file, @rows, @verdict, @detail, @at)`,
  );
  return {
    snapshot: async (office, manifestSha256) => find.get(office, manifestSha256) ?? null,
    lastSnapshot: async (office) => last.get(office) ?? null,
    addSnapshot: async (snapshot, at) => void insert.run({ ...snapshot, at }),
  };
}
