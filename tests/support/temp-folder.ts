/** Temporary folders. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenOver } from './when-over.ts';

export function tempFolder(): string {
  const folder = makeFolder();
  whenOver(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** For what several tests share. The caller takes it away. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lamplight-'));
}
