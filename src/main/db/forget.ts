/**
 * Forgetting: what is left of a record at the end of its retention, and the text of its lines taken away
 * (docs/format/bundle-v1.md, "Forgetting"). Used by the journal alone, inside its transaction.
 */
import type { Column } from 'drizzle-orm';
import { encodeForgotten } from '#bundle-format';
import {
  fieldsOf,
  tableName,
  type Changes,
  type Ledger,
  type LedgerTable,
  type Row,
} from './ledger-table.ts';
import type { WriteHandle } from './open.ts';
import { preparedBy } from './prepared.ts';
import type { Stamp } from './row-writer.ts';

/** The lines an F line takes the text of, as SQL. */
export const FORGETTABLE_OPS = `('I', 'U', 'X', 'C')`;

/**
 * Stands for ledger, record and op of a line that came back from the station without its text: it had been forgotten, and
 * nobody knows any more whose it was.
 */
export const UNKNOWN = '-';

export interface Forgetter {
  /** False where the record was forgotten before. */
  mayForget(ledger: Ledger, id: string): boolean;
  /** After the F line `n`: the row keeps `ledger.keeps` and leaves the ledger, its earlier lines lose their text. */
  forget(ledger: Ledger, id: string, at: { readonly epoch: number; readonly n: number }, stamp: Stamp): void;
}

export function openForgetter(db: WriteHandle): Forgetter {
  const prepare = preparedBy(db);
  const isForgotten = db
    .prepare(`SELECT EXISTS (SELECT 1 FROM journal WHERE ledger = ? AND record = ? AND op = 'F')`)
    .pluck();
  const selectLeaves = db.prepare(
    `SELECT epoch, n, leaf FROM journal INDEXED BY journal_record
      WHERE ledger = ? AND record = ? AND op IN ${FORGETTABLE_OPS} AND (epoch, n) < (?, ?)`,
  );
  const forgetLine = db.prepare('UPDATE journal SET line = ? WHERE epoch = ? AND n = ?');

  return {
    mayForget: (ledger, id) => isForgotten.get(ledger.name, id) === 0,
    forget(ledger, id, { epoch, n }, stamp) {
      const sets = ['revision = revision + 1', 'change_n = ?', 'updated_at = ?', 'updated_by = ?'];
      const bound: unknown[] = [n, stamp.at, stamp.by];
      const kept = keptOf(ledger);
      for (const [name, column] of fieldsOf(ledger.table)) {
        if (kept.has(name)) continue;
        sets.push(`${column.name} = ?`);
        bound.push(blankOf(column));
      }
      // What was taken out before keeps its own day: it was wrong, and counts for nothing.
      sets.push('retired_at = coalesce(retired_at, ?)');
      bound.push(stamp.at);
      prepare(`UPDATE ${tableName(ledger.table)} SET ${sets.join(', ')} WHERE id = ?`).run(...bound, id);
      const leaves = selectLeaves.all(ledger.name, id, epoch, n) as LeafRow[];
      for (const row of leaves) {
        const line = encodeForgotten({ n: row.n, leaf: row.leaf.toString('hex') });
        forgetLine.run(line, row.epoch, row.n);
      }
    },
  };
}

interface LeafRow {
  readonly epoch: number;
  readonly n: number;
  readonly leaf: Buffer;
}

/** The fields of a record that stay: `d` of its F line. */
export function remainsOf<T extends LedgerTable>(ledger: Ledger<T>, row: Row<T>): Changes<T> {
  const kept = keptOf(ledger);
  return Object.fromEntries(Object.entries(row).filter(([name]) => kept.has(name))) as Changes<T>;
}

function keptOf({ name, keeps }: Pick<Ledger, 'name' | 'keeps'>): ReadonlySet<string> {
  if (keeps === undefined) throw new Error(`${name}: its records are never forgotten`);
  return new Set(keeps);
}

/** What stands in a column of which nothing stays, as SQLite stores it. */
export function blankOf(column: Column): string | number | null {
  if (!column.notNull) return null;
  return column.dataType === 'string' ? '' : 0;
}

/** The write-ahead log still holds pages as they were: it is emptied into the file and cut to nothing. */
export function emptyLog(db: WriteHandle): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * Writes the whole file anew. Deleted cells are overwritten (secure_delete), but where pages were split or merged since,
 * copies of moved cells stand in their unused space, and nothing else removes those. Takes as much memory as the file.
 */
export function compactStore(db: WriteHandle): void {
  db.exec('VACUUM');
  emptyLog(db);
}
