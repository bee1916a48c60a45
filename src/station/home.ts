// Where the station keeps what: one folder, readable by its owner alone.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { refuse } from './refusal.ts';

export interface Home {
  readonly dir: string;
  /** Needed every day: op and sign keys, and the key of the store. */
  readonly stationKey: string;
  /** Meant to be carried away after keygen. */
  readonly rootKey: string;
  readonly escrowKey: string;
  /** Incarnation of the store, kept outside of it on purpose. */
  readonly epoch: string;
  /** Every keyset ever signed here, as sealed. */
  readonly keysets: string;
  /** Every file ever read from a stick, by its hash. Nothing is deleted. */
  readonly inbox: string;
  /** Receipts as sealed. */
  readonly outbox: string;
  readonly store: string;
  /** One line with the address of PostgreSQL, where the store is there and not in the file. */
  readonly storeUrl: string;
  readonly lock: string;
}

export function homeAt(folder: string): Home {
  const dir = resolve(folder);
  return {
    dir,
    stationKey: join(dir, 'station.key.age'),
    rootKey: join(dir, 'root.key.age'),
    escrowKey: join(dir, 'escrow.key.age'),
    epoch: join(dir, 'epoch.json'),
    keysets: join(dir, 'keysets'),
    inbox: join(dir, 'inbox'),
    outbox: join(dir, 'outbox'),
    store: join(dir, 'station.db'),
    storeUrl: join(dir, 'store.url'),
    lock: join(dir, 'lock.db'),
  };
}

/** Refuses with `station-exists` a folder that holds anything at all. */
export function makeHome(folder: string): Home {
  const home = homeAt(folder);
  if (existsSync(home.dir) && readdirSync(home.dir).length > 0) refuse('station-exists', home.dir);
  for (const dir of [home.dir, home.keysets, home.inbox, home.outbox]) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  }
  return home;
}

/** Refuses with `not-set-up` a folder whose keygen never came to its end. */
export function findHome(folder: string): Home {
  const home = homeAt(folder);
  if (!existsSync(home.stationKey)) refuse('not-set-up', home.dir);
  return home;
}

/** Writes a whole file or none, for the owner's eyes only; an existing one stays unless `replace` is set. */
export async function writeWhole(path: string, content: Uint8Array | string, replace = false): Promise<void> {
  if (!replace && existsSync(path)) refuse('station-exists', path);
  const part = `${path}.part`;
  const handle = await open(part, replace ? 'w' : 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, path);
  syncFolder(dirname(path));
}

/** Windows cannot open a folder; its renames are journalled by NTFS. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
