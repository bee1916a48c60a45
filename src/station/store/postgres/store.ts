// The store in PostgreSQL, behind the same port as the SQLite store: offices side by side, one tool at a time.
import type { StationStore } from '#station/store/port.ts';
import { openDecisions } from './decisions.ts';
import { sayingWhy } from './failures.ts';
import { openExtracts } from './extracts.ts';
import { openFiles } from './files.ts';
import { openKeyAffairs } from './key-affairs.ts';
import { openLogs } from './logs.ts';
import { openServer } from './open.ts';
import { openRecords } from './records.ts';
import { openReports } from './reports.ts';
import { openSendings } from './sendings.ts';
import { openSnapshots } from './snapshots.ts';
import { openStation } from './station-row.ts';
import { openApply } from './work.ts';

/** Refuses with `busy`, `store-unreachable`, `store-forbidden`, `store-unfit`, `store-unsafe`, `newer-version`. */
export async function openPostgresStore(url: string, station: string): Promise<StationStore> {
  const { pool, close } = await openServer(url, station);
  return sayingWhy<StationStore>({
    ...openStation(pool),
    ...openFiles(pool),
    ...openExtracts(pool),
    ...openRecords(pool),
    ...openLogs(pool),
    ...openDecisions(pool),
    ...openSendings(pool),
    ...openApply(pool),
    ...openReports(pool),
    ...openSnapshots(pool),
    ...openKeyAffairs(pool),
    close,
  });
}
