/** Floors: the least that the same work could cost here, on the same disk, with the same cipher and durability. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { time } from './measure.ts';

/** One UPDATE of one row, committed to disk. */
export async function measureBareCommits(runs: number): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-floor-'));
  const db = new Database(join(folder, 'floor.db'));
  try {
    db.pragma(`cipher = 'sqlcipher'`);
    db.pragma('legacy = 4');
    db.pragma(`key = "x'${randomBytes(32).toString('hex')}'"`);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec("CREATE TABLE rows (id INTEGER PRIMARY KEY, value TEXT) STRICT; INSERT INTO rows VALUES (1, '')");
    const update = db.prepare('UPDATE rows SET value = ? WHERE id = 1');
    return await time(runs, (run) => update.run(`办理居住登记 ${run}`));
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
