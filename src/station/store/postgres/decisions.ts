// The answers this station gave, in PostgreSQL, and which of them the offices' own lines show as taken.
import type { Change, Decision } from '#bundle-format';
import type { StationStore } from '#station/store/port.ts';
import { keyOf } from '#station/store/fold.ts';
import { first, rows, run, type Sql } from './sql.ts';

const TABLE = 'UPDATE station.decisions';
const WHICH = 'WHERE office = $1 AND ledger = $2 AND record = $3';

/** What these lines settle, one after the other. Most belong to records that nobody ever answered. */
export async function followLines(sql: Sql, office: string, changes: readonly Change[]): Promise<void> {
  const found = await rows<{ ledger: string; record: string }>(
    sql,
    'SELECT DISTINCT ledger, record FROM station.decisions WHERE office = $1',
    [office],
  );
  const answered = new Set(found.map(({ ledger, record }) => keyOf(ledger, record)));
  for (const { l, k, op, n, v, d } of changes) {
    if (!answered.has(keyOf(l, k))) continue;
    if (op === 'I' || op === 'U' || op === 'X' || op === 'F')
      await run(
        sql,
        `${TABLE} SET settled = $4 ${WHICH} AND answer <> 'unsealed' AND v < $5 AND settled IS NULL`,
        [office, l, k, n, v],
      );
    if (op === 'F')
      await run(sql, `${TABLE} SET reason = '' ${WHICH} AND answer <> 'unsealed' AND reason <> ''`, [
        office,
        l,
        k,
      ]);
    if (op === 'A' && d['event'] === 'unsealed')
      await run(
        sql,
        `${TABLE} SET settled = $4 ${WHICH} AND answer = 'unsealed' AND at = $5 AND settled IS NULL`,
        [office, l, k, n, d['at']],
      );
  }
}

export function reopenDecisions(sql: Sql, office: string): Promise<void> {
  return run(sql, `${TABLE} SET settled = NULL WHERE office = $1`, [office]);
}

export function openDecisions(sql: Sql): Pick<StationStore, 'addDecision' | 'openDecisions' | 'answerTo'> {
  const columns = 'ledger, record AS k, v, leaf, answer, reviewer, second, reason, at';
  return {
    addDecision: (office, { ledger, k, v, leaf, answer, reviewer, second, reason, at }) =>
      run(sql, 'INSERT INTO station.decisions VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL)', [
        office,
        ledger,
        k,
        v,
        leaf,
        answer,
        reviewer,
        second,
        reason,
        at,
      ]),
    // What the office changed or gave up meanwhile needs no answer; that a seal was broken is told in any case.
    openDecisions: (office) =>
      rows<Decision>(
        sql,
        `SELECT ${columns} FROM station.decisions AS d WHERE office = $1 AND settled IS NULL
            AND (answer = 'unsealed' OR EXISTS (SELECT FROM station.records AS r WHERE r.office = d.office
              AND r.ledger = d.ledger AND r.record = d.record AND r.v = d.v AND r.live))
          ORDER BY ledger, record, v, at`,
        [office],
      ),
    answerTo: (office, { ledger, k, v, leaf }) =>
      first<Decision>(
        sql,
        `SELECT ${columns} FROM station.decisions ${WHICH} AND v = $4 AND leaf = $5 AND answer <> 'unsealed'`,
        [office, ledger, k, v, leaf],
      ),
  };
}
