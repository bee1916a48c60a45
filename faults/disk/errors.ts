/** The k-th file call fails, for every k until a whole run has none left to fail: SQLite's own way of testing. */
import { rmSync } from 'node:fs';
import { openRow, spreadOver, type FaultRow, type FaultRun } from '../family.ts';
import type { Break } from './breaking-fs.ts';
import { countCalls, under, WRITES } from './strace.ts';
import { isDefect, NOTHING, runVerb, saidOf, type Ended, type Verb } from './trial.ts';
import { BEGINS, makeWorld, type Place, type VerbName, type World } from './world.ts';

const VERBS = ['export', 'receive', 'receipts', 'backup'] as const;
const SAMPLE = 5;
const EXPECTED = 'done, or a fault with its word and nothing half; then goes on to the end of the week';

export async function ioErrors({ sample, say }: FaultRun): Promise<FaultRow[]> {
  const world = await makeWorld();
  const rows: FaultRow[] = [];
  for (const verb of VERBS) {
    say(`  ${verb}`);
    const order = (place: Place) => world.verbs[verb](place);
    const { calls } = await runVerb(order(world.at(BEGINS[verb])));
    for (const how of ['EIO', 'ENOSPC'] as const) {
      const row = openRow(`${verb}: ${how} at each of its ${calls} file calls`, EXPECTED);
      for (const i of spreadOver(calls, sample ? SAMPLE : calls))
        await tryOne(
          world,
          verb,
          row,
          (place) => runVerb(order(place), { how, at: i + 1, below: '' }),
          `call ${i + 1}`,
        );
      rows.push(row.done());
    }
    const { most } = await countCalls(order(world.at(BEGINS[verb])), WRITES);
    for (const how of ['EIO', 'ENOSPC']) {
      const row = openRow(`${verb}: ${how} at each of the ${most} writes of SQLite`, EXPECTED);
      for (const i of spreadOver(most, sample ? SAMPLE : most)) {
        const wrap = under(WRITES, `error=${how}`, i + 1);
        await tryOne(world, verb, row, (place) => runVerb(order(place), NOTHING, wrap), `write ${i + 1}`);
      }
      rows.push(row.done());
    }
  }
  return rows;
}

/** The stick is pulled out: from the k-th call on it, every one fails. */
export async function pulledSticks({ sample }: FaultRun): Promise<FaultRow[]> {
  const world = await makeWorld();
  const rows: FaultRow[] = [];
  for (const verb of ['export', 'receive', 'receipts'] as const) {
    const order = (place: Place): Verb => world.verbs[verb](place);
    const counting = world.at(BEGINS[verb]);
    const { calls } = await runVerb(order(counting), { how: 'none', at: 0, below: counting.stick });
    for (const how of ['EIO', 'ENODEV'] as const) {
      const row = openRow(`${verb}: the stick is gone (${how}) from each of ${calls} calls on`, EXPECTED);
      for (const i of spreadOver(calls, sample ? SAMPLE : calls)) {
        const pull = (place: Place) => {
          const broken: Break = { how, at: i + 1, below: place.stick, onward: true };
          return runVerb(order(place), broken);
        };
        await tryOne(world, verb, row, pull, `from call ${i + 1}`);
      }
      rows.push(row.done());
    }
  }
  return rows;
}

/** Every write and read takes or gives only so many bytes at a time. */
export async function shortWrites({ sample }: FaultRun): Promise<FaultRow[]> {
  const world = await makeWorld();
  const most = 4095;
  const rows: FaultRow[] = [];
  for (const verb of ['export', 'receive'] as const) {
    const row = openRow(
      `${verb}: writes and reads of 1 to ${most} bytes at a time`,
      'done, the identical file',
    );
    for (const i of spreadOver(most, sample ? SAMPLE : 100)) {
      const at = i + 1;
      const place = world.at(BEGINS[verb]);
      const ended = await runVerb(world.verbs[verb](place), { how: 'short', at, below: '' });
      const flaw = ended.exit === 0 ? await world.flawOf(place) : `${saidOf(ended)} ${ended.err}`;
      row.judge(saidOf(ended), flaw ?? (i % 10 === 0 ? await world.finish(place) : null));
      rmSync(place.root, { recursive: true, force: true });
    }
    rows.push(row.done());
  }
  return rows;
}

async function tryOne(
  world: World,
  verb: VerbName,
  row: ReturnType<typeof openRow>,
  run: (place: Place) => Promise<Ended>,
  which: string,
): Promise<void> {
  const place = world.at(BEGINS[verb]);
  const ended = await run(place);
  const flaw =
    (isDefect(ended) ? `a defect instead of a word: ${ended.err}` : null) ??
    (await world.flawOf(place)) ??
    (await world.finish(place));
  row.judge(saidOf(ended), flaw === null ? null : `${which} (${saidOf(ended)}): ${flaw}`);
  rmSync(place.root, { recursive: true, force: true });
}
