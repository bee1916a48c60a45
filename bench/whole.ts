/** All an office has: sealed as a snapshot, compared, given back, and built anew, with 64 MB of heap: memory has to stay flat. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makePracticeOffice, PRACTICE, PRACTICE_PASSWORD } from '#scripts/practice-office.ts';
import { enrolPractice, STATION_SECRET } from '#scripts/practice-station.ts';
import { runTool } from '#scripts/tool-run.ts';
import { memoryRow, runSmall, type Held } from './peak-memory.ts';
import type { BenchRow } from './row.ts';

const SIZES = [10_000, 200_000];
const HEAP = 64;
const TARGET = '≤ 256 MB in all, flat from 10,000 on';
const OFFICE = { LAMPLIGHT_PASSWORD: PRACTICE_PASSWORD };

export async function benchWhole(folder: string, say: (line: string) => void): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of SIZES) {
    const place = join(folder, `whole-${size}`);
    mkdirSync(place);
    say(`  ${size.toLocaleString('en')} visits`);
    rows.push(...(await oneSize(place, size)));
  }
  return rows;
}

async function oneSize(place: string, size: number): Promise<BenchRow[]> {
  const [dataDir, home, stick] = [join(place, 'office'), join(place, 'station'), join(place, 'stick')];
  mkdirSync(stick);
  await makePracticeOffice(dataDir, { residents: 0, visitors: size });
  await enrolPractice({ dataDir, home, papers: stick });
  const login = ['--data', dataDir, '--login', 'wf'];
  const atHome = ['--home', home];
  await runTool('office', ['export', ...login, '--to', stick], OFFICE);
  await runTool('station', ['receive', ...atHome, '--from', stick], STATION_SECRET);

  const signIn = await runSmall('office', ['stats', ...login], OFFICE, HEAP);
  const idle = await runSmall('station', ['offices', ...atHome], STATION_SECRET, HEAP);
  const sealed = await runSmall('office', ['snapshot', ...login], OFFICE, HEAP);
  const second = join(place, 'second');
  mkdirSync(second);
  await runTool('office', ['export', ...login, '--to', second], OFFICE);
  const compared = await runSmall('station', ['receive', ...atHome, '--from', second], STATION_SECRET, HEAP);
  const files = compared.answer['files'] as readonly { readonly code: string }[];
  if (!files.some(({ code }) => code === 'snapshot-compared')) throw new Error('nothing was compared');

  const { back, given } = await comeBack(place, home);
  if (Number(back.answer['lines']) < size) throw new Error('not every line came back');
  const rows = Number(sealed.answer['rows']).toLocaleString('en');
  return [
    memoryRow(`seal a snapshot of ${rows} records`, sealed, signIn, 'sign-in', TARGET),
    memoryRow(`station: verify it and compare record for record`, compared, idle, 'unlock', TARGET),
    memoryRow(`station: give back every line`, given, idle, 'unlock', TARGET),
    memoryRow(`a new office: verify, build, prove`, back, signIn, 'sign-in', TARGET),
  ];
}

/** A new computer for the same office. */
async function comeBack(place: string, home: string): Promise<{ back: Held; given: Held }> {
  const [dataDir, papers, stick] = [join(place, 'anew'), join(place, 'papers'), join(place, 'third')];
  for (const path of [papers, stick]) mkdirSync(path);
  const { code, station } = PRACTICE;
  const who = [
    '--code',
    code,
    '--name',
    '新电脑',
    '--station',
    station,
    '--admin',
    '孙新任',
    '--login',
    'anew',
  ];
  await runTool('office', ['init', '--data', dataDir, ...who], OFFICE);
  const card = await runTool('station', ['card', '--home', home, '--out', papers], STATION_SECRET);
  const digits = (card['digits'] as readonly string[]).join(' ');
  const pin = ['--card', String(card['file']), '--digits', digits, '--out', papers];
  const enrolment = await runTool('office', ['enrol', '--data', dataDir, ...pin], OFFICE);
  const file = join(papers, String(enrolment['file']));
  const said = ['--digits', String(enrolment['digits']), '--out', papers, '--anew'];
  await runTool('station', ['enrol', file, '--home', home, ...said], STATION_SECRET);
  const given = await runSmall(
    'station',
    ['rescue', code, '--home', home, '--to', stick],
    STATION_SECRET,
    HEAP,
  );
  const back = await runSmall('office', ['rescue', '--data', dataDir, '--from', stick], OFFICE, HEAP);
  return { back, given };
}
