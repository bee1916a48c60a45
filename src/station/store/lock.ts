// One station tool at a time: an exclusively locked file, which the system frees even after kill -9.
import Database from 'better-sqlite3';
import { refuse } from '#station/refusal.ts';

/** Refuses with `busy`. The file holds nothing. */
export function takeLock(path: string): { readonly release: () => void } {
  const db = new Database(path, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) refuse('busy');
    throw error;
  }
  return { release: () => void db.close() };
}
