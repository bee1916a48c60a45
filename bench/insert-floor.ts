/** The least that an import could cost: what it wrote, put in again by prepared statements under the same cipher. */
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

/** `rows` and what they are found by; or `everything`: the journal line before each row too, under the guards of the store. */
export type Floor = 'rows' | 'everything';

/** Milliseconds for the rows of that office, in the order in which they came. */
export function measureInsert(database: string, key: Uint8Array, path: string, floor: Floor): number {
  const office = connectSealed(database, key, { readonly: true });
  const store = connectSealed(path, randomBytes(32));
  try {
    makeDurable(store);
    makeTables(store, office, floor);
    store.pragma(`cache_size = -${CACHE_KIB}`);
    const lines = floor === 'everything' ? linesOf(office) : [];
    const rows = [...inOrder([...rowsOf(office), ...lines]), ...keysOf(office)];
    const inserts = new Map(
      ['journal', ...TABLES, ...KEY_TABLES].map((table) => [table, insertInto(store, table)]),
    );
    const started = performance.now();
    store.exec('BEGIN IMMEDIATE');
    for (const [table, values] of rows) inserts.get(table)?.run(...values);
    store.exec('COMMIT');
    return performance.now() - started;
  } finally {
    office.close();
    store.close();
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  }
}

function makeTables(store: Database.Database, office: Database.Database, floor: Floor): void {
  const kinds = floor === 'everything' ? ['table', 'index', 'trigger'] : ['table', 'index'];
  for (const kind of kinds)
    for (const sql of textOf(
      office,
      `SELECT sql FROM sqlite_schema WHERE type = '${kind}' AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'`,
    ))
      store.exec(sql);
  store.exec('INSERT INTO epochs (epoch) VALUES (1)');
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

interface Placed {
  readonly n: number;
  readonly row: Row;
}

function rowsOf(office: Database.Database): Placed[] {
  return TABLES.flatMap((table) =>
    placed(office, table, `SELECT change_n, * FROM ${table} WHERE batch_id IS NOT NULL AND revision = 1`),
  );
}

function linesOf(office: Database.Database): Placed[] {
  return placed(office, 'journal', 'SELECT n, * FROM journal');
}

function placed(office: Database.Database, table: string, sql: string): Placed[] {
  const rows = office.prepare(sql).raw().all() as [number, ...unknown[]][];
  return rows.map(([n, ...values]) => ({ n, row: [table, values] }));
}

/** By the journal line that wrote them; the line itself comes first. */
function inOrder(placed: readonly Placed[]): Row[] {
  const rank = ({ row: [table] }: Placed) => (table === 'journal' ? 0 : 1);
  return placed.toSorted((a, b) => a.n - b.n || rank(a) - rank(b)).map(({ row }) => row);
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
