/** Keeps what records are found by in step with their rows. Writes are gathered and put in the order of their tree. */
import { numberOfRecord } from '#shared/kernel/ids.ts';
import { tableName, type Ledger, type LedgerTable, type Row } from './ledger-table.ts';
import type { Store, WriteHandle } from './open.ts';
import { preparedBy } from './prepared.ts';
import { readRow } from './row-writer.ts';

/** Keys gathered before they are written: enough to sort well, little enough to hold. */
const GATHERED_MAX = 200_000;

export interface FinderWriter {
  /** A record was put or changed; `new` saves looking for keys that cannot be there. */
  follow<T extends LedgerTable>(ledger: Ledger<T>, row: Row<T>, was: 'new' | 'changed'): void;
  leave(ledger: Ledger, id: string): void;
  /** Writes what was gathered; called before the commit. */
  flush(): void;
}

interface Gathered {
  readonly fresh: [key: string, n: number][];
  readonly words: [n: number, words: string][];
}

/** For one transaction. */
export function finderWriter(db: WriteHandle): FinderWriter {
  const prepare = preparedBy(db);
  const gathered = new Map<string, Gathered>();
  let count = 0;

  function drop(table: string, n: number): void {
    const words = prepare(`SELECT words FROM ${table}_words WHERE n = ?`).pluck().get(n) as
      string | undefined;
    if (words === undefined) return;
    for (const key of keysIn(words)) prepare(`DELETE FROM ${table}_keys WHERE key = ? AND n = ?`).run(key, n);
    prepare(`DELETE FROM ${table}_words WHERE n = ?`).run(n);
  }

  function flush(): void {
    for (const [table, { fresh, words }] of gathered) {
      fresh.sort(([a, m], [b, n]) => (a < b ? -1 : a > b ? 1 : m - n));
      const insertKey = prepare(`INSERT INTO ${table}_keys (key, n) VALUES (?, ?)`);
      for (const [key, n] of fresh) insertKey.run(key, n);
      const insertWords = prepare(`INSERT INTO ${table}_words (n, words) VALUES (?, ?)`);
      for (const [n, text] of words) insertWords.run(n, text);
    }
    gathered.clear();
    count = 0;
  }

  return {
    follow(ledger, row, was) {
      if (ledger.finder === undefined) return;
      const table = tableName(ledger.table);
      const n = numberOfRecord(String(row['id']));
      if (was === 'changed') {
        flush();
        drop(table, n);
      }
      const keys = [...new Set(ledger.finder.keysOf(row))];
      if (keys.length === 0) return;
      let mine = gathered.get(table);
      if (mine === undefined) gathered.set(table, (mine = { fresh: [], words: [] }));
      for (const key of keys) mine.fresh.push([key, n]);
      mine.words.push([n, wordsOf(keys)]);
      count += keys.length;
      if (count > GATHERED_MAX) flush();
    },
    leave(ledger, id) {
      if (ledger.finder === undefined) return;
      flush();
      drop(tableName(ledger.table), numberOfRecord(id));
    },
    flush,
  };
}

/** All keys of a record as one text in which `\n` + beginning of a key finds it. */
function wordsOf(keys: readonly string[]): string {
  return `\n${keys.join('\n')}\n`;
}

function keysIn(words: string): string[] {
  return words.slice(1, -1).split('\n');
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
      write.exec(`DELETE FROM ${table}_keys; DELETE FROM ${table}_words;`);
      const finders = finderWriter(write);
      const rows = raw.prepare(`SELECT * FROM ${table} WHERE retired_at IS NULL`).iterate();
      for (const row of rows)
        finders.follow(ledger, readRow(ledger.table, row as Record<string, unknown>), 'new');
      finders.flush();
      write
        .prepare('INSERT OR REPLACE INTO finders (ledger, version) VALUES (?, ?)')
        .run(ledger.name, version);
    })
    .immediate();
}
