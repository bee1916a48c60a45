/** Clocks that are wrong: everything arrives all the same, nothing is ordered by them, and the station is told of the doubt. */
import { mkdirSync } from 'node:fs';
import { openPair } from '#tests/station/real-office.ts';
import { makeFolder } from '#tests/support/temp-folder.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';
import { whenOver } from '#tests/support/when-over.ts';
import { openRow, type FaultRow } from '../family.ts';

interface Wrong {
  readonly what: string;
  /** When the office opens and writes, and when it seals. */
  readonly office: readonly [string, string];
  readonly station: string;
  /** The station is told that the clock is doubtful. */
  readonly doubted: boolean;
}

const RIGHT = '2026-11-23T08:00:00.000Z';
const wrong = (what: string, from: string, to: string, doubted: boolean, station = RIGHT): Wrong => ({
  what,
  office: [from, to],
  station,
  doubted,
});

const CASES: readonly Wrong[] = [
  wrong('right', RIGHT, '2026-11-23T09:00:00.000Z', false),
  wrong('ten years behind', '2016-11-23T08:00:00.000Z', '2016-11-23T09:00:00.000Z', true),
  wrong('ten years ahead', '2036-11-23T08:00:00.000Z', '2036-11-23T09:00:00.000Z', false),
  wrong('in 1970', '1970-01-01T00:00:00.000Z', '1970-01-01T01:00:00.000Z', true),
  wrong('in 2100', '2100-01-01T00:00:00.000Z', '2100-01-01T01:00:00.000Z', true),
  wrong('set back an hour', RIGHT, '2026-11-23T07:00:00.000Z', true),
  wrong('set on an hour', RIGHT, '2026-11-23T10:00:00.000Z', false),
  wrong('set back ten years between writing and sealing', RIGHT, '2016-11-23T08:00:00.000Z', true),
  wrong('over the end of the year', '2026-12-31T15:59:59.500Z', '2026-12-31T16:00:00.500Z', false),
  wrong('on the 29th of February', '2028-02-29T08:00:00.000Z', '2028-02-29T09:00:00.000Z', false),
  wrong('the station in 1970', RIGHT, '2026-11-23T09:00:00.000Z', false, '1970-01-01T00:00:00.000Z'),
  wrong('the station ten years ahead', RIGHT, '2026-11-23T09:00:00.000Z', false, '2036-11-23T08:00:00.000Z'),
];

export async function wrongClocks(): Promise<FaultRow[]> {
  const row = openRow(
    'a whole week with a wrong clock on one side',
    'everything delivered and confirmed; the doubt is told',
  );
  for (const one of CASES) row.judge('delivered', await oneWeek(one));
  return [row.done()];
}

async function oneWeek({ what, office, station, doubted }: Wrong): Promise<string | null> {
  const pair = await openPair();
  whenOver(() => pair.desk.dispose());
  pair.station.clock.set(station);
  pair.desk.clock.set(office[0]);
  await pair.desk.signIn('officer');
  for (let i = 0; i < 5; i += 1)
    await pair.desk.counter.visitors.register({ visit: { ...enquiry, name: `张欣${i}` }, draft: newDraft() });
  pair.desk.clock.set(office[1]);
  const stick = makeFolder();
  mkdirSync(stick, { recursive: true });
  await pair.exportTo(stick);
  const { exit, answer } = await pair.station.run('receive', '--from', stick);
  if (exit !== 0) return `${what}: received with ${JSON.stringify(answer)}`;
  const warned = (answer.files ?? []).some(({ warnings }) => warnings.includes('W510'));
  if (warned !== doubted) return `${what}: the doubt was ${warned ? '' : 'not '}told`;
  const read = await pair.read(stick);
  if (read.length === 0 || read.some(({ check }) => check !== null))
    return `${what}: receipts ${JSON.stringify(read)}`;
  const { bundles } = await pair.desk.counter.weekly.status({});
  return bundles.every(({ state }) => state === 'confirmed') ? null : `${what}: ${JSON.stringify(bundles)}`;
}
