/** A whole copy of the store in one file, under the same key. The driver's own backup call fails on encrypted files. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { WriteHandle } from './open.ts';

/** Written beside under a temporary name first: a copy that bears its name is whole. */
export function copyStore(db: WriteHandle, path: string): void {
  const part = `${path}.part`;
  rmSync(part, { force: true });
  db.prepare('VACUUM INTO ?').run(part);
  const file = openSync(part, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
}
