/** Five bundles in every order, each of them missing, each of them twice: one stick a bundle, as they come. */
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { enrol, newOffice } from '#tests/station/office-kit.ts';
import { newStation, stationAt, tempFolder, type FileRow } from '#tests/station/station-kit.ts';
import { makeFolder } from '#tests/support/temp-folder.ts';
import { openRow, spreadOver, type FaultRow, type FaultRun } from '../family.ts';

const WEEKS = 5;
const EACH = 4;
/** permutations × none or one missing × none or one twice */
const COMBINATIONS = 120 * 6 * 6;

export async function everyOrder({ sample, say }: FaultRun): Promise<FaultRow[]> {
  const { home, paths, chain } = await fiveWeeks();
  const arrivals = distinctArrivals();
  const what = `5 bundles in every order × each missing × each twice (${COMBINATIONS.toLocaleString('en')}, of which ${arrivals.length.toLocaleString('en')} differ)`;
  const row = openRow(what, 'what is missing named by its exact range; the same end once it came');
  for (const [done, i] of spreadOver(arrivals.length, sample ? 12 : arrivals.length).entries()) {
    const arrival = arrivals[i] ?? [];
    if (done % 200 === 199) say(`  ${done + 1}`);
    const flaw = await receiveOneByOne(home, paths, arrival, chain);
    row.judge(
      arrival.length < WEEKS ? 'held, then complete' : 'complete',
      flaw === null ? null : `${arrival.join(' ')}: ${flaw}`,
    );
  }
  return [row.done()];
}

async function fiveWeeks() {
  const station = await newStation();
  const office = await newOffice(station);
  await enrol(station, office);
  const drawer = tempFolder();
  const paths: string[] = [];
  for (let week = 0; week < WEEKS; week += 1) {
    office.visitors(EACH);
    paths.push((await office.seal(drawer, week * EACH + 1)).path);
  }
  return { home: station.home, paths, chain: office.chainAt(WEEKS * EACH) };
}

/** Arrivals as numbers of bundles from 0: each sequence once. */
function distinctArrivals(): number[][] {
  const found = new Map<string, number[]>();
  for (const order of permutations([0, 1, 2, 3, 4]))
    for (const missing of [null, 0, 1, 2, 3, 4])
      for (const doubled of [null, 0, 1, 2, 3, 4]) {
        const come = order.filter((week) => week !== missing);
        const arrival = doubled === null || doubled === missing ? come : [...come, doubled];
        found.set(arrival.join(' '), arrival);
      }
  return [...found.values()];
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

async function receiveOneByOne(
  template: string,
  paths: readonly string[],
  arrival: readonly number[],
  chain: string,
): Promise<string | null> {
  const root = makeFolder();
  try {
    const home = join(root, 'home');
    cpSync(template, home, { recursive: true });
    const station = stationAt(home);
    const here = new Set<number>();
    const late = [0, 1, 2, 3, 4].filter((week) => !arrival.includes(week));
    for (const [turn, week] of [...arrival, ...late].entries()) {
      const stick = join(root, `stick-${turn}`, 'JWB', 'to-station');
      mkdirSync(stick, { recursive: true });
      const path = paths[week] ?? '';
      copyFileSync(path, join(stick, basename(path)));
      const { answer } = await station.run('receive', '--from', join(root, `stick-${turn}`));
      const isTwice = here.has(week);
      here.add(week);
      const flaw = flawOfRow(answer.files?.[0], week, here, isTwice);
      if (flaw !== null) return `${turn + 1}: ${flaw}`;
    }
    const { offices } = await station.done('report');
    const end = offices?.[0]?.applied[0];
    return end?.n === WEEKS * EACH && end.chain === chain ? null : `ends at ${JSON.stringify(end)}`;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What the station has to say of a bundle, given all that came so far. */
function flawOfRow(
  row: FileRow | undefined,
  week: number,
  here: ReadonlySet<number>,
  isTwice: boolean,
): string | null {
  const firstMissing = [0, 1, 2, 3, 4].find((one) => !here.has(one)) ?? WEEKS;
  const isHeld = firstMissing < week;
  const missing = JSON.stringify({ epoch: 1, from: rangeBefore(week, here), to: week * EACH });
  const said = `${String(row?.check)} ${JSON.stringify(row?.missing ?? null)}`;
  if (isHeld)
    return row?.check === 'E503' && JSON.stringify(row.missing) === missing
      ? null
      : `${said}, not E503 ${missing}`;
  if (isTwice) return row?.check === 'I502' ? null : `${said}, not I502`;
  return row?.disposition === 'apply' || row?.code === 'applied' ? null : `${said}, not applied`;
}

/** First line the station lacks when this week is held: after the last week without a gap before it. */
function rangeBefore(week: number, here: ReadonlySet<number>): number {
  const first = [0, 1, 2, 3, 4].find((one) => !here.has(one) || one === week) ?? 0;
  return first * EACH + 1;
}
