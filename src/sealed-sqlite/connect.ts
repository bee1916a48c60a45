/**
 * How both programs encrypt their SQLite: SQLCipher 4 format under a raw 256-bit key, no derivation inside SQLite.
 * Knows no table. Only the office's db room and the station's store may use it.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';

export const KEY_BYTES = 32;

/** First bytes of an unencrypted SQLite file. */
const PLAIN_MAGIC = 'SQLite format 3\0';

/** Opens a connection; throws SQLITE_NOTADB where the key does not fit, SQLITE_CORRUPT where a page was changed. */
export function connectSealed(
  path: string,
  key: Uint8Array,
  options: { readonly readonly?: boolean } = {},
): Database.Database {
  // A key of another length would silently be taken for a passphrase.
  if (key.length !== KEY_BYTES) throw new RangeError('the key of a store has 32 bytes');
  const db = new Database(path, { readonly: options.readonly === true });
  try {
    db.pragma(`cipher = 'sqlcipher'`);
    db.pragma('legacy = 4');
    db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    // PRAGMA key never fails; the first read does.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    // Temporary databases are not encrypted: they stay in memory.
    db.pragma('temp_store = MEMORY');
    db.pragma('mmap_size = 0');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** For the writing connection: every commit is on the disk before it is acknowledged, and what is deleted is gone. */
export function makeDurable(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
}

/** What is wrong with the seal of a file that should be encrypted; null when nothing is. An empty file has no seal yet. */
export function findBrokenSeal(path: string): 'plain' | 'any-key' | null {
  const head = Buffer.alloc(PLAIN_MAGIC.length);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, head, 0, head.length, 0) === 0) return null;
  } finally {
    closeSync(file);
  }
  if (head.toString('latin1') === PLAIN_MAGIC) return 'plain';
  return opensWith(path, randomBytes(KEY_BYTES)) ? 'any-key' : null;
}

function opensWith(path: string, key: Uint8Array): boolean {
  try {
    connectSealed(path, key, { readonly: true }).close();
    return true;
  } catch {
    return false;
  }
}
