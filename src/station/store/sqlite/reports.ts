// What stands in the store, for the report: figures of bundles and ledgers, never of people.
import type Database from 'better-sqlite3';
import type { Instant } from '#shared/kernel/clock.ts';
import type { Logs } from './logs.ts';
import type { OfficeReport, RefusedReport } from '#station/store/port.ts';
import { figuresOf, rangeOf, type FigureRow, type MissingRow } from '#station/store/report-rows.ts';
import type { RecordTable } from './records.ts';

interface BundleRow {
  readonly sealed_epoch: number;
  readonly seq: number;
  readonly epoch: number;
  readonly from_n: number;
  readonly to_n: number;
  readonly sealed_at: string;
  readonly received_at: string;
}

export function openReports(db: Database.Database, logs: Logs, records: RecordTable) {
  const lastBundle = db.prepare<[string], BundleRow>(
    'SELECT * FROM bundles WHERE office = ? ORDER BY received_at DESC, sealed_epoch DESC, seq DESC LIMIT 1',
  );
  const countBundles = db
    .prepare<[string, string], number>('SELECT count(*) FROM bundles WHERE office = ? AND received_at >= ?')
    .pluck();
  const changes = db.prepare<[string, string], { ledger: string; I: number; U: number; X: number }>(
    `SELECT ledger, sum(made) AS I, sum(changed) AS U, sum(retired) AS X
       FROM bundle_counts JOIN bundles USING (office, sealed_epoch, seq)
      WHERE office = ? AND received_at >= ? GROUP BY ledger ORDER BY ledger`,
  );
  const ledgers = db
    .prepare<[string], string>('SELECT DISTINCT ledger FROM bundle_counts WHERE office = ? ORDER BY ledger')
    .pluck();
  const held = db.prepare<[string], MissingRow>(
    `SELECT DISTINCT missing_epoch AS epoch, missing_from AS "from", missing_to AS "to"
       FROM files WHERE disposition = 'hold' AND office = ? ORDER BY 1, 2, 3`,
  );
  const refused = db.prepare<[string | null, string], RefusedReport>(
    `SELECT name, code, last_at AS at FROM files
      WHERE disposition IN ('refuse', 'quarantine') AND office IS ? AND last_at >= ? ORDER BY last_at, name`,
  );

  function report(office: string, since: Instant): OfficeReport {
    const last = lastBundle.get(office);
    return {
      office,
      lastBundle:
        last === undefined
          ? null
          : {
              sealedEpoch: last.sealed_epoch,
              seq: last.seq,
              epoch: last.epoch,
              from: last.from_n,
              to: last.to_n,
              sealedAt: last.sealed_at,
              receivedAt: last.received_at,
            },
      applied: logs.epochs(office).map(({ epoch, n, chain }) => ({ epoch, n, chain })),
      live: liveOf(office),
      since: {
        bundles: countBundles.get(office, since) ?? 0,
        changes: Object.fromEntries(
          changes.all(office, since).map(({ ledger, I, U, X }) => [ledger, { I, U, X }]),
        ),
      },
      held: held.all(office).map(rangeOf),
      refused: refused.all(office, since),
    };
  }

  /** A ledger that was ever named is named with 0, not left out. */
  function liveOf(office: string): Readonly<Record<string, number>> {
    const live = records.live(office);
    return Object.fromEntries(ledgers.all(office).map((ledger) => [ledger, live.get(ledger) ?? 0]));
  }

  const figures = db.prepare<[string], FigureRow>(
    `SELECT sealed_epoch AS sealedEpoch, seq, sealed_at AS sealedAt, received_at AS receivedAt,
        ledger, made, changed, retired, live
       FROM bundles LEFT JOIN bundle_counts USING (office, sealed_epoch, seq)
      WHERE office = ? ORDER BY sealed_epoch, seq, ledger`,
  );

  return {
    report,
    bundlesOf: (office: string) => figuresOf(figures.all(office)),
    strangers: (since: Instant): readonly RefusedReport[] => refused.all(null, since),
  };
}
