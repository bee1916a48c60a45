// One station tool at a time.
import { openLockFile } from '#sealed-sqlite/lock-file.ts';
import { refuse } from '#station/refusal.ts';

/** Refuses with `busy`. The file holds nothing. */
export function takeLock(path: string): { readonly release: () => void } {
  return { release: openLockFile(path) ?? refuse('busy') };
}
