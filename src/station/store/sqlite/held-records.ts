// Records as their lines made them, one or a ledger at a time, for the few verbs that need to read one.
import type Database from 'better-sqlite3';
import { leafAmong } from '#station/store/held-leaf.ts';
import type { HeldRecord, StationStore } from '#station/store/port.ts';

interface Row {
  readonly record: string;
  readonly v: number;
  readonly live: number;
  readonly n: number;
  readonly fields: string;
}

export function openHeldRecords(db: Database.Database): Pick<StationStore, 'record' | 'records'> {
  const find = db.prepare<[string, string, string], Row>(
    'SELECT record, v, live, n, fields FROM records WHERE office = ? AND ledger = ? AND record = ?',
  );
  const selectLive = db.prepare<[string, string], Row>(
    'SELECT record, v, live, n, fields FROM records WHERE office = ? AND ledger = ? AND live = 1 ORDER BY record',
  );
  const selectLines = db
    .prepare<[string, string, number], string>(
      `SELECT line FROM lines WHERE office = ? AND epoch IN (SELECT epoch FROM epochs WHERE office = ?) AND n = ?
        ORDER BY epoch DESC`,
    )
    .pluck();

  const held = (office: string, ledger: string, row: Row): HeldRecord => ({
    ledger,
    k: row.record,
    v: row.v,
    live: row.live === 1,
    fields: JSON.parse(row.fields) as Record<string, unknown>,
    leaf: leafAmong(selectLines.all(office, office, row.n), ledger, row.record, row.v),
  });

  return {
    record: async (office, ledger, k) => {
      const row = find.get(office, ledger, k);
      return row === undefined ? null : held(office, ledger, row);
    },
    records: async (office, ledger) => selectLive.all(office, ledger).map((row) => held(office, ledger, row)),
  };
}
