// What the records of an office add up to here: live ones of each ledger, and the hash a snapshot of them would have.
import { encodeSnapshotRow, StateTally } from '#bundle-format';
import { rowOf } from '#station/checking/compare.ts';
import { isStateKnown } from '#station/store/epoch-rows.ts';
import type { FoldedRecord } from '#station/store/fold.ts';
import type { StationStore } from '#station/store/port.ts';

/** Read at a time: a record may hold a megabyte, most hold a few hundred bytes. */
const PAGE = 500;

export interface StateNow {
  readonly live: Readonly<Record<string, number>>;
  readonly state: string;
}

/** Null where what some of its lines changed is not known here. */
export async function stateNow(
  store: Pick<StationStore, 'epochsOf' | 'recordsBehind'>,
  office: string,
): Promise<StateNow | null> {
  if (!isStateKnown(await store.epochsOf(office))) return null;
  const tally = new StateTally();
  for (let last: FoldedRecord | null = null; ;) {
    const page: readonly FoldedRecord[] = await store.recordsBehind(office, last, PAGE);
    for (const record of page) {
      if (!record.live) continue;
      const row = rowOf(record);
      tally.add(row, encodeSnapshotRow(row));
    }
    last = page.at(-1) ?? null;
    if (last === null) return { live: tally.counts(), state: tally.state() };
  }
}
