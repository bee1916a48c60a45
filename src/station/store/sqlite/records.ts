// The state of each record in SQLite, as the lines made it.
import type Database from 'better-sqlite3';
import type { Change } from '#bundle-format';
import type { Follower } from './decisions.ts';
import { keyOf, type FoldedRecord } from '#station/store/fold.ts';

export interface RecordTable {
  readonly find: (office: string, changes: readonly Change[]) => ReadonlyMap<string, FoldedRecord>;
  readonly keep: (office: string, records: readonly FoldedRecord[]) => void;
  /** Takes the state of an office away, to be built again from its lines. */
  readonly restart: (office: string) => void;
  readonly follow: (office: string, changes: readonly Change[]) => void;
  readonly live: (office: string) => ReadonlyMap<string, number>;
}

interface RecordRow {
  readonly v: number;
  readonly live: number;
  readonly n: number;
  readonly fields: string;
  readonly forgotten: number;
}

export function openRecords(db: Database.Database, follower: Follower): RecordTable {
  const select = db.prepare<[string, string, string], RecordRow>(
    'SELECT v, live, n, fields, forgotten FROM records WHERE office = ? AND ledger = ? AND record = ?',
  );
  const upsert = db.prepare(
    `INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (office, ledger, record) DO UPDATE
       SET v = excluded.v, live = excluded.live, n = excluded.n, fields = excluded.fields, forgotten = excluded.forgotten`,
  );
  const clear = db.prepare('DELETE FROM records WHERE office = ?');
  const countLive = db.prepare<[string], { ledger: string; live: number }>(
    'SELECT ledger, count(*) AS live FROM records WHERE office = ? AND live = 1 GROUP BY ledger',
  );

  return {
    find(office, changes) {
      const found = new Map<string, FoldedRecord>();
      for (const { l: ledger, k: record } of changes) {
        const row = select.get(office, ledger, record);
        if (row === undefined) continue;
        const { v, live, n, fields, forgotten } = row;
        found.set(keyOf(ledger, record), {
          ledger,
          record,
          v,
          n,
          live: live === 1,
          forgotten: forgotten === 1,
          fields: JSON.parse(fields) as Record<string, unknown>,
        });
      }
      return found;
    },
    keep(office, records) {
      for (const { ledger, record, v, live, n, fields, forgotten } of records)
        upsert.run(office, ledger, record, v, live ? 1 : 0, n, JSON.stringify(fields), forgotten ? 1 : 0);
    },
    restart(office) {
      clear.run(office);
      follower.restart(office);
    },
    follow(office, changes) {
      for (const change of changes) follower.line(office, change);
    },
    live: (office) => new Map(countLive.all(office).map(({ ledger, live }) => [ledger, live])),
  };
}
