/** The least that an import could cost: its rows and keys put in by prepared statements, under the same cipher, unjournalled. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { connectSealed, makeDurable } from '#sealed-sqlite/connect.ts';

const TABLES = ['addresses', 'households', 'residents'] as const;
const KEY_TABLES = ['addresses_keys', 'residents_keys'] as const;
/** Keys that are put in the order of their tree at a time, as the office does. */
const GATHERED = 200_000;
/** Pages kept in memory by both. */
const CACHE_KIB = 64 * 1024;

type Row = readonly [table: string, values: readonly unknown[]];

/** Milliseconds for the rows of that office, in the order in which they came. */
export function measureInsert(database: string, key: Uint8Array, path: string): number {
  const office = connectSealed(database, key, { readonly: true });
  const floor = connectSealed(path, randomBytes(32));
  try {
    makeDurable(floor);
    for (const sql of textOf(
      office,
      "SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL",
    ))
      floor.exec(sql);
    floor.pragma(`cache_size = -${CACHE_KIB}`);
    const rows = [...rowsOf(office), ...keysOf(office)];
    const inserts = new Map(
      [...TABLES, ...KEY_TABLES].map((table) => [table as string, insertInto(floor, table)]),
    );
    const started = performance.now();
    floor.exec('BEGIN IMMEDIATE');
    for (const [table, values] of rows) inserts.get(table)?.run(...values);
    floor.exec('COMMIT');
    return performance.now() - started;
  } finally {
    office.close();
    floor.close();
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  }
}

function textOf(db: Database.Database, sql: string): string[] {
  return db.prepare(sql).pluck().all() as string[];
}

function insertInto(db: Database.Database, table: string): Database.Statement {
  const columns = textOf(db, `SELECT name FROM pragma_table_info('${table}')`);
  return db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
}

/** By the journal line that wrote them. */
function rowsOf(office: Database.Database): Row[] {
  const rows = TABLES.flatMap((table) =>
    (
      office.prepare(`SELECT change_n, * FROM ${table} WHERE batch_id IS NOT NULL`).raw().all() as [
        number,
        ...unknown[],
      ][]
    ).map(([n, ...values]) => ({ n, row: [table, values] as const })),
  );
  return rows.sort((a, b) => a.n - b.n).map(({ row }) => row);
}

function keysOf(office: Database.Database): Row[] {
  const keys = KEY_TABLES.flatMap((table) =>
    (
      office.prepare(`SELECT n, key, * FROM ${table} ORDER BY n`).raw().all() as [
        number,
        string,
        ...unknown[],
      ][]
    ).map(([n, key, ...values]) => ({ n, key, row: [table, values] as const })),
  );
  const ordered: Row[] = [];
  for (let from = 0; from < keys.length; from += GATHERED) {
    const some = keys.slice(from, from + GATHERED);
    some.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.n - b.n));
    for (const { row } of some) ordered.push(row);
  }
  return ordered;
}
