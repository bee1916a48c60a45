// What was sent to the offices, in PostgreSQL, and what their lines say of it.
import type { Change } from '#bundle-format';
import { keyOf } from '#station/store/fold.ts';
import type { Sending, StationStore } from '#station/store/port.ts';
import { readSendingLine } from '#station/store/sending-lines.ts';
import { first, rows, run, type Sql } from './sql.ts';

const TABLE = 'UPDATE station.sendings';
const ABOUT = 'WHERE office = $1 AND ledger = $2 AND record = $3';

export async function followSendings(sql: Sql, office: string, changes: readonly Change[]): Promise<void> {
  const found = await rows<{ ledger: string; record: string }>(
    sql,
    'SELECT DISTINCT ledger, record FROM station.sendings WHERE office = $1 AND ledger IS NOT NULL',
    [office],
  );
  const known = new Set(found.map(({ ledger, record }) => keyOf(ledger, record)));
  for (const change of changes) {
    const { l, k, v } = change;
    if (change.op !== 'F' && !known.has(keyOf(l, k))) continue;
    const { about, answered, forgets, forgottenOrder, leaf } = readSendingLine(change);
    if (forgottenOrder !== null)
      await run(sql, `${TABLE} SET words = '' WHERE office = $1 AND id = $2`, [office, forgottenOrder]);
    if (!about) continue;
    if (answered !== null)
      await run(sql, `${TABLE} SET answer = $4, reason = $5 ${ABOUT} AND id = $6 AND answer IS NULL`, [
        office,
        l,
        k,
        answered.answer,
        answered.reason,
        answered.id,
      ]);
    if (leaf !== null)
      await run(sql, `${TABLE} SET stands = true ${ABOUT} AND v = $4 AND leaf = $5`, [office, l, k, v, leaf]);
    if (forgets) await run(sql, `${TABLE} SET words = '', reason = '' ${ABOUT}`, [office, l, k]);
  }
}

export function restartSendings(sql: Sql, office: string): Promise<void> {
  return run(sql, `${TABLE} SET answer = NULL, reason = '', stands = (ledger IS NULL) WHERE office = $1`, [
    office,
  ]);
}

interface Row extends Omit<Sending, 'about'> {
  readonly ledger: string | null;
  readonly record: string | null;
  readonly v: number | null;
  readonly leaf: string | null;
}

type Own = 'addSending' | 'endSending' | 'sendings' | 'schemaOf';

export function openSendings(sql: Sql): Pick<StationStore, Own> {
  return {
    addSending: (office, { kind, id, facts, words, about }, at) =>
      run(
        sql,
        `INSERT INTO station.sendings VALUES
           ($1, $2, $3, $4, $5, $6, NULL, $7, $8, $9, $10, true, NULL, '')`,
        [
          office,
          kind,
          id,
          facts,
          words,
          at,
          about?.ledger ?? null,
          about?.k ?? null,
          about?.v ?? null,
          about?.leaf ?? null,
        ],
      ),
    endSending: (office, id, ended) =>
      run(sql, `${TABLE} SET ended = $3 WHERE office = $1 AND id = $2`, [office, id, ended]),
    sendings: async (office, kind) =>
      (
        await rows<Row>(
          sql,
          'SELECT * FROM station.sendings WHERE office = $1 AND kind = $2 ORDER BY at, id',
          [office, kind],
        )
      ).map(sendingOf),
    schemaOf: async (office) =>
      (
        await first<{ schema: number }>(
          sql,
          `SELECT (manifest::json ->> 'schema')::bigint AS schema FROM station.bundles WHERE office = $1
            ORDER BY sealed_epoch DESC, seq DESC LIMIT 1`,
          [office],
        )
      )?.schema ?? 0,
  };
}

function sendingOf({ ledger, record: k, v, leaf, ...row }: Row): Sending {
  const { kind, id, facts, words, at, ended, stands, answer, reason } = row;
  const about = ledger === null || k === null || v === null || leaf === null ? null : { ledger, k, v, leaf };
  return { kind, id, facts, words, at, ended, stands, answer, reason, about };
}
