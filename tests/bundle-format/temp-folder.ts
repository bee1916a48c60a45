import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whenOver } from '#tests/support/when-over.ts';

/** A folder that is gone when the test is over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jwb-'));
  whenOver(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
