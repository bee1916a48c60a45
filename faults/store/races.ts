/** Two programs at one folder at the same moment: one wins, the other explains, and nothing is torn. */
import { rmSync } from 'node:fs';
import { openRow, type FaultRow, type FaultRun } from '../family.ts';
import { isDefect, runVerb, saidOf } from '../disk/trial.ts';
import { BEGINS, makeWorld, type VerbName, type World } from '../disk/world.ts';

const EACH = 25;
/** Both come through where one ended before the other began. */
const FINE = new Set(['done busy', 'busy done', 'done done']);

export async function races({ sample }: FaultRun): Promise<FaultRow[]> {
  const world = await makeWorld();
  const count = sample ? 3 : EACH;
  return [
    await race(world, 'export', 'receipts', 'two offices on one data folder', count),
    await race(world, 'receive', 'receive', 'two station tools on one home and one stick', count),
  ];
}

async function race(
  world: World,
  one: VerbName,
  other: VerbName,
  what: string,
  count: number,
): Promise<FaultRow> {
  const row = openRow(what, 'one wins, the other says busy; or one after the other');
  for (let i = 0; i < count; i += 1) {
    const place = world.at(BEGINS[one]);
    const [first, second] = await Promise.all([
      runVerb(world.verbs[one](place)),
      // A little later each time, so that they meet at different places.
      new Promise((resolve) => setTimeout(resolve, (i * 600) / count)).then(() =>
        runVerb(world.verbs[other](place)),
      ),
    ]);
    // A bundle the other tool had taken in already is no fault of this one.
    const pair = `${saidOf(first)} ${saidOf(second)}`;
    const flaw =
      [first, second]
        .map((ended) => (isDefect(ended) ? `a defect: ${ended.err}` : null))
        .find((one) => one !== null) ??
      (FINE.has(pair) ? null : `${pair}: ${first.err}${second.err}`) ??
      (await world.flawOf(place)) ??
      (await world.finish(place));
    row.judge(pair, flaw);
    rmSync(place.root, { recursive: true, force: true });
  }
  return row.done();
}
