/** npm run bench: measures, prints, and writes docs/bench.md. A time never fails it; a wrong count does. */
import '#scripts/load-sql.ts';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptChooser } from '#tests/shell/choosers.ts';
import { openWindowless } from '#tests/shell/windowless.ts';
import { makePracticeOffice, PRACTICE_PASSWORD } from '#scripts/practice-office.ts';
import { benchBundle } from './bundle.ts';
import { benchImport } from './import.ts';
import { benchCalls } from './office-calls.ts';
import { benchMillion } from './million.ts';
import { pageWith, sectionText } from './page.ts';
import type { BenchRow } from './row.ts';
import { benchSearch } from './search.ts';
import { benchSheets } from './sheets.ts';
import { benchTyping } from './typing.ts';
import { benchWhole } from './whole.ts';
import { benchWindow } from './window.ts';

const VISITORS = 50_000;
const PEOPLE = 200_000;
const MILLION = 1_000_000;
const PAGE = join(import.meta.dirname, '..', 'docs', 'bench.md');

interface Bench {
  readonly title: string;
  run(): Promise<BenchRow[]> | BenchRow[];
}

const folder = mkdtempSync(join(tmpdir(), 'lamplight-bench-'));
const dataDir = join(folder, 'office');

/** One line a bench. */
const BENCHES: Readonly<Record<string, Bench>> = {
  window: {
    title: 'what somebody waits for',
    run: async () => benchWindow(await visitorsOffice(), 'ljg', PRACTICE_PASSWORD),
  },
  calls: { title: `calls on a ledger of ${VISITORS.toLocaleString('en')} visits`, run: calls },
  bundle: {
    title: 'the weekly bundle',
    run: async () => benchBundle(await visitorsOffice(), folder, PRACTICE_PASSWORD),
  },
  station: {
    title: 'half a year of fifty offices, in both stores of the station',
    // The station's own modules, which the other benches run as they are built.
    run: async () => (await import('./station.ts')).benchStation(),
  },
  'bundle-million': {
    title: 'memory for a first bundle of a million changes',
    run: () => benchMillion(folder, say),
  },
  whole: {
    title: 'memory for a snapshot, and for an office that comes back',
    run: () => benchWhole(folder, say),
  },
  sheets: { title: 'spreadsheets beside the fastest library for each', run: () => benchSheets(folder) },
  import: { title: 'a spreadsheet becomes records', run: () => benchImport(folder, say) },
  search: { title: 'search as you type', run: () => benchSearch(PEOPLE, say) },
  'search-million': {
    title: 'search as you type over a million people',
    run: () => benchSearch(MILLION, say),
  },
  typing: { title: 'from the key to the rows on the screen', run: () => benchTyping(PEOPLE, say) },
};

const only = process.argv[2];
const chosen = only === undefined ? Object.keys(BENCHES) : [only];
if (chosen.some((name) => !(name in BENCHES))) {
  say(`usage: npm run bench -- [${Object.keys(BENCHES).join('|')}]`);
  process.exitCode = 2;
} else {
  try {
    for (const name of chosen) await runBench(name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runBench(name: string): Promise<void> {
  const bench = BENCHES[name];
  if (bench === undefined) return;
  say(`${name} …`);
  const section = { name, title: bench.title, rows: await bench.run() };
  const text = sectionText(section, new Date().toISOString().slice(0, 10));
  process.stdout.write(`${text}\n`);
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  writeFileSync(PAGE, pageWith(page, name, text, Object.keys(BENCHES)));
}

/** Made once, whichever bench asks first. */
async function visitorsOffice(): Promise<string> {
  await makePracticeOffice(dataDir, { residents: 0, visitors: VISITORS });
  return dataDir;
}

async function calls(): Promise<BenchRow[]> {
  const office = await openWindowless({ dataDir: await visitorsOffice(), chooser: scriptChooser() });
  try {
    await office.counter.session.unlock({ login: 'ljg', password: PRACTICE_PASSWORD });
    return await benchCalls(office);
  } finally {
    await office.close();
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
