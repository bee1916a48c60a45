/** Turns records into rows and back, from the declared columns alone. Knows no ledger by name. */
import type { Column } from 'drizzle-orm';
import type { Change } from '#bundle-format';
import type { Instant } from '#shared/kernel/clock.ts';
import {
  fieldsOf,
  tableName,
  type Changes,
  type LedgerTable,
  type NewRow,
  type Row,
} from './ledger-table.ts';
import type { Statement, WriteHandle } from './open.ts';
import { preparedBy } from './prepared.ts';

export interface Stamp {
  readonly at: Instant;
  readonly by: string;
}

type Values = Record<string, unknown>;

const STAMPED = ['id', 'revision', 'change_n', 'created_at', 'created_by', 'updated_at', 'updated_by'];

export interface RowWriter {
  find<T extends LedgerTable>(table: T, id: string): Row<T> | null;
  insert<T extends LedgerTable>(table: T, id: string, n: number, stamp: Stamp, values: NewRow<T>): Row<T>;
  /** `revived` takes back that the record was retired. */
  update<T extends LedgerTable>(
    table: T,
    id: string,
    n: number,
    stamp: Stamp,
    changes: Changes<T>,
    was?: 'revived',
  ): Row<T>;
  retire(table: LedgerTable, id: string, n: number, stamp: Stamp): void;
  /** Only the fields whose stored value would change. */
  differing<T extends LedgerTable>(table: T, before: Row<T>, changes: Changes<T>): Changes<T>;
  facts: typeof factsOf;
}

export function rowWriter(db: WriteHandle): RowWriter {
  const prepare = preparedBy(db);
  const inserts = new Map<LedgerTable, Statement>();

  const find: RowWriter['find'] = (table, id) => {
    const row = prepare(`SELECT * FROM ${tableName(table)} WHERE id = ?`).get(id);
    return row === undefined ? null : readRow(table, row as Values);
  };

  function found<T extends LedgerTable>(table: T, id: string): Row<T> {
    const row = find(table, id);
    if (row === null) throw new Error(`${tableName(table)}: the row just written is not there`);
    return row;
  }

  /** Its text names every column: put together once, or a bulk import does it for each row. */
  function insertInto(table: LedgerTable): Statement {
    let statement = inserts.get(table);
    if (statement === undefined) {
      const fields = fieldsOf(table).map(([, { name }]) => name);
      const columns = [...STAMPED, ...fields];
      const marks = columns.map(() => '?').join(', ');
      statement = db.prepare(`INSERT INTO ${tableName(table)} (${columns.join(', ')}) VALUES (${marks})`);
      inserts.set(table, statement);
    }
    return statement;
  }

  return {
    find,
    insert(table, id, n, { at, by }, values) {
      const bound: unknown[] = [id, 1, n, at, by, at, by];
      const stamps = { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by, retiredAt: null };
      // Not read back: a bulk import would pay for each one.
      const record: Values = { id, revision: 1, changeN: n, ...stamps };
      for (const [name, column] of fieldsOf(table)) {
        const value = (values as Values)[name] ?? null;
        bound.push(stored(column, value));
        record[name] = value;
      }
      insertInto(table).run(...bound);
      return record;
    },
    update(table, id, n, stamp, changes, was) {
      const sets = ['revision = revision + 1', 'change_n = ?', 'updated_at = ?', 'updated_by = ?'];
      const bound: unknown[] = [n, stamp.at, stamp.by];
      for (const [name, column] of fieldsOf(table)) {
        if (!(name in changes)) continue;
        sets.push(`${column.name} = ?`);
        bound.push(stored(column, (changes as Values)[name]));
      }
      if (was === 'revived') sets.push('retired_at = NULL');
      prepare(`UPDATE ${tableName(table)} SET ${sets.join(', ')} WHERE id = ?`).run(...bound, id);
      return found(table, id);
    },
    retire(table, id, n, stamp) {
      prepare(
        `UPDATE ${tableName(table)} SET revision = revision + 1, change_n = ?, retired_at = ?, updated_at = ?, updated_by = ? WHERE id = ?`,
      ).run(n, stamp.at, stamp.at, stamp.by, id);
    },
    differing(table, before, changes) {
      const kept: Values = {};
      for (const [name, column] of fieldsOf(table)) {
        if (!(name in changes)) continue;
        const next = (changes as Values)[name];
        if (next !== undefined && stored(column, next) !== stored(column, (before as Values)[name]))
          kept[name] = next;
      }
      return kept as typeof changes;
    },
    facts: factsOf,
  };
}

/**
 * The values as the journal line carries them, under the names the ledger uses on every floor. A new record carries only
 * what is `filled`: an empty field needs no words.
 */
export function factsOf<T extends LedgerTable>(table: T, values: Changes<T>, which?: 'filled'): Change['d'] {
  const facts: Record<string, string | number | boolean | null> = {};
  for (const [name] of fieldsOf(table)) {
    const value = (values as Values)[name];
    if (value === undefined || (value === null && which === 'filled')) continue;
    facts[name] = plain(value);
  }
  return facts;
}

/** A row as SQLite gives it → a record under its property names. */
export function readRow<T extends LedgerTable>(table: T, row: Values): Row<T> {
  const record: Values = {
    id: row['id'],
    revision: row['revision'],
    changeN: row['change_n'],
    createdAt: row['created_at'],
    createdBy: row['created_by'],
    updatedAt: row['updated_at'],
    updatedBy: row['updated_by'],
    retiredAt: row['retired_at'],
  };
  for (const [name, column] of fieldsOf(table)) {
    const value = row[column.name];
    record[name] = value === null ? null : column.mapFromDriverValue(value);
  }
  return record;
}

function stored(column: Column, value: unknown): unknown {
  return value === undefined || value === null ? null : column.mapToDriverValue(value);
}

function plain(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new TypeError('a ledger field is text, a whole number, true, false or null');
}
