/** Real small disks: full at every page there is to fill, and read-only. Needs the right to mount. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openRow, type FaultRow, type FaultRun } from '../family.ts';
import { runHere } from './here.ts';
import { isDefect, saidOf } from './trial.ts';
import { BEGINS, makeWorld, type Place, type VerbName, type World } from './world.ts';

type Part = 'office' | 'station' | 'stick' | 'second';

const PAGE_KIB = 4;
const ROOMY_KIB = 64 * 1024;
/** Pages tried before it is believed that it never becomes full. */
const MOST = 400;
const EXPECTED = 'done, or a word that names the disk; then goes on once there is room';

/** The station looks for 16 MiB before it begins, and a stick for 4: those never fill up midway, which is tried once each. */
const FULL: readonly (readonly [VerbName, Part])[] = [
  ['export', 'office'],
  ['receipts', 'office'],
  ['backup', 'second'],
  ['backup', 'office'],
  ['export', 'stick'],
  ['receive', 'station'],
  ['receive', 'stick'],
];

export async function fullDisks({ sample, say }: FaultRun): Promise<FaultRow[]> {
  const world = await makeWorld();
  const rows: FaultRow[] = [];
  for (const [verb, part] of FULL) {
    say(`  ${verb}, ${part}`);
    const row = openRow(`${verb}: the disk of the ${part} full after each page`, EXPECTED);
    const step = sample ? 16 : 1;
    let doneInARow = 0;
    for (let pages = 0; pages < MOST && doneInARow < 3; pages += step) {
      const said = await tryOn(world, verb, part, row, `${pages} pages left`, (disk) => disk.give(pages));
      doneInARow = said === 'done' ? doneInARow + 1 : 0;
      // Refused before the first byte, whatever there is: the rest would only say so again.
      if (part !== 'office' && part !== 'second' && pages >= 16) break;
    }
    rows.push(row.done());
  }
  return rows;
}

const READ_ONLY: readonly (readonly [VerbName, Part])[] = [
  ['export', 'office'],
  ['export', 'stick'],
  ['receipts', 'office'],
  ['receipts', 'stick'],
  ['receive', 'station'],
  ['receive', 'stick'],
  ['backup', 'office'],
  ['backup', 'second'],
];

export async function readOnlyDisks(): Promise<FaultRow[]> {
  const world = await makeWorld();
  const row = openRow(
    'each verb with each of its disks read-only',
    'done where nothing is written, else a word for it',
  );
  for (const [verb, part] of READ_ONLY)
    await tryOn(world, verb, part, row, `${verb}, ${part}`, (disk) => disk.close());
  return [row.done()];
}

async function tryOn(
  world: World,
  verb: VerbName,
  part: Part,
  row: ReturnType<typeof openRow>,
  which: string,
  prepare: (disk: Disk) => void,
): Promise<string> {
  const place = world.at(BEGINS[verb]);
  const disk = mountUnder(place, part);
  try {
    prepare(disk);
    const ended = await runHere(world.verbs[verb](place));
    disk.roomy();
    const flaw =
      (isDefect(ended) ? `a defect instead of a word: ${ended.err}` : null) ??
      (await world.flawOf(place)) ??
      (await world.finish(place));
    row.judge(saidOf(ended), flaw === null ? null : `${which} (${saidOf(ended)}): ${flaw}`);
    return saidOf(ended);
  } finally {
    disk.unmount();
    rmSync(place.root, { recursive: true, force: true });
  }
}

interface Disk {
  /** So many pages are left on it. */
  readonly give: (pages: number) => void;
  readonly close: () => void;
  readonly roomy: () => void;
  readonly unmount: () => void;
}

function mountUnder(place: Place, part: Part): Disk {
  const path = place[part];
  const aside = `${path}.aside`;
  renameSync(path, aside);
  mkdirSync(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${ROOMY_KIB}k,mode=0700`, 'tmpfs', path]);
  cpSync(aside, path, { recursive: true });
  rmSync(aside, { recursive: true });
  const remount = (how: string) => execFileSync('mount', ['-o', `remount,${how}`, path]);
  return {
    // A size of nothing would be no limit at all.
    give: (pages) => remount(`size=${Math.max(1, usedPages(path) + pages) * PAGE_KIB}k`),
    close: () => remount('ro'),
    roomy: () => remount(`rw,size=${ROOMY_KIB}k`),
    unmount: () => execFileSync('umount', ['-l', path]),
  };
}

/** As tmpfs counts: whole pages of files. */
function usedPages(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => Math.ceil(statSync(join(entry.parentPath, entry.name)).size / (PAGE_KIB * 1024)))
    .reduce((sum, pages) => sum + pages, 0);
}
