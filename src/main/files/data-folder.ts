/** Where things lie in an office's data folder. */
import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '#shared/kernel/failure.ts';

export interface DataFolder {
  readonly root: string;
  readonly database: string;
  readonly vault: string;
  readonly attempts: string;
  readonly lock: string;
  readonly outbox: string;
  readonly log: string;
  /** Backups where no other place is set, or where that one is not there. */
  readonly backups: string;
  /** How far this office has come, kept outside of its store. */
  readonly mark: string;
  /** What a restore puts in place, while it is made ready; and the order to put it there. */
  readonly restore: string;
  readonly restoreOrder: string;
  /** A new office until its recovery code was typed back. */
  readonly staging: string;
}

export function dataFolder(root: string): DataFolder {
  return {
    root,
    database: join(root, 'office.db'),
    vault: join(root, 'vault.json'),
    attempts: join(root, 'attempts.json'),
    lock: join(root, 'lock.db'),
    outbox: join(root, 'outbox'),
    log: join(root, 'lamplight.log'),
    backups: join(root, 'backups'),
    mark: join(root, 'mark.json'),
    restore: join(root, 'restore'),
    restoreOrder: join(root, 'restore.json'),
    staging: join(root, 'setup'),
  };
}

/** Makes the folder, for this user alone. Throws EROFS or EACCES where nothing can be written: SQLite would only fail to open. */
export function makeDataFolder(root: string): DataFolder {
  const folder = dataFolder(root);
  for (const path of [folder.root, folder.outbox, folder.backups])
    mkdirSync(path, { recursive: true, mode: 0o700 });
  accessSync(root, constants.W_OK);
  return folder;
}

/**
 * An office exists once its key file does: that file is put in place last.
 * Refuses with `data-damaged` a store whose key file is gone: to set up anew there would erase it.
 */
export function isSetUp(folder: DataFolder): boolean {
  if (existsSync(folder.vault)) return true;
  if (existsSync(folder.database) && !existsSync(dataFolder(folder.staging).vault))
    refuse({ code: 'data-damaged', part: 'key-file' });
  return false;
}

/** Takes away a new office that was never finished, and nothing else. The store first: its key lies in the staging folder. */
export function clearStaging(folder: DataFolder): void {
  if (isSetUp(folder)) return;
  rmSync(folder.database, { force: true });
  rmSync(folder.staging, { recursive: true, force: true });
}

/** Whether any of an office lies there, whole or not. */
export function holdsOffice({ database, vault }: DataFolder): boolean {
  return existsSync(database) || existsSync(vault);
}
