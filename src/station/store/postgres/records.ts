// Records as their lines made them, in PostgreSQL: a page of them while a bundle is taken, one or a ledger at a time for verbs.
import type pg from 'pg';
import type { Change } from '#bundle-format';
import { keyOf, type FoldedRecord } from '#station/store/fold.ts';
import { leafAmong } from '#station/store/held-leaf.ts';
import type { HeldRecord, StationStore } from '#station/store/port.ts';
import { copyRows, first, rows, run, type Sql } from './sql.ts';

type Row = Omit<FoldedRecord, 'fields'> & { readonly fields: string };

const COLUMNS = 'r.ledger, r.record, r.v, r.live, r.n, r.fields, r.forgotten';

export async function findRecords(
  sql: Sql,
  office: string,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, FoldedRecord>> {
  if (changes.length === 0) return new Map();
  const keys = new Map(changes.map(({ l, k }) => [keyOf(l, k), [l, k] as const]));
  const found = await rows<Row>(
    sql,
    `SELECT ${COLUMNS} FROM unnest($2::text[], $3::text[]) AS asked (ledger, record)
       JOIN station.records AS r ON r.office = $1 AND r.ledger = asked.ledger AND r.record = asked.record`,
    [office, [...keys.values()].map(([ledger]) => ledger), [...keys.values()].map(([, record]) => record)],
  );
  return new Map(found.map((row) => [keyOf(row.ledger, row.record), folded(row)]));
}

/** A page by COPY beside the table, then into it in one statement. */
export async function keepRecords(
  client: pg.ClientBase,
  office: string,
  records: readonly FoldedRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await run(client, 'TRUNCATE incoming_records');
  await copyRows(
    client,
    'incoming_records',
    records.map(({ ledger, record, v, live, n, fields, forgotten }) => [
      office,
      ledger,
      record,
      v,
      live,
      n,
      JSON.stringify(fields),
      forgotten,
    ]),
  );
  await run(
    client,
    `INSERT INTO station.records SELECT * FROM incoming_records
     ON CONFLICT (office, ledger, record) DO UPDATE
       SET v = excluded.v, live = excluded.live, n = excluded.n, fields = excluded.fields, forgotten = excluded.forgotten`,
  );
}

export async function liveOf(sql: Sql, office: string): Promise<ReadonlyMap<string, number>> {
  const found = await rows<{ ledger: string; live: number }>(
    sql,
    'SELECT ledger, count(*) AS live FROM station.records WHERE office = $1 AND live GROUP BY ledger',
    [office],
  );
  return new Map(found.map(({ ledger, live }) => [ledger, live]));
}

export function openRecords(sql: Sql): Pick<StationStore, 'record' | 'records' | 'recordsBehind'> {
  const select = `SELECT ${COLUMNS} FROM station.records AS r WHERE r.office = $1`;
  async function held(office: string, row: Row): Promise<HeldRecord> {
    const { ledger, record: k, v, live } = row;
    const lines = await rows<{ line: string }>(
      sql,
      `SELECT line FROM station.lines WHERE office = $1
          AND epoch IN (SELECT epoch FROM station.epochs WHERE office = $1) AND n = $2 ORDER BY epoch DESC`,
      [office, row.n],
    );
    const texts = lines.map(({ line }) => line);
    return { ledger, k, v, live, fields: folded(row).fields, leaf: leafAmong(texts, ledger, k, v) };
  }
  return {
    async record(office, ledger, k) {
      const row = await first<Row>(sql, `${select} AND r.ledger = $2 AND r.record = $3`, [office, ledger, k]);
      return row === null ? null : held(office, row);
    },
    async records(office, ledger) {
      const text = `${select} AND r.ledger = $2 AND r.live ORDER BY r.record`;
      const found: HeldRecord[] = [];
      for (const row of await rows<Row>(sql, text, [office, ledger])) found.push(await held(office, row));
      return found;
    },
    async recordsBehind(office, last, most) {
      const text = `${select} AND (r.ledger, r.record) > ($2, $3) ORDER BY r.ledger, r.record LIMIT $4`;
      const found = await rows<Row>(sql, text, [office, last?.ledger ?? '', last?.record ?? '', most]);
      return found.map(folded);
    },
  };
}

function folded(row: Row): FoldedRecord {
  return { ...row, fields: JSON.parse(row.fields) as FoldedRecord['fields'] };
}
