// What stands in PostgreSQL, for the report: figures of bundles and ledgers, never of people.
import type { LastBundle, OfficeReport, RefusedReport, StationStore } from '#station/store/port.ts';
import { figuresOf, rangeOf, type FigureRow, type MissingRow } from '#station/store/report-rows.ts';
import { epochsOf } from './logs.ts';
import { liveOf } from './records.ts';
import { first, rows, type Sql } from './sql.ts';

export function openReports(sql: Sql): Pick<StationStore, 'report' | 'strangers' | 'bundlesOf'> {
  return {
    report: (office, since) => report(sql, office, since),
    strangers: (since) => refused(sql, null, since),
    bundlesOf: async (office) =>
      figuresOf(
        await rows<FigureRow>(
          sql,
          `SELECT sealed_epoch AS "sealedEpoch", seq, sealed_at AS "sealedAt", received_at AS "receivedAt",
              ledger, made, changed, retired, live
             FROM station.bundles LEFT JOIN station.bundle_counts USING (office, sealed_epoch, seq)
            WHERE office = $1 ORDER BY sealed_epoch, seq, ledger`,
          [office],
        ),
      ),
  };
}

async function report(sql: Sql, office: string, since: string): Promise<OfficeReport> {
  const bundles = await first<{ bundles: number }>(
    sql,
    'SELECT count(*) AS bundles FROM station.bundles WHERE office = $1 AND received_at >= $2',
    [office, since],
  );
  const changes = await rows<{ ledger: string; I: number; U: number; X: number }>(
    sql,
    `SELECT ledger, sum(made)::bigint AS "I", sum(changed)::bigint AS "U", sum(retired)::bigint AS "X"
       FROM station.bundle_counts JOIN station.bundles USING (office, sealed_epoch, seq)
      WHERE office = $1 AND received_at >= $2 GROUP BY ledger ORDER BY ledger`,
    [office, since],
  );
  const held = await rows<MissingRow>(
    sql,
    `SELECT DISTINCT missing_epoch AS epoch, missing_from AS "from", missing_to AS "to"
       FROM station.files WHERE disposition = 'hold' AND office = $1 ORDER BY 1 NULLS FIRST, 2 NULLS FIRST, 3 NULLS FIRST`,
    [office],
  );
  return {
    office,
    lastBundle: await lastBundle(sql, office),
    applied: (await epochsOf(sql, office)).map(({ epoch, n, chain }) => ({ epoch, n, chain })),
    live: await liveByLedger(sql, office),
    since: {
      bundles: bundles?.bundles ?? 0,
      changes: Object.fromEntries(changes.map(({ ledger, I, U, X }) => [ledger, { I, U, X }])),
    },
    held: held.map(rangeOf),
    refused: await refused(sql, office, since),
  };
}

function lastBundle(sql: Sql, office: string): Promise<LastBundle | null> {
  return first<LastBundle>(
    sql,
    `SELECT sealed_epoch AS "sealedEpoch", seq, epoch, from_n AS "from", to_n AS "to",
        sealed_at AS "sealedAt", received_at AS "receivedAt"
       FROM station.bundles WHERE office = $1 ORDER BY received_at DESC, sealed_epoch DESC, seq DESC LIMIT 1`,
    [office],
  );
}

/** A ledger that was ever named is named with 0, not left out. */
async function liveByLedger(sql: Sql, office: string): Promise<Readonly<Record<string, number>>> {
  const live = await liveOf(sql, office);
  const named = await rows<{ ledger: string }>(
    sql,
    'SELECT DISTINCT ledger FROM station.bundle_counts WHERE office = $1 ORDER BY ledger',
    [office],
  );
  return Object.fromEntries(named.map(({ ledger }) => [ledger, live.get(ledger) ?? 0]));
}

function refused(sql: Sql, office: string | null, since: string): Promise<readonly RefusedReport[]> {
  return rows<RefusedReport>(
    sql,
    `SELECT name, code, last_at AS at FROM station.files
      WHERE disposition IN ('refuse', 'quarantine') AND office IS NOT DISTINCT FROM $1 AND last_at >= $2
      ORDER BY last_at, name`,
    [office, since],
  );
}
