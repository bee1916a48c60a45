/** Small disks, where there is the right to mount one: full, read-only. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tempFolder } from './temp-folder.ts';
import { whenOver } from './when-over.ts';

/** A disk of so many KiB; gone when the test is over. */
export function tinyDisk(kib: number): string {
  const folder = tempFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder]);
  whenOver(() => execFileSync('umount', ['-l', folder]));
  return folder;
}

/** From now on it takes nothing. */
tinyDisk.readOnly = (folder: string): void => {
  execFileSync('mount', ['-o', 'remount,ro', folder]);
};

/** Elsewhere safe-writing.test.ts shows a full disk with a limited file size. */
export function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder]).status === 0;
  if (mounted) execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true });
  return mounted;
}
