/** What somebody on the telephone needs to know about this installation. Nothing about people. */
import { statfsSync, statSync } from 'node:fs';
import type { diagnosticsContract } from '#shared/contract/desk.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { SCHEMA } from '#main/db/migrate.ts';
import { storeVersions, type Store } from '#main/db/open.ts';
import type { DataFolder } from '#main/files/data-folder.ts';
import { keepDefect } from '#main/rpc/defect-log.ts';
import type { Calls } from '#main/rpc/calls.ts';

export function diagnosticsService(
  raw: Store['raw'],
  clock: Clock,
  folder: DataFolder,
  version: string,
  shell: string,
): Calls<typeof diagnosticsContract> {
  return {
    defect: (input) => {
      keepDefect(folder.log, clock, input);
      return {};
    },
    about: () => {
      const { sqlite, cipher } = storeVersions(raw);
      return {
        version,
        shell,
        node:
          process.versions['electron'] === undefined
            ? process.version
            : `Electron ${process.versions['electron']}`,
        sqlite: `${sqlite} · ${cipher}`,
        databaseBytes: statSync(folder.database).size,
        journalLines: Number(raw.prepare('SELECT count(*) FROM journal').pluck().get()),
        schema: SCHEMA,
        freeBytes: freeBytes(folder.root),
      };
    },
  };
}

/** Null where the file system does not say (some report zero blocks, which does not mean full). */
export function freeBytes(path: string): number | null {
  const { bavail, bsize, blocks } = statfsSync(path);
  return blocks === 0 ? null : bavail * bsize;
}
