// The state of each record, folded from its lines. Only the office decides what a record says; this repeats it.
import type Database from 'better-sqlite3';
import { BundleFault, parseChange, readForgotten, type Change } from '#bundle-format';
import type { Follower } from './decisions.ts';

/** Rows read at once when the state is built again: a line has at most 1 MiB, most have a hundred bytes. */
const pageRows = 500;

export interface RecordFold {
  /** Throws BundleFault E612 where the versions of a record do not follow one another. */
  readonly fold: (office: string, change: Change) => void;
  /** Builds the state of an office again from the lines of these epochs, each up to its line. */
  readonly rebuild: (office: string, path: readonly { epoch: number; to: number }[]) => void;
  readonly live: (office: string) => ReadonlyMap<string, number>;
}

interface RecordRow {
  readonly v: number;
  readonly live: number;
  readonly fields: string;
  readonly forgotten: number;
}

export function openRecords(db: Database.Database, follower: Follower): RecordFold {
  const find = db.prepare<[string, string, string], RecordRow>(
    'SELECT v, live, fields, forgotten FROM records WHERE office = ? AND ledger = ? AND record = ?',
  );
  const insert = db.prepare('INSERT INTO records VALUES (?, ?, ?, ?, 1, ?, ?, 0)');
  const update = db.prepare(
    'UPDATE records SET v = ?, live = ?, n = ?, fields = ? WHERE office = ? AND ledger = ? AND record = ?',
  );
  const forgetRecord = db.prepare(
    `INSERT INTO records VALUES (?, ?, ?, ?, 0, ?, ?, 1)
     ON CONFLICT (office, ledger, record) DO UPDATE
       SET v = excluded.v, live = 0, n = excluded.n, fields = excluded.fields, forgotten = 1`,
  );
  const hasForgottenBefore = db
    .prepare<[string, string], number>(
      `SELECT EXISTS (SELECT 1 FROM epochs WHERE office = ? AND (forgotten > 0 OR forgetting_n > 0)
         AND epoch < (SELECT max(epoch) FROM epochs WHERE office = ?))`,
    )
    .pluck();
  const clear = db.prepare('DELETE FROM records WHERE office = ?');
  const lines = db
    .prepare<[string, number, number, number, number], string>(
      'SELECT line FROM lines WHERE office = ? AND epoch = ? AND n > ? AND n <= ? ORDER BY n LIMIT ?',
    )
    .pluck();
  const countLive = db.prepare<[string], { ledger: string; live: number }>(
    'SELECT ledger, count(*) AS live FROM records WHERE office = ? AND live = 1 GROUP BY ledger',
  );

  function fold(office: string, change: Change): void {
    follower.line(office, change);
    const { n, op, l, k, b, v, d } = change;
    if (op !== 'I' && op !== 'U' && op !== 'X' && op !== 'F') return;
    const held = find.get(office, l, k);
    if (op === 'F') {
      if (k === '-' || (held?.v ?? 0) >= v || held?.forgotten === 1)
        throw broken(change, `held at ${held?.v ?? 0}`);
      forgetRecord.run(office, l, k, v, n, JSON.stringify(d));
      return;
    }
    if (op === 'I') {
      if (held !== undefined) throw broken(change, `held at ${held.v}`);
      insert.run(office, l, k, v, n, JSON.stringify(d));
      return;
    }
    if (held === undefined) {
      // A restored office goes on with a record that was forgotten here after the restored point.
      if (hasForgottenBefore.get(office, office) !== 1) throw broken(change, 'not held');
      insert.run(office, l, k, v, n, JSON.stringify(d));
      if (op === 'X') update.run(v, 0, n, JSON.stringify(d), office, l, k);
      return;
    }
    // A U line brings back what was taken out; nothing brings back what was forgotten.
    const isGone = held.forgotten === 1 || (op === 'X' && held.live !== 1);
    if (isGone || held.v !== b) throw broken(change, `held at ${held.v}`);
    const fields: Record<string, unknown> = JSON.parse(held.fields) as Record<string, unknown>;
    update.run(v, op === 'X' ? 0 : 1, n, JSON.stringify({ ...fields, ...d }), office, l, k);
  }

  return {
    fold,
    rebuild(office, path) {
      clear.run(office);
      follower.restart(office);
      for (const { epoch, to } of path) {
        for (let at = 0; at < to;) {
          const page = lines.all(office, epoch, at, to, pageRows);
          if (page.length === 0) throw new RangeError(`lines of epoch ${epoch} end at ${at}`);
          for (const line of page) if (readForgotten(line) === null) fold(office, parseChange(line));
          at += page.length;
        }
      }
    },
    live: (office) => new Map(countLive.all(office).map(({ ledger, live }) => [ledger, live])),
  };
}

function broken({ n, op, b }: Change, held: string): BundleFault {
  return new BundleFault('E612', `line ${n}: ${op} on version ${b}, ${held}`);
}
