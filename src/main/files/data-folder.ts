/** Where things lie in an office's data folder. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface DataFolder {
  readonly root: string;
  readonly database: string;
  readonly vault: string;
  readonly attempts: string;
  readonly lock: string;
  readonly outbox: string;
  readonly log: string;
  /** Copies made before a migration. */
  readonly before: string;
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
    before: join(root, 'before'),
  };
}

/** Makes the folder, for this user alone. */
export function makeDataFolder(root: string): DataFolder {
  const folder = dataFolder(root);
  for (const path of [folder.root, folder.outbox, folder.before])
    mkdirSync(path, { recursive: true, mode: 0o700 });
  return folder;
}

/** An office exists once its key file does: that file is put in place last. */
export function isSetUp(folder: DataFolder): boolean {
  return existsSync(folder.vault);
}
