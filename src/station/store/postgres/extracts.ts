// What an audit may read, from PostgreSQL: the views of the schema `audit`, which an auditor's own account reads as well.
import { EXTRACTS, EXTRACT_KEYS, keyOf, type ExtractRow } from '#station/extracting/columns.ts';
import type { StationStore } from '#station/store/port.ts';
import { rows, type Sql } from './sql.ts';

export function openExtracts(sql: Sql): Pick<StationStore, 'extract'> {
  const since = {
    bundles: 'AND ($5::text IS NULL OR t.received_at >= $5)',
    lines: `AND ($5::text IS NULL OR EXISTS (SELECT FROM audit.bundles AS b WHERE b.office = t.office AND b.epoch = t.epoch
      AND t.n BETWEEN b.from_n AND b.to_n AND b.received_at >= $5))`,
    records: 'AND $5::text IS NULL',
  } as const;
  return {
    extract({ kind, office, since: day }, last, most) {
      const key = EXTRACT_KEYS[kind].join(', ');
      return rows<ExtractRow>(
        sql,
        `SELECT ${EXTRACTS[kind].join(', ')} FROM audit.${kind} AS t
          WHERE ($4::text IS NULL OR office = $4) ${since[kind]} AND (${key}) > ($1, $2, $3) ORDER BY ${key} LIMIT $6`,
        [...keyOf(kind, last), office, day, most],
      );
    },
  };
}
