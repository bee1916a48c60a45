/** Folders on the stick. Only these are read or written; everything else on it is none of our business. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stickNames } from '#bundle-format';

/** The same words at the station: docs/format/bundle-v1.md, "On the stick". */
const ROOT = stickNames.root;
const BUNDLES = 'to-station';
const RECEIPTS = 'to-office';

export function bundleFolder(stick: string): string {
  // One by one: made in one go on a read-only stick, Node says that the folder is missing.
  for (const folder of [join(stick, ROOT), join(stick, ROOT, BUNDLES)])
    if (!existsSync(folder)) mkdirSync(folder);
  return join(stick, ROOT, BUNDLES);
}

/** Sealed files the station has left, by name; empty where the folder is not there. */
export function receiptFiles(stick: string): string[] {
  const folder = join(stick, ROOT, RECEIPTS);
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jwb'))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return [];
    throw error;
  }
}
