/** A backup is the store and its key file in a folder of their own, proved after it was written, named when it is whole. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupCause } from '#shared/contract/backups.ts';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import type { Instant } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { copyStore } from '#main/db/copy.ts';
import type { Store, WriteHandle } from '#main/db/open.ts';
import { verifyChain, verifyPages, verifyStore } from '#main/db/verify.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { syncFolder } from '#main/files/replace-file.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { dropOldBackups, nameOfBackup } from './names.ts';

export interface Backup {
  /** Name of the folder made under the destination. */
  readonly folder: string;
  readonly bytes: number;
  readonly lines: number;
}

/** An open store and what belongs to it. */
export interface BackupSource {
  readonly write: WriteHandle;
  readonly vaultPath: string;
  readonly office: string;
  readonly now: Instant;
  /** Opens a copy under the same key. */
  readonly openCopy: (path: string) => Store;
}

/** Of a store of an older schema, which `proof` `chain` is for, the rows cannot be compared by this version. */
export function copyAndProve(
  source: BackupSource,
  destination: string,
  cause: BackupCause,
  proof: 'whole' | 'chain' = 'whole',
): Backup {
  // A disk that is not there must not be replaced by a folder of its name on this one.
  if (!existsSync(destination)) refuse({ code: 'io', detail: 'ENOENT' });
  const { office, now } = source;
  const name = nameOfBackup(office, now, cause);
  const part = dataFolder(join(destination, `${name}.part`));
  rmSync(part.root, { recursive: true, force: true });
  mkdirSync(part.root, { mode: 0o700 });
  try {
    copyStore(source.write, part.database);
    copyFileSync(source.vaultPath, part.vault);
    const lines = prove(source, part.database, proof);
    const final = join(destination, name);
    rmSync(final, { recursive: true, force: true });
    renameSync(part.root, final);
    syncFolder(destination);
    dropOldBackups(destination, dayOf(now));
    return { folder: name, bytes: statSync(dataFolder(final).database).size, lines };
  } catch (error) {
    rmSync(part.root, { recursive: true, force: true });
    throw error;
  }
}

function prove({ openCopy, office }: BackupSource, path: string, proof: 'whole' | 'chain'): number {
  const copy = openCopy(path);
  try {
    if (proof === 'whole') return verifyStore(copy.raw, office, LEDGER_TABLES).lines;
    verifyPages(copy.raw);
    return verifyChain(copy.raw, office, 0).lines;
  } finally {
    copy.close();
  }
}
