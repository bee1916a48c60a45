/** An empty SQLite file held in an exclusive transaction: a lock that works alike on every system. It holds no data. */
import Database from 'better-sqlite3';

/** Returns how to let go, or null when another process holds the file. */
export function openLockFile(path: string): (() => void) | null {
  const db = new Database(path, { timeout: 0 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    return () => db.close();
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
