// The log and the records of an office page by page, for work that walks over all of them.
import type Database from 'better-sqlite3';
import type { FoldedRecord } from '#station/store/fold.ts';
import type { Logs } from '#station/store/sqlite/logs.ts';
import type { StationStore } from '#station/store/port.ts';

interface Row extends Omit<FoldedRecord, 'live' | 'forgotten' | 'fields'> {
  readonly live: number;
  readonly forgotten: number;
  readonly fields: string;
}

type Own = 'epochsOf' | 'chainAt' | 'linesOf' | 'recordsBehind';

export function openReading(db: Database.Database, logs: Logs): Pick<StationStore, Own> {
  const behind = db.prepare<[string, string, string, number], Row>(
    `SELECT ledger, record, v, live, n, fields, forgotten FROM records
      WHERE office = ? AND (ledger, record) > (?, ?) ORDER BY ledger, record LIMIT ?`,
  );
  return {
    epochsOf: async (office) => logs.epochs(office),
    chainAt: async (office, epoch, n) => logs.chainAt(office, epoch, n),
    linesOf: async (office, epoch, after, to, most) => logs.linesOf(office, epoch, after, to, most),
    recordsBehind: async (office, last, most) =>
      behind.all(office, last?.ledger ?? '', last?.record ?? '', most).map((row) => ({
        ...row,
        live: row.live === 1,
        forgotten: row.forgotten === 1,
        fields: JSON.parse(row.fields) as FoldedRecord['fields'],
      })),
  };
}
