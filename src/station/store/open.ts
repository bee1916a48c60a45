// The only place that knows how the store is encrypted: SQLCipher 4 format under a raw key kept in station.key.age.
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { refuse } from '#station/refusal.ts';
import foundation from '#station/store/migrations/0010-station.sql?raw';

/** One line a step, numbered by tens; a landed step is never edited. */
const migrations: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 10, sql: foundation },
];

const keyBytes = 32;
const plainMagic = 'SQLite format 3\0';

/** Opens the store, or makes an empty one. Refuses with `store-damaged` what the key cannot read. */
export function openDatabase(path: string, key: Uint8Array): Database.Database {
  if (existsSync(path)) checkEncrypted(path);
  const db = connect(path, key);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('secure_delete = ON');
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function connect(path: string, key: Uint8Array, readonly = false): Database.Database {
  // A key of another length would silently be taken for a passphrase.
  if (key.length !== keyBytes) throw new RangeError('the store key has 32 bytes');
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

/** Fails closed: the file must not be plain, and a random key must not open it. An empty file is a store unborn. */
function checkEncrypted(path: string): void {
  const head = Buffer.alloc(plainMagic.length);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, head, 0, head.length, 0) === 0) return;
  } finally {
    closeSync(file);
  }
  if (head.toString('latin1') === plainMagic) refuse('store-damaged', 'not encrypted');
  if (opensWith(path, randomBytes(keyBytes))) refuse('store-damaged', 'opens with any key');
}

function opensWith(path: string, key: Uint8Array): boolean {
  try {
    connect(path, key, true).close();
    return true;
  } catch {
    return false;
  }
}

function migrate(db: Database.Database): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  if (from > (migrations.at(-1)?.version ?? 0)) refuse('newer-version', `store schema ${from}`);
  for (const step of migrations.filter(({ version }) => version > from)) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
}
