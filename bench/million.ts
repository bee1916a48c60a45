/** A first bundle of a million changes, sealed and received with 64 MB of heap: memory has to stay flat. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makePracticeOffice, PRACTICE_PASSWORD } from '#scripts/practice-office.ts';
import { enrolPractice, STATION_SECRET } from '#scripts/practice-station.ts';
import { memoryRow, runSmall } from './peak-memory.ts';
import type { BenchRow } from './row.ts';

const SIZES = [30_000, 1_000_000];
const HEAP = 64;
const TARGET = '≤ 160 MB above sign-in, ≤ 256 MB in all; flat from 30,000 on (± 10 %)';

export async function benchMillion(folder: string, say: (line: string) => void): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of SIZES) {
    const place = join(folder, `million-${size}`);
    mkdirSync(place);
    rows.push(...(await oneSize(place, size, say)));
  }
  return rows;
}

async function oneSize(place: string, size: number, say: (line: string) => void): Promise<BenchRow[]> {
  const [dataDir, home, stick] = [join(place, 'office'), join(place, 'station'), join(place, 'stick')];
  mkdirSync(stick);
  say(`  ${size.toLocaleString('en')} visits`);
  await makePracticeOffice(dataDir, { residents: 0, visitors: size });
  await enrolPractice({ dataDir, home, papers: stick });
  const office = { LAMPLIGHT_PASSWORD: PRACTICE_PASSWORD };
  const login = ['--data', dataDir, '--login', 'wf'];

  say('  sealing');
  const signIn = await runSmall('office', ['stats', ...login], office, HEAP);
  const sealed = await runSmall('office', ['export', ...login, '--to', stick], office, HEAP);
  const [bundle] = sealed.answer['bundles'] as readonly { to: number; bytes: number }[];
  if (bundle === undefined || bundle.to < size) throw new Error('not every change was sealed');

  say('  receiving');
  const atHome = ['--home', home];
  const idle = await runSmall('station', ['offices', ...atHome], STATION_SECRET, HEAP);
  const received = await runSmall('station', ['receive', ...atHome, '--from', stick], STATION_SECRET, HEAP);
  const report = await runSmall('station', ['report', ...atHome], STATION_SECRET, HEAP);
  const [standing] = report.answer['offices'] as readonly { applied: readonly { n: number }[] }[];
  if (standing?.applied[0]?.n !== bundle.to) throw new Error('the station does not hold what was sealed');

  const lines = `${bundle.to.toLocaleString('en')} lines (${(bundle.bytes / 1e6).toFixed(1)} MB)`;
  return [
    memoryRow(`seal ${lines}, read back, ${HEAP} MB of heap`, sealed, signIn, 'sign-in', TARGET),
    memoryRow(`station: verify and apply ${lines}, ${HEAP} MB of heap`, received, idle, 'unlock', TARGET),
  ];
}
