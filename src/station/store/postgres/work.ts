// One bundle into PostgreSQL, whole or not at all: pages by COPY into tables of the session, merged in the one transaction.
import type pg from 'pg';
import type { OpenedBundle } from '#bundle-format';
import { applyBundle, type BundleWork } from '#station/store/apply.ts';
import { startOf } from '#station/store/epoch-rows.ts';
import type { StationStore } from '#station/store/port.ts';
import { followLines, reopenDecisions } from './decisions.ts';
import { chainAt, epochsOf, linesOf } from './logs.ts';
import { findRecords, keepRecords, liveOf } from './records.ts';
import { followSendings, restartSendings } from './sendings.ts';
import { copyRows, inTransaction, run } from './sql.ts';

export function openApply(pool: pg.Pool): Pick<StationStore, 'apply'> {
  return {
    apply: (bundle, applyFrom, at) =>
      inTransaction(pool, async (client) => {
        const { office } = bundle.manifest;
        await lockOffice(client, office);
        await applyBundle(workOn(client, office), bundle, applyFrom, at);
      }),
  };
}

/** Whoever else wants to apply a bundle of this office waits here, and then sees what this one brought. */
async function lockOffice(client: pg.ClientBase, office: string): Promise<void> {
  for (const table of ['lines', 'records'])
    await run(
      client,
      `CREATE TEMPORARY TABLE IF NOT EXISTS incoming_${table} (LIKE station.${table}) ON COMMIT DELETE ROWS`,
    );
  await run(client, 'INSERT INTO station.offices VALUES ($1) ON CONFLICT DO NOTHING', [office]);
  await run(client, 'SELECT FROM station.offices WHERE office = $1 FOR UPDATE', [office]);
}

function workOn(client: pg.ClientBase, office: string): BundleWork {
  return {
    epochs: () => epochsOf(client, office),
    chainAt: (epoch, n) => chainAt(client, office, epoch, n),
    begin: ({ epoch, epoch_base: base }) =>
      run(client, 'INSERT INTO station.epochs VALUES ($1, $2, $3, $4, $5, 0, $6, 0, 0, 0)', [
        office,
        epoch,
        base?.epoch ?? null,
        base?.n ?? null,
        base?.chain ?? null,
        startOf(office, epoch, base),
      ]),
    async append(epoch, lines) {
      await run(client, 'TRUNCATE incoming_lines');
      const cells = lines.map(
        ({ n, line, chain, change }) =>
          [office, epoch, n, line, chain, change?.op ?? null, change?.l ?? null, change?.k ?? null] as const,
      );
      await copyRows(client, 'incoming_lines', cells);
      await run(client, 'INSERT INTO station.lines SELECT * FROM incoming_lines ORDER BY n');
    },
    linesOf: (epoch, after, to, most) => linesOf(client, office, epoch, after, to, most),
    find: (changes) => findRecords(client, office, changes),
    keep: (records) => keepRecords(client, office, records),
    async follow(changes) {
      await followLines(client, office, changes);
      await followSendings(client, office, changes);
    },
    forget: (epoch, forgettings) =>
      run(
        client,
        `UPDATE station.lines AS l
            SET line = station.forgotten_form(l.n, l.line), op = NULL, ledger = NULL, record = NULL
           FROM unnest($3::text[], $4::text[], $5::bigint[]) AS f (ledger, record, n)
          WHERE l.office = $1 AND l.record = f.record AND l.ledger = f.ledger
            AND l.op IN ('I', 'U', 'X', 'C', 'F') AND l.op <> 'F' AND (l.epoch, l.n) < ($2, f.n)`,
        [
          office,
          epoch,
          forgettings.map(({ l }) => l),
          forgettings.map(({ k }) => k),
          forgettings.map(({ n }) => n),
        ],
      ),
    async restart() {
      await run(client, 'SELECT station.restart_records($1)', [office]);
      await reopenDecisions(client, office);
      await restartSendings(client, office);
    },
    live: () => liveOf(client, office),
    advance: ({ epoch, range, chain }, { forgotten, blankN, forgettingN }) =>
      run(
        client,
        `UPDATE station.epochs SET n = greatest(n, $3), chain = CASE WHEN $3 > n THEN $4 ELSE chain END,
           forgotten = forgotten + $5, blank_n = greatest(blank_n, $6), forgetting_n = greatest(forgetting_n, $7)
          WHERE office = $1 AND epoch = $2`,
        [office, epoch, range.to, chain, forgotten, blankN, forgettingN],
      ),
    addBundle: (bundle, at) => addBundle(client, bundle, at),
  };
}

async function addBundle(client: pg.ClientBase, bundle: OpenedBundle, at: string): Promise<void> {
  const { manifest, manifestSha256, manifestText, manifestSignature, sha256 } = bundle;
  const { office, sealed_epoch: sealedEpoch, seq, epoch, range, counts, created } = manifest;
  const place = [office, sealedEpoch, seq] as const;
  const proof = [manifestSha256, manifestText, manifestSignature, sha256] as const;
  await run(
    client,
    'INSERT INTO station.bundles VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
    [...place, epoch, range.from, range.to, ...proof, created.wall, at],
  );
  const cells = Object.entries(counts).map(
    ([ledger, { I, U, X, live }]) => [...place, ledger, I, U, X, live] as const,
  );
  await copyRows(client, 'station.bundle_counts', cells);
}
