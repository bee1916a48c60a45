/** Reads a table of keys in its own order, a little at a time: nobody needs more than the first few. */
import { tableName, type Ledger } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import { preparedBy } from '#main/db/prepared.ts';
import { KEYED_SQL, type Keyed } from './keyed.ts';
import { boundsOf, fitsKey, type Range } from './ranges.ts';

/** Rows read at once: a screenful at first, then more and more, as nobody fits. */
const FIRST_ROWS = 12;
const MORE = 3;

export interface KeyWalk {
  /** Records in the ranges, in their order, each range in the order of its keys. One may come twice. */
  walk(ranges: readonly Range[], late: boolean): Generator<RangeRead, void>;
  /** Whether any record comes after the others: mostly none does. */
  hasLate(): boolean;
}

export interface RangeRead {
  /** Which of the ranges. */
  readonly at: number;
  readonly records: readonly Keyed[];
}

export function keyWalk(raw: Pick<Store['raw'], 'prepare'>, ledger: Ledger): KeyWalk {
  const table = `${tableName(ledger.table)}_keys`;
  const within = `FROM ${table} WHERE key >= ? AND key < ? ORDER BY key, n LIMIT ? OFFSET ?`;
  const between = raw.prepare(`SELECT ${KEYED_SQL} ${within}`).pluck();
  const withKeys = raw.prepare(`SELECT ${KEYED_SQL}, key ${within}`).raw();
  const late = raw.prepare(`SELECT 1 FROM ${table} WHERE key >= 'A' AND key < '[' LIMIT 1`).pluck();
  const prepare = preparedBy(raw);

  function* walkOne(range: Range, isLate: boolean): Generator<readonly Keyed[], void> {
    const { from, to } = boundsOf(range, isLate);
    for (let rows = FIRST_ROWS, skip = 0; ; skip += rows, rows *= MORE) {
      if (range.readings === undefined) {
        const found = between.all(from, to, rows, skip) as Keyed[];
        yield found;
        if (found.length < rows) return;
      } else {
        const found = withKeys.all(from, to, rows, skip) as [Keyed, string][];
        yield found.filter(([, key]) => fitsKey(key, range)).map(([one]) => one);
        if (found.length < rows) return;
      }
    }
  }

  /** Which ranges hold anything, asked in one statement: asked one by one, the asking takes longer than the looking. */
  function filled(ranges: readonly Range[], isLate: boolean): ReadonlySet<number> {
    const size = 4 * 2 ** Math.ceil(Math.log2(Math.max(ranges.length, 4) / 4));
    const bounds = ranges.flatMap((range) => {
      const { from, to } = boundsOf(range, isLate);
      return [from, to];
    });
    const values = Array.from({ length: size }, (_, at) => `(${at}, ?, ?)`).join(', ');
    const found = prepare(
      `WITH ranges (i, lo, hi) AS (VALUES ${values})
       SELECT i FROM ranges WHERE EXISTS (SELECT 1 FROM ${table} WHERE key >= lo AND key < hi)`,
    )
      .pluck()
      .all(...bounds, ...Array<string>(2 * size - bounds.length).fill('')) as number[];
    return new Set(found);
  }

  return {
    *walk(ranges, isLate) {
      const [first, ...others] = ranges;
      if (first === undefined) return;
      for (const records of walkOne(first, isLate)) yield { at: 0, records };
      const worth = others.length > 2 ? filled(others, isLate) : null;
      for (const [i, range] of others.entries())
        if (worth?.has(i) ?? true) for (const records of walkOne(range, isLate)) yield { at: i + 1, records };
    },
    hasLate: () => late.get() !== undefined,
  };
}
