/** Hands out a read handle on a connection that cannot write; the writing connection stays inside this folder. */
import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { connectSealed, findBrokenSeal, makeDurable } from '#sealed-sqlite/connect.ts';
import { refuse } from '#shared/kernel/failure.ts';

export { KEY_BYTES } from '#sealed-sqlite/connect.ts';

declare const reading: unique symbol;
declare const writing: unique symbol;

/** Queries only: its connection is opened read-only, so the type and the file agree. */
export type ReadHandle = Pick<
  BetterSQLite3Database,
  'select' | 'selectDistinct' | '$count' | 'all' | 'get'
> & {
  readonly [reading]: true;
};

/** The one connection that may write. Only the journal and the migrations hold it. */
export type WriteHandle = Database.Database & { readonly [writing]: true };

export type Statement = Database.Statement;

export interface Store {
  readonly read: ReadHandle;
  /** The same read-only connection without a query builder, for ranges and figures of the whole file. */
  readonly raw: Pick<Database.Database, 'prepare' | 'pragma'>;
  readonly write: WriteHandle;
  /** For work of some seconds over the whole file: what is written meanwhile is not seen. */
  still(): StillStore;
  close(): void;
}

/** A view that stands still. While it is open the log beside the store cannot be emptied, so it is closed soon. */
export interface StillStore {
  readonly raw: Store['raw'];
  close(): void;
}

/** Pages kept decrypted for reading: what a list and a search touch again and again. Far more than SQLite's own 2 MiB. */
const READ_CACHE_KIB = 32 * 1024;

/** Opens the store, or makes an empty one when `create` is set. Refuses with `data-damaged` what the key cannot read. */
export function openStore(path: string, key: Uint8Array, options: { readonly create?: boolean } = {}): Store {
  // SQLite would take a file that is gone or cut to nothing for a new, empty store.
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (options.create !== true && size === 0) refuse({ code: 'data-damaged', part: 'database' });
  const write = connectSealed(path, key) as WriteHandle;
  try {
    makeDurable(write);
    const broken = options.create === true ? null : findBrokenSeal(path);
    if (broken !== null) throw new Error(`the store is not encrypted: ${broken}`);
    const raw = connectSealed(path, key, { readonly: true });
    raw.pragma(`cache_size = -${READ_CACHE_KIB}`);
    const read = drizzle(raw) as unknown as ReadHandle;
    return {
      read,
      raw,
      write,
      still: () => openStill(path, key),
      close() {
        if (!write.open) return;
        raw.close();
        try {
          write.pragma('wal_checkpoint(TRUNCATE)');
        } catch {
          // A full or failing disk: the log stays beside the store and is read at the next start.
        } finally {
          write.close();
        }
      },
    };
  } catch (error) {
    write.close();
    throw error;
  }
}

/** Reads alone, through a connection of its own: nothing of the file is changed, whatever it is. */
export function openStill(path: string, key: Uint8Array): StillStore {
  const raw = connectSealed(path, key, { readonly: true });
  raw.exec('BEGIN');
  // A transaction sees the file as it is at its first read.
  raw.prepare('SELECT count(*) FROM sqlite_schema').get();
  return { raw, close: () => void raw.close() };
}

/** Versions for diagnostics; also proof that the cipher build is the one loaded. */
export function storeVersions(raw: Store['raw']): { sqlite: string; cipher: string } {
  const row = raw.prepare('SELECT sqlite_version() AS sqlite, sqlite3mc_version() AS cipher').get();
  return row as { sqlite: string; cipher: string };
}
