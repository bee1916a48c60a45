/** Reads a table of keys in its own order, a little at a time: nobody needs more than the first few. */
import { tableName, type Ledger } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import { boundsOf, fitsKey, type Range } from './ranges.ts';

/** Rows read at once: a screenful at first, then more and more, as nobody fits. */
const FIRST_ROWS = 12;
const MORE = 8;

export interface KeyWalk {
  /** Numbers of the records in a range, in the order of their keys. A record may come twice. */
  walk(range: Range, late: boolean): Generator<number, void>;
}

export function keyWalk(raw: Pick<Store['raw'], 'prepare'>, ledger: Ledger): KeyWalk {
  const table = `${tableName(ledger.table)}_keys`;
  const is = raw.prepare(`SELECT n FROM ${table} WHERE key = ? AND n > ? ORDER BY n LIMIT ?`).pluck();
  // Each starts where the one before ended: rows of one key go on by number.
  const onward = raw
    .prepare(`SELECT key, n FROM ${table} WHERE (key, n) > (?, ?) AND key < ? ORDER BY key, n LIMIT ?`)
    .raw();

  function* walkOne(key: string): Generator<number, void> {
    let last = -1;
    for (let rows = FIRST_ROWS; ; rows *= MORE) {
      const found = is.all(key, last, rows) as number[];
      yield* found;
      if (found.length < rows) return;
      last = found.at(-1) ?? last;
    }
  }

  return {
    *walk(range, late) {
      const { from, to } = boundsOf(range, late);
      if (to === null) return yield* walkOne(from);
      let [key, n] = [from, -1];
      for (let rows = FIRST_ROWS; ; rows *= MORE) {
        const found = onward.all(key, n, to, rows) as [string, number][];
        for (const [at, one] of found) if (fitsKey(at, range)) yield one;
        if (found.length < rows) return;
        [key, n] = found.at(-1) ?? [key, n];
      }
    },
  };
}
