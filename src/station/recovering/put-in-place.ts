// A recovered station beside the lost one, and in its place by one rename: before it the folder is the old one, after it the new.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { placeFile } from '#bundle-format';
import { syncFolder, type Home } from '#station/home.ts';
import { refuseAs } from '#station/refusal.ts';
import { takeLock } from '#station/store/lock.ts';

/**
 * Everything is made in `new` of the first; it takes the second name when it is whole, and whoever finds that name finishes. The
 * former files change places with the new ones, and the folder is theirs in the end: nothing is deleted.
 */
const folders = { prepared: 'recovery.part', ordered: 'recovery', new: 'new' } as const;

export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Where the new files are made. What is only ever added to, inbox and outbox, is the station's own. */
export function preparedHome(home: Home): Home {
  const within = (path: string): string => join(home.dir, folders.prepared, folders.new, basename(path));
  return {
    ...home,
    stationKey: within(home.stationKey),
    epoch: within(home.epoch),
    keysets: within(home.keysets),
    store: within(home.store),
  };
}

/** An empty place with the keysets in it. What an interrupted attempt left was never in force, and goes. */
export async function beginPreparing(home: Home): Promise<Home> {
  const prepared = preparedHome(home);
  dropPrepared(home);
  mkdirSync(prepared.keysets, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(home.keysets)) {
    if (!name.endsWith('.jwb')) continue;
    const copy = await placeFile(join(home.keysets, name), prepared.keysets);
    if (!copy.ok) refuseAs(copy);
  }
  return prepared;
}

export function dropPrepared(home: Home): void {
  rmSync(join(home.dir, folders.prepared), { recursive: true, force: true });
}

/** The step that decides. The caller holds the lock of the home. */
export function orderRecovery(home: Home): void {
  const prepared = join(home.dir, folders.prepared);
  for (const folder of [join(prepared, folders.new), prepared]) syncFolder(folder);
  move({ from: prepared, to: join(home.dir, folders.ordered) });
}

/** At the start of every run: what an ended process had ordered is put in place. Refuses with `busy`. */
export function finishRecovery(home: Home): void {
  if (!existsSync(join(home.dir, folders.ordered))) return;
  const lock = takeLock(home.lock);
  try {
    finishOrdered(home);
  } finally {
    lock.release();
  }
}

/** The caller holds the lock. Answers the folder in which the former files now lie; null where nothing was ordered. */
export function finishOrdered(home: Home): string | null {
  const ordered = join(home.dir, folders.ordered);
  if (!existsSync(ordered)) return null;
  for (const step of movesOf(home)) move(step);
  rmSync(join(ordered, folders.new), { recursive: true, force: true });
  const kept = join(home.dir, freeName(home.dir));
  move({ from: ordered, to: kept });
  return kept;
}

/** What is still to be renamed, in its order: each former file out of the way, then the new one into its place. */
export function movesOf(home: Home): readonly Move[] {
  const ordered = join(home.dir, folders.ordered);
  return [home.keysets, home.epoch, home.store, home.stationKey].flatMap((place) => {
    const made = join(ordered, folders.new, basename(place));
    if (!existsSync(made)) return [];
    const beside = place === home.store ? [place, `${place}-wal`, `${place}-shm`] : [place];
    return [
      ...beside
        .filter((path) => existsSync(path))
        .map((path) => ({ from: path, to: join(ordered, basename(path)) })),
      { from: made, to: place },
    ];
  });
}

function freeName(dir: string): string {
  for (let count = 1; ; count += 1)
    if (!existsSync(join(dir, `replaced-${count}`))) return `replaced-${count}`;
}

function move({ from, to }: Move): void {
  renameSync(from, to);
  for (const folder of new Set([dirname(from), dirname(to)])) syncFolder(folder);
}
