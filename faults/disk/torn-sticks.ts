/** What a stick keeps that was pulled out before it had written all: a file cut somewhere, under its last name or its first, or none. */
import { readdirSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { openRow, spreadOver, type FaultRow, type FaultRun } from '../family.ts';
import { runHere } from './here.ts';
import { saidOf } from './trial.ts';
import { makeWorld, type Place, type World } from './world.ts';

const EACH = 150;

export async function tornSticks({ sample }: FaultRun): Promise<FaultRow[]> {
  const world = await makeWorld();
  const first = bundleOn(world.at('sealed'));
  const size = statSync(first).size;
  const cuts = spreadOver(size, sample ? 6 : EACH);
  const named = openRow(
    'everything after byte x lost, the name written',
    'E201 at the station; the office sees it; goes on',
  );
  const unnamed = openRow(
    'everything after byte x lost, still a .part',
    'E104 at the station; the office clears it away',
  );
  const gone = openRow('the name lost too', 'nothing there; goes on');
  for (const at of cuts) {
    named.judge(...(await tear(world, (bundle) => truncateSync(bundle, at), 'bundle-truncated/E201', true)));
    const asPart = (bundle: string) => {
      truncateSync(bundle, at);
      renameSync(bundle, join(bundle, '..', '0123456789abcdef.part'));
    };
    unnamed.judge(...(await tear(world, asPart, 'file-unfinished/E104', false)));
  }
  gone.judge(...(await tear(world, (bundle) => rmSync(bundle), 'nothing-found', false)));
  return [named.done(), unnamed.done(), gone.done()];
}

function bundleOn(place: Place): string {
  const folder = join(place.stick, 'JWB', 'to-station');
  const [name = ''] = readdirSync(folder);
  return join(folder, name);
}

/** What the station said, and what did not fit. */
async function tear(
  world: World,
  how: (bundle: string) => void,
  expected: string,
  isSeen: boolean,
): Promise<[string, string | null]> {
  const place = world.at('sealed');
  try {
    const bundle = bundleOn(place);
    how(bundle);
    const said = saidOf(await runHere(world.verbs.receive(place)));
    if (said !== expected) return [said, `${said}, not ${expected}`];
    if (isSeen) {
      // It bears the name of a whole file: the office names it and leaves it to a person.
      const again = saidOf(await runHere(world.verbs.export(place)));
      if (again !== 'stick/dirty') return [said, `exported over it: ${again}`];
      rmSync(bundle);
    }
    return [said, await world.finish(place)];
  } finally {
    rmSync(place.root, { recursive: true, force: true });
  }
}
