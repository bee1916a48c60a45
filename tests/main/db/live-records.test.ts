/** What a snapshot says of the office is what anybody makes of its lines. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeSnapshotRow, parseChange, readForgotten } from '#bundle-format';
import { liveRecords } from '#main/db/live-records.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { rowOf } from '#station/checking/compare.ts';
import { changesRecord, foldChange, keyOf, type FoldedRecord } from '#station/store/fold.ts';
import { anyHistory, live } from '#tests/support/histories.ts';
import { openTestStore, type TestStore } from '#tests/support/store.ts';
import { gather } from '#tests/support/gather.ts';

async function rowsOf({ store }: TestStore): Promise<string[]> {
  const view = store.still();
  try {
    return (await gather(liveRecords(view.raw, LEDGER_TABLES))).map(encodeSnapshotRow);
  } finally {
    view.close();
  }
}

/** As a station folds them, by ledger and number. */
function replayed(lines: readonly string[]): string[] {
  const held = new Map<string, FoldedRecord>();
  for (const line of lines) {
    if (readForgotten(line) !== null) continue;
    const change = parseChange(line);
    const key = keyOf(change.l, change.k);
    if (changesRecord(change)) held.set(key, foldChange(change, held.get(key), false));
  }
  const standing = [...held].filter(([, record]) => record.live).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return standing.map(([, record]) => encodeSnapshotRow(rowOf(record)));
}

test('after any history of any records and any forgetting, the rows are what the lines say', async () => {
  // One store lives through all of them: each history goes on where the one before ended.
  const desk = openTestStore();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(anyHistory, async (steps) => {
      const { gone } = live(desk, steps, `${(runs += 1)}-`);
      const rows = await rowsOf(desk);
      expect(rows).toEqual(replayed(desk.lines()));
      for (const mark of gone) expect(rows.join('')).not.toContain(mark);
    }),
    { numRuns: 40 },
  );
});

test('a view stands still while others write', async () => {
  const desk = openTestStore();
  live(desk, [{ do: 'put', at: 0, name: '张欣' }]);
  const view = desk.store.still();
  const before = await gather(liveRecords(view.raw, LEDGER_TABLES));
  live(desk, [{ do: 'put', at: 0, name: '刘洋' }], '后');
  expect(await gather(liveRecords(view.raw, LEDGER_TABLES))).toEqual(before);
  view.close();
  expect(await rowsOf(desk)).toHaveLength(before.length + 1);
});
