// The store in one encrypted SQLite file: one connection, so its methods take turns.
import type { BundlePoint } from '#bundle-format';
import { openDecisions } from './decisions.ts';
import { openExtracts } from './extracts.ts';
import { openFiles } from './files.ts';
import { openHeldRecords } from './held-records.ts';
import { openKeyAffairs } from './key-affairs.ts';
import { openLogs } from './logs.ts';
import { openLooks } from './looks.ts';
import { openDatabase } from './open.ts';
import type { StationStore } from '#station/store/port.ts';
import { openReading } from './reading.ts';
import { openRecords } from './records.ts';
import { openReports } from './reports.ts';
import { both, openSendings } from './sendings.ts';
import { openSnapshots } from './snapshots.ts';
import { openApply } from './work.ts';
import { openStation } from './station-row.ts';
import { oneAtATime } from './turns.ts';

/** The caller holds the lock of the home. Refuses with `store-damaged`, `newer-version`. */
export function openStore(path: string, key: Uint8Array): StationStore {
  const db = openDatabase(path, key);
  const logs = openLogs(db);
  const { line, restart, ...decisions } = openDecisions(db);
  const { line: sentLine, restart: restartSent, ...sendings } = openSendings(db);
  const records = openRecords(db, both({ line, restart }, { line: sentLine, restart: restartSent }));
  const reports = openReports(db, logs, records);
  const lastApplied = db.prepare<[string], BundlePoint>(
    'SELECT sealed_epoch AS epoch, seq FROM bundles WHERE office = ? ORDER BY sealed_epoch DESC, seq DESC LIMIT 1',
  );
  return oneAtATime<StationStore>({
    ...openStation(db),
    ...openFiles(db),
    ...openExtracts(db),
    ...openHeldRecords(db),
    ...openLooks(db),
    ...openReading(db, logs),
    ...openSnapshots(db),
    ...openKeyAffairs(db),
    ...decisions,
    ...sendings,
    held: async ({ office }) => logs.held(office),
    lastApplied: async (office) => lastApplied.get(office) ?? null,
    applied: async (office) =>
      Object.fromEntries(logs.epochs(office).map(({ epoch, n, chain }) => [String(epoch), { n, chain }])),
    apply: openApply(db, logs, records),
    report: async (office, since) => reports.report(office, since),
    strangers: async (since) => reports.strangers(since),
    bundlesOf: async (office) => reports.bundlesOf(office),
    close: async () => {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  });
}
