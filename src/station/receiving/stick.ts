// What lies on a stick. Every file found is named; none is passed over in silence and none of anybody else's is ever touched.
import { existsSync, readdirSync, rmSync, statSync, type Dirent } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { refusalOf, stickNames, type Code } from '#bundle-format';
import { refuse, refuseAs } from '#station/refusal.ts';

export interface StickFile {
  readonly path: string;
  /** Path below the folder that was searched. */
  readonly shown: string;
  readonly name: string;
  /** Why it is not read at all; null for a file to be judged. */
  readonly code: Extract<Code, 'E104' | 'E105'> | null;
}

/** Sorted by name. `folder` is the stick, its JWB folder, or a folder of bundle files. Refuses E101, `nothing-found`. */
export function readStick(folder: string): readonly StickFile[] {
  const dir = resolve(folder);
  if (!existsSync(dir) || !statSync(dir).isDirectory()) refuseAs(refusalOf('E101', '', dir));
  const jwb = jwbOf(dir);
  const found = jwb === null ? filesIn(dir) : walk(jwb).filter(({ shown }) => !isOurs(shown));
  if (found.length === 0) refuse('nothing-found', dir);
  return found.toSorted((a, b) => (a.shown < b.shown ? -1 : 1));
}

/** Where receipts go: `JWB/to-office` of the stick. */
export function toOfficeOf(folder: string): string {
  const dir = resolve(folder);
  return join(jwbOf(dir) ?? join(dir, stickNames.root), 'to-office');
}

function jwbOf(dir: string): string | null {
  const below = join(dir, stickNames.root);
  if (existsSync(below)) return below;
  return basename(dir) === stickNames.root || existsSync(join(dir, 'to-station')) ? dir : null;
}

/**
 * What this tool left in `to-office` when it was ended or the stick was pulled out: bears the name only our own writing gives,
 * and nobody else writes there.
 */
export function dropOwnParts(toOffice: string): void {
  for (const entry of readdirSync(toOffice, { withFileTypes: true }))
    if (entry.isFile() && OWN_PART.test(entry.name)) rmSync(join(toOffice, entry.name));
}

const OWN_PART = /^[0-9a-f]{16}\.part$/;

/** The marker of the stick, receipts that wait for their office, and one of ours that was never finished. */
function isOurs(shown: string): boolean {
  return (
    shown === stickNames.marker ||
    shown === stickNames.signature ||
    /^to-office[\\/]([0-9a-f]{32}\.jwb|[0-9a-f]{16}\.part)$/.test(shown)
  );
}

function walk(root: string): StickFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const shown = relative(root, path);
      const code = /^to-station[\\/][^\\/]+$/.test(shown) ? codeOf(entry) : unreadable(entry.name);
      return { path, shown, name: entry.name, code };
    });
}

/** What lies in one folder and not below it. */
export function filesIn(dir: string): StickFile[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: join(dir, entry.name),
      shown: entry.name,
      name: entry.name,
      code: codeOf(entry),
    }));
}

function codeOf(entry: Dirent): StickFile['code'] {
  return entry.isFile() && /\.jwb$/i.test(entry.name) ? null : unreadable(entry.name);
}

function unreadable(name: string): 'E104' | 'E105' {
  return /\.part$/i.test(name) ? 'E104' : 'E105';
}
