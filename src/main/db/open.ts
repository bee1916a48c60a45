/**
 * The only place that knows how the store is encrypted: SQLCipher 4 format, a raw 256-bit key, no derivation in SQLite.
 * Hands out a read handle on a connection that cannot write; the writing connection stays inside this folder.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { refuse } from '#shared/kernel/failure.ts';

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
  close(): void;
}

export const KEY_BYTES = 32;
/** First bytes of an unencrypted SQLite file: a store that begins so is not encrypted. */
const PLAIN_MAGIC = 'SQLite format 3\0';

/** Opens the store, or makes an empty one when `create` is set. Refuses with `data-damaged` what the key cannot read. */
export function openStore(path: string, key: Uint8Array, options: { readonly create?: boolean } = {}): Store {
  // SQLite would take a file that is gone or cut to nothing for a new, empty store.
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (options.create !== true && size === 0) refuse({ code: 'data-damaged', part: 'database' });
  const write = connect(path, key, false) as WriteHandle;
  try {
    write.pragma('journal_mode = WAL');
    write.pragma('synchronous = FULL');
    write.pragma('secure_delete = ON');
    if (options.create !== true) checkEncrypted(path);
    const raw = connect(path, key, true);
    const read = drizzle(raw) as unknown as ReadHandle;
    return {
      read,
      raw,
      write,
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

function connect(path: string, key: Uint8Array, readonly: boolean): Database.Database {
  // A key of another length would silently be taken for a passphrase.
  if (key.length !== KEY_BYTES) throw new RangeError('the data key has 32 bytes');
  const db = new Database(path, { readonly });
  try {
    db.pragma(`cipher = 'sqlcipher'`);
    db.pragma('legacy = 4');
    db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    // PRAGMA key never fails; the first read does.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('temp_store = MEMORY');
    db.pragma('mmap_size = 0');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Fails closed: the file must not be plain, and a random key must not open it. */
function checkEncrypted(path: string): void {
  const head = Buffer.alloc(PLAIN_MAGIC.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  if (head.toString('latin1') === PLAIN_MAGIC) throw new Error('the store is not encrypted');
  if (opensWith(path, randomBytes(KEY_BYTES))) throw new Error('the store opens with any key');
}

function opensWith(path: string, key: Uint8Array): boolean {
  try {
    connect(path, key, true).close();
    return true;
  } catch {
    return false;
  }
}

/** Versions for diagnostics; also proof that the cipher build is the one loaded. */
export function storeVersions(raw: Store['raw']): { sqlite: string; cipher: string } {
  const row = raw.prepare('SELECT sqlite_version() AS sqlite, sqlite3mc_version() AS cipher').get();
  return row as { sqlite: string; cipher: string };
}
