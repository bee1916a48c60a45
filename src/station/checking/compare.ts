// A snapshot against what the lines came to here: the same record for record, or the first one that is not.
import { compareRows, encodeSnapshotRow, type OpenedSnapshot, type SnapshotRow } from '#bundle-format';
import { isStateKnown } from '#station/store/epoch-rows.ts';
import type { FoldedRecord } from '#station/store/fold.ts';
import type { StationStore } from '#station/store/port.ts';
import { recordsThen, type RecordThen } from './records-then.ts';

export type Comparison =
  | { readonly verdict: 'same' }
  /** Ledger, record and what of it: a field by its name, never by what it says. */
  | { readonly verdict: 'differs'; readonly detail: string }
  /** The office was restored to a point before something was forgotten, or went on in another epoch since. */
  | { readonly verdict: 'unknown' };

export async function compareSnapshot(
  store: Pick<StationStore, 'epochsOf' | 'linesOf' | 'recordsBehind'>,
  { manifest, rows }: OpenedSnapshot,
): Promise<Comparison> {
  const { office, epoch, n } = manifest;
  const standing = await store.epochsOf(office);
  if (standing.at(-1)?.epoch !== epoch || !isStateKnown(standing)) return { verdict: 'unknown' };
  const here = recordsThen(store, office, standing, n);
  const there = rows()[Symbol.asyncIterator]();
  try {
    const detail = await firstDifference(here, there);
    return detail === null ? { verdict: 'same' } : { verdict: 'differs', detail };
  } finally {
    await there.return?.();
    await here.return(undefined);
  }
}

async function firstDifference(
  here: AsyncIterable<RecordThen>,
  there: AsyncIterator<SnapshotRow>,
): Promise<string | null> {
  let row = await nextOf(there);
  for await (const { ledger: l, record: k, was } of here) {
    if (row !== null && compareRows(row, { l, k }) < 0) return `${row.l} ${row.k}: not held here`;
    const mine = row !== null && compareRows(row, { l, k }) === 0 ? row : null;
    if (mine !== null) row = await nextOf(there);
    if (was === 'gone') continue;
    const wrong = differenceOf(was, mine);
    if (wrong !== null) return `${l} ${k}: ${wrong}`;
  }
  return row === null ? null : `${row.l} ${row.k}: not held here`;
}

async function nextOf(rows: AsyncIterator<SnapshotRow>): Promise<SnapshotRow | null> {
  const next = await rows.next();
  return next.done === true ? null : next.value;
}

function differenceOf(held: FoldedRecord | null, row: SnapshotRow | null): string | null {
  if (held === null) return row === null ? null : 'not live here';
  if (row === null) return 'not live there';
  const mine = rowOf(held);
  if (encodeSnapshotRow(mine) === encodeSnapshotRow(row)) return null;
  if (mine.v !== row.v) return `version ${mine.v} here, ${row.v} there`;
  const names = [...new Set([...Object.keys(mine.d), ...Object.keys(row.d)])].toSorted();
  const field = names.find((name) => JSON.stringify(mine.d[name]) !== JSON.stringify(row.d[name]));
  return field ?? 'content';
}

/** A record as a snapshot writes it. */
export function rowOf({ ledger, record, v, fields }: FoldedRecord): SnapshotRow {
  const filled = Object.entries(fields).filter(([, value]) => value !== null);
  // They were parsed from change lines, so every value is one that a line may carry.
  return { l: ledger, k: record, v, d: Object.fromEntries(filled) as SnapshotRow['d'] };
}
