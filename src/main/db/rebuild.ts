/**
 * A store built from the lines of its own journal: the same rows, numbers and forgetting as the store had that wrote them.
 * Used once on a new, empty store, which is thrown away unless it is finished; verifyStore proves every row of it then.
 */
import { leafOf, parseChange, readForgotten, type BundleLine, type Change } from '#bundle-format';
import { refuse } from '#shared/kernel/failure.ts';
import { numberOfRecord, RECORD_ID } from '#shared/kernel/ids.ts';
import { beginEpoch, type Epoch } from './epoch.ts';
import { blankOf, UNKNOWN } from './forget.ts';
import { fieldsOf, tableName, type Ledger } from './ledger-table.ts';
import type { WriteHandle } from './open.ts';
import { preparedBy } from './prepared.ts';
import { rowWriter } from './row-writer.ts';

/** Lines written in one transaction: few enough to keep the log beside the store short. */
const BATCH = 5000;

/** A record that goes on while its beginning was forgotten at the station: it has to be forgotten whole. */
export interface Lacking {
  readonly ledger: Ledger;
  readonly id: string;
}

export interface Rebuilder {
  /** The lines that follow are of this epoch. */
  begin(epoch: Epoch): void;
  take(line: BundleLine): void;
  /** A line the office went back behind by a restore: it made nothing that stands, but its numbers were given out. */
  pass(line: BundleLine): void;
  /** What is left to forget in the next epoch. Nothing may be taken after it. */
  finish(): readonly Lacking[];
}

/** What a row without its content is made of. */
type Ended = Pick<Change, 'k' | 'n' | 't' | 'u' | 'v' | 'd'>;

/** Refuses with `newer-version` lines of a ledger this version does not know, with `data-damaged` what makes no record. */
export function rebuild(db: WriteHandle, ledgers: readonly Ledger[]): Rebuilder {
  const byName = new Map<string, Ledger>(ledgers.map((ledger) => [ledger.name, ledger]));
  const rows = rowWriter(db);
  const insertLine = db.prepare(
    'INSERT INTO journal (epoch, n, line, leaf, h, ledger, record, op) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const triggers = setTriggersAside(db, ledgers);
  const numbers = new Map<string, number>();
  const lacking = new Map<string, Lacking & Ended>();
  const passed = new Map<string, Change>();
  let present = 1;
  let taken = 0;
  db.exec('BEGIN');

  function ledgerOf({ l }: Change): Ledger {
    return byName.get(l) ?? refuse({ code: 'newer-version' });
  }

  function noteNumber({ l, k }: Change): void {
    if (RECORD_ID.test(k)) numbers.set(l, Math.max(numbers.get(l) ?? 0, numberOfRecord(k)));
  }

  function change(of: Change): void {
    const { op, k: id, n, t, u, d, v } = of;
    if (op !== 'I' && op !== 'U' && op !== 'X' && op !== 'F') return;
    const ledger = ledgerOf(of);
    noteNumber(of);
    const stamp = { at: t, by: u };
    if (op === 'F') {
      lacking.delete(`${ledger.name} ${id}`);
      return putBlank(db, ledger, of, t);
    }
    // A line has the fields under the names of the table; one that a later version dropped is no field any more.
    if (op === 'I') return void rows.insert(ledger.table, id, n, stamp, d);
    if (rows.find(ledger.table, id) === null)
      return void lacking.set(`${ledger.name} ${id}`, { ledger, id, k: id, v, n, t, u, d: {} });
    if (op === 'X') rows.retire(ledger.table, id, n, stamp);
    else rows.update(ledger.table, id, n, stamp, d, 'revived');
  }

  return {
    begin({ epoch, base }) {
      present = epoch;
      if (base !== null) beginEpoch(db, epoch, base);
    },
    take({ n, line, chain }) {
      const forgotten = readForgotten(line);
      const of = forgotten === null ? parseChange(line) : null;
      const place = of === null ? [UNKNOWN, UNKNOWN, UNKNOWN] : [of.l, of.k, of.op];
      insertLine.run(present, n, line, leafOf(line), chain, ...place);
      if (of !== null) change(of);
      taken += 1;
      if (taken % BATCH === 0) db.exec('COMMIT; BEGIN');
    },
    pass({ line }) {
      if (readForgotten(line) !== null) return;
      const of = parseChange(line);
      noteNumber(of);
      if (of.op === 'F') passed.set(`${of.l} ${of.k}`, of);
    },
    finish() {
      for (const [key, one] of lacking)
        putBlank(db, one.ledger, { ...one, d: passed.get(key)?.d ?? {} }, null);
      const keepNumber = db.prepare('INSERT OR REPLACE INTO sequences (ledger, last) VALUES (?, ?)');
      for (const [ledger, last] of numbers) keepNumber.run(ledger, last);
      for (const sql of triggers) db.exec(sql);
      db.exec('COMMIT');
      return [...lacking.values()].map(({ ledger, id }) => ({ ledger, id }));
    },
  };
}

/** Rows come as they stand at the end of a record, not one version after another, so the guards of the tables stand aside. */
function setTriggersAside(db: WriteHandle, ledgers: readonly Ledger[]): readonly string[] {
  const tables = JSON.stringify(ledgers.map(({ table }) => tableName(table)));
  const found = db
    .prepare(
      `SELECT name, sql FROM sqlite_schema
        WHERE type = 'trigger' AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY rowid`,
    )
    .all(tables) as { name: string; sql: string }[];
  for (const { name } of found) db.exec(`DROP TRIGGER ${name}`);
  return found.map(({ sql }) => sql);
}

/** A row with what is kept of it and nothing else; of how it began nothing is known. */
function putBlank(db: WriteHandle, ledger: Ledger, of: Ended, retiredAt: string | null): void {
  const names = ['id', 'revision', 'change_n', 'created_at', 'created_by', 'updated_at', 'updated_by'];
  const bound: unknown[] = [of.k, of.v, of.n, of.t, of.u, of.t, of.u];
  for (const [name, column] of fieldsOf(ledger.table)) {
    const value = of.d[name] ?? null;
    names.push(column.name);
    bound.push(value === null ? blankOf(column) : column.mapToDriverValue(value));
  }
  const marks = [...names, 'retired_at'].map(() => '?').join(', ');
  preparedBy(db)(
    `INSERT INTO ${tableName(ledger.table)} (${names.join(', ')}, retired_at) VALUES (${marks})`,
  ).run(...bound, retiredAt);
}
