// The records of an office as they stood after a line of its newest epoch, one after another: from the table where nothing
// came behind that line, and from the lines themselves where something did.
import { parseChange, readForgotten } from '#bundle-format';
import { pathTo, type EpochRow } from '#station/store/epoch-rows.ts';
import { changesRecord, foldChange, keyOf, type FoldedRecord } from '#station/store/fold.ts';
import type { StationStore } from '#station/store/port.ts';

type Reading = Pick<StationStore, 'linesOf' | 'recordsBehind'>;

/** Read at a time: a record may hold a megabyte, most hold a few hundred bytes. */
const PAGE = 500;

export interface RecordThen {
  readonly ledger: string;
  readonly record: string;
  /** Null where it was not live then; 'gone' where it was forgotten since, so that nobody knows. */
  readonly was: FoldedRecord | 'gone' | null;
}

/** By ledger and record id. */
export async function* recordsThen(
  store: Reading,
  office: string,
  standing: readonly EpochRow[],
  n: number,
): AsyncGenerator<RecordThen> {
  const newest = standing.at(-1);
  if (newest === undefined) return;
  const changed = n < newest.n ? await changedBehind(store, office, newest, n) : NONE;
  const earlier =
    changed.known.size === 0 ? EMPTY : await foldThen(store, office, standing, n, changed.known);
  let behind: FoldedRecord | null = null;
  for (;;) {
    const page: readonly FoldedRecord[] = await store.recordsBehind(office, behind, PAGE);
    for (const held of page) {
      const key = keyOf(held.ledger, held.record);
      const now = changed.known.has(key) ? (earlier.get(key) ?? null) : held;
      const was = changed.gone.has(key) ? 'gone' : now?.live === true ? now : null;
      yield { ledger: held.ledger, record: held.record, was };
    }
    behind = page.at(-1) ?? null;
    if (behind === null) return;
  }
}

interface Changed {
  /** Keys of records that lines behind changed, and whose lines are all here. */
  readonly known: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
}

const NONE: Changed = { known: new Set(), gone: new Set() };
const EMPTY: ReadonlyMap<string, FoldedRecord> = new Map();

/** As many keys as records were changed since; none in the usual case, where the snapshot came with its bundle. */
async function changedBehind(
  store: Reading,
  office: string,
  { epoch, n: head }: EpochRow,
  n: number,
): Promise<Changed> {
  const [known, gone] = [new Set<string>(), new Set<string>()];
  for await (const line of linesBetween(store, office, { epoch, after: n, to: head })) {
    if (readForgotten(line) !== null) continue;
    const change = parseChange(line);
    if (!changesRecord(change)) continue;
    const key = keyOf(change.l, change.k);
    if (change.op === 'F') gone.add(key);
    else known.add(key);
  }
  for (const key of gone) known.delete(key);
  return { known, gone };
}

async function foldThen(
  store: Reading,
  office: string,
  standing: readonly EpochRow[],
  n: number,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, FoldedRecord>> {
  const found = new Map<string, FoldedRecord>();
  const newest = standing.at(-1);
  if (newest === undefined) return found;
  for (const { epoch, to } of pathTo({ epoch: newest.epoch, n }, standing)) {
    for await (const line of linesBetween(store, office, { epoch, after: 0, to })) {
      if (readForgotten(line) !== null) continue;
      const change = parseChange(line);
      const key = keyOf(change.l, change.k);
      if (changesRecord(change) && wanted.has(key)) found.set(key, foldChange(change, found.get(key), true));
    }
  }
  return found;
}

/** The text of lines behind `after` and not behind `to`. */
export async function* linesBetween(
  store: Pick<StationStore, 'linesOf'>,
  office: string,
  { epoch, after, to }: { readonly epoch: number; readonly after: number; readonly to: number },
): AsyncGenerator<string> {
  for (let at = after; at < to;) {
    const page = await store.linesOf(office, epoch, at, to, PAGE);
    if (page.length === 0) throw new RangeError(`lines of epoch ${epoch} end at ${at}`);
    yield* page;
    at += page.length;
  }
}
