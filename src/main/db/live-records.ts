/** Every live record of every ledger, in the order and the form of a snapshot: what its lines say, taken from its row. */
import type { SnapshotRow } from '#bundle-format';
import { tableName, type Ledger } from './ledger-table.ts';
import type { Store } from './open.ts';
import { factsOf, readRow } from './row-writer.ts';

/** Rows read at a time: few enough that memory stays flat and a key press does not wait. */
const PAGE = 500;

/** @param raw a view that stands still, or the rows would be of different moments */
export async function* liveRecords(
  raw: Store['raw'],
  ledgers: readonly Ledger[],
): AsyncGenerator<SnapshotRow> {
  for (const ledger of ledgers.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const select = raw.prepare(
      `SELECT * FROM ${tableName(ledger.table)} WHERE retired_at IS NULL AND id > ? ORDER BY id LIMIT ${PAGE}`,
    );
    for (let after = ''; ;) {
      const rows = select.all(after) as Record<string, unknown>[];
      for (const row of rows) yield rowOf(ledger, row);
      const last = rows.at(-1);
      if (last === undefined) break;
      after = String(last['id']);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

function rowOf({ name, table }: Ledger, row: Record<string, unknown>): SnapshotRow {
  const record = readRow(table, row);
  return {
    l: name,
    k: String(record['id']),
    v: Number(record['revision']),
    d: factsOf(table, record, 'filled'),
  };
}
