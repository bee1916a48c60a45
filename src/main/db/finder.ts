/** Keeps what records are found by in step with their rows. Keys are gathered and written in the order of their tree. */
import { numberOfRecord } from '#shared/kernel/ids.ts';
import { tableName, type Ledger, type LedgerTable, type Row } from './ledger-table.ts';
import type { Store, WriteHandle } from './open.ts';
import { preparedBy } from './prepared.ts';
import { readRow } from './row-writer.ts';

/** Keys gathered before they are written: enough to sort well, little enough to hold. */
const GATHERED_MAX = 200_000;

export interface FinderWriter {
  /** A record came into the ledger, or was changed from what it was `before`. */
  follow<T extends LedgerTable>(ledger: Ledger<T>, row: Row<T>, before: Row<T> | null): void;
  /** A record that stood as this row left the ledger. */
  leave<T extends LedgerTable>(ledger: Ledger<T>, row: Row<T>): void;
  /** Writes what was gathered; called before the commit. */
  flush(): void;
}

/** For one transaction. */
export function finderWriter(db: WriteHandle): FinderWriter {
  const prepare = preparedBy(db);
  const gathered = new Map<string, number>();

  /** SQLite gathers and sorts them itself, in memory: as objects they would need ten times as much. */
  function add(table: string, keys: readonly string[], n: number, at: number): void {
    if (keys.length === 0) return;
    let count = gathered.get(table);
    if (count === undefined) {
      db.exec(`CREATE TEMP TABLE IF NOT EXISTS ${table}_gathered (key TEXT, n INTEGER, at INTEGER)`);
      count = 0;
    }
    prepare(`INSERT INTO temp.${table}_gathered SELECT value, ?, ? FROM json_each(?)`).run(
      n,
      at,
      JSON.stringify(keys),
    );
    count += keys.length;
    gathered.set(table, count);
    if (count > GATHERED_MAX) write(table);
  }

  function write(table: string): void {
    prepare(
      `INSERT INTO ${table}_keys (key, n, at) SELECT key, n, at FROM temp.${table}_gathered ORDER BY key, n`,
    ).run();
    prepare(`DELETE FROM temp.${table}_gathered`).run();
    gathered.set(table, 0);
  }

  function flush(): void {
    for (const [table, count] of gathered) if (count > 0) write(table);
  }

  function drop(table: string, keys: Iterable<string>, n: number): void {
    // What is to go may still be among what was gathered.
    flush();
    const remove = prepare(`DELETE FROM ${table}_keys WHERE key = ? AND n = ?`);
    for (const key of keys) remove.run(key, n);
  }

  return {
    follow(ledger, row, before) {
      const { finder } = ledger;
      if (finder === undefined) return;
      const table = tableName(ledger.table);
      const n = numberOfRecord(String(row['id']));
      const has = new Set(finder.keysOf(row));
      const at = finder.at(row);
      if (before === null) return add(table, [...has], n, at);
      const had = new Set(finder.keysOf(before));
      const moved = finder.at(before) !== at;
      const gone = [...had].filter((key) => moved || !has.has(key));
      if (gone.length > 0) drop(table, gone, n);
      add(
        table,
        [...has].filter((key) => moved || !had.has(key)),
        n,
        at,
      );
    },
    leave(ledger, row) {
      const { finder } = ledger;
      if (finder === undefined) return;
      drop(tableName(ledger.table), new Set(finder.keysOf(row)), numberOfRecord(String(row['id'])));
    },
    flush,
  };
}

/** Builds anew the tables whose rule has another version than the one they were built by. Once, at unlock. */
export function renewFinders(write: WriteHandle, raw: Store['raw'], ledgers: readonly Ledger[]): void {
  const versionOf = raw.prepare('SELECT version FROM finders WHERE ledger = ?').pluck();
  for (const ledger of ledgers) {
    if (ledger.finder === undefined || versionOf.get(ledger.name) === ledger.finder.version) continue;
    renew(write, raw, ledger, ledger.finder.version);
  }
}

function renew(write: WriteHandle, raw: Store['raw'], ledger: Ledger, version: number): void {
  const table = tableName(ledger.table);
  write
    .transaction(() => {
      write.exec(`DELETE FROM ${table}_keys`);
      const finders = finderWriter(write);
      const rows = raw.prepare(`SELECT * FROM ${table} WHERE retired_at IS NULL`).iterate();
      for (const row of rows)
        finders.follow(ledger, readRow(ledger.table, row as Record<string, unknown>), null);
      finders.flush();
      write
        .prepare('INSERT OR REPLACE INTO finders (ledger, version) VALUES (?, ?)')
        .run(ledger.name, version);
    })
    .immediate();
}
