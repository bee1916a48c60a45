/** Each program killed with `kill -9` while it writes: at every file call, at every write of SQLite, and at random moments between. */
import { rmSync } from 'node:fs';
import { openRow, spreadOver, type FaultRow, type FaultRun } from '../family.ts';
import type { Break } from './breaking-fs.ts';
import { countCalls, under, WRITES } from './strace.ts';
import { isDefect, NOTHING, runVerb, type Ended } from './trial.ts';
import { BEGINS, makeWorld, type Place, type VerbName, type World } from './world.ts';

const KILLS: Readonly<Record<VerbName, number>> = { export: 500, receive: 500, receipts: 100, backup: 100 };
const SAMPLE = 8;
/** One in so many goes on to the end of the week; every one is proved where it was killed. */
const GOES_ON = 4;

const WHAT: Readonly<Record<VerbName, string>> = {
  export: 'sealing and copying to the stick',
  receive: 'receiving at the station, receipt included',
  receipts: 'reading receipts',
  backup: 'a backup',
};

/** A moment at which it is killed. */
type Moment = (place: Place) => Promise<Ended>;

export async function kills({ sample, say }: FaultRun): Promise<FaultRow[]> {
  const world = await makeWorld();
  const rows: FaultRow[] = [];
  for (const verb of ['export', 'receive', 'receipts', 'backup'] as const) {
    const wanted = sample ? SAMPLE : KILLS[verb];
    say(`  ${verb}: ${wanted}`);
    rows.push(await killAtAll(world, verb, wanted, say));
  }
  return rows;
}

async function killAtAll(
  world: World,
  verb: VerbName,
  wanted: number,
  say: FaultRun['say'],
): Promise<FaultRow> {
  const row = openRow(
    `kill -9 during ${WHAT[verb]}`,
    `the state before or after; one in ${GOES_ON} then goes on to the end of the week`,
  );
  for (const [i, moment] of (await momentsOf(world, verb, wanted)).entries()) {
    if (i % 100 === 99) say(`    ${i + 1}`);
    const place = world.at(BEGINS[verb]);
    const ended = await moment(place);
    const flaw =
      (isDefect(ended) ? `ended with a defect: ${ended.err}` : null) ??
      (await world.flawOf(place)) ??
      (i % GOES_ON === 0 ? await world.finish(place) : null);
    row.judge(ended.signal === null ? 'ended before' : 'whole after the kill', flaw);
    rmSync(place.root, { recursive: true, force: true });
  }
  return row.done();
}

async function momentsOf(world: World, verb: VerbName, wanted: number): Promise<Moment[]> {
  const order = (place: Place) => world.verbs[verb](place);
  const whole = await runVerb(order(world.at(BEGINS[verb])));
  const { most } = await countCalls(order(world.at(BEGINS[verb])), WRITES);
  const files = spreadOver(whole.calls, Math.ceil(wanted / 3)).map((i): Moment => {
    const broken: Break = { how: 'kill', at: i + 1, below: '' };
    return (place) => runVerb(order(place), broken);
  });
  const writes = spreadOver(most, Math.ceil(wanted / 3)).map(
    (i): Moment =>
      (place) =>
        runVerb(order(place), NOTHING, under(WRITES, 'signal=SIGKILL', i + 1)),
  );
  const random = Array.from(
    { length: Math.max(0, wanted - files.length - writes.length) },
    (): Moment => (place) => runVerb(order(place), NOTHING, [], whole.ms * (0.2 + 0.8 * Math.random())),
  );
  return [...files, ...writes, ...random].slice(0, wanted);
}
