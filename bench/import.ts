/** Sheets of people × 20 columns from the dialog to the ledger, beside the least that their rows could cost. */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportCheck } from '#shared/contract/population/imports.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { readSheet } from '#main/sheets/read.ts';
import { makePracticeOffice, PRACTICE_PASSWORD } from '#scripts/practice-office.ts';
import { scriptChooser } from '#tests/shell/choosers.ts';
import { openWindowless, type Counter } from '#tests/shell/windowless.ts';
import { measureInsert, type Floor } from './insert-floor.ts';
import { ratio, spread } from './measure.ts';
import { keyOf } from './people.ts';
import { ms, times, type BenchRow } from './row.ts';

const PAIRS = 3;
/** People in the sheets: a whole office, and ten of them in one file. */
const OFFICE = 10_000;
const TEN_OFFICES = 100_000;
const ROOT = join(import.meta.dirname, '..');
/** Keeps how much memory a process of the command line had at most. */
const WATCH = `process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))`;

/** What the generator of the sheet kept its books on. */
type Book = Pick<ImportCheck, 'read' | 'imported' | 'merged' | 'duplicate' | 'rejected'>;

interface Imported {
  readonly reading: number;
  readonly checking: number;
  readonly writing: number;
  readonly check: ImportCheck;
}

/** What one sheet cost, in milliseconds; and what its rows alone would have. */
interface Run {
  readonly ours: Imported;
  readonly rows: number;
  readonly everything: number;
}

export async function benchImport(folder: string, say: (line: string) => void): Promise<BenchRow[]> {
  const small = await measure(folder, OFFICE, 1, say);
  const large = await measure(folder, TEN_OFFICES, PAIRS, say);
  const [first] = large.runs;
  const people = count(first?.ours.check.imported ?? 0);
  const median = (of: (run: Run) => number, { runs } = large) => spread(runs.map(of)).p50;
  const beside = (of: (run: Run) => number, floor: (run: Run) => number) =>
    times(ratio(large.runs.map(of), large.runs.map(floor)));
  const reading = ({ ours }: Run) => ours.reading;
  const checking = ({ ours }: Run) => ours.checking;
  const writing = ({ ours }: Run) => ours.writing;
  const work = (run: Run) => checking(run) - reading(run) + writing(run);
  const rows = (run: Run) => run.rows;
  const everything = (run: Run) => run.everything;
  return [
    {
      what: `import: a whole office, ${count(OFFICE)} people × 20 of an xlsx, checked`,
      ours: ms(median(checking, small)),
      floor: '',
      ratio: '',
      target: '≤ 5 s',
    },
    {
      what: 'import: the same written, until a person sees its counts',
      ours: ms(median(writing, small)),
      floor: '',
      ratio: '',
      target: '≤ 5 s',
    },
    {
      what: `import: check ${count(large.book.read)} rows × 20 of an xlsx`,
      ours: ms(median(checking)),
      floor: `only read: ${ms(median(reading))}`,
      ratio: beside(checking, reading),
      target: '',
    },
    {
      what: `import: write ${people} people with doors, households, journal and search keys`,
      ours: ms(median(writing)),
      floor: `prepared inserts of all that, under the same guards: ${ms(median(everything))}`,
      ratio: `${beside(everything, writing)} its speed`,
      target: '≥ 0.5 ×',
    },
    {
      what: 'import: the same beside rows and keys alone, no journal, no guards',
      ours: ms(median(writing)),
      floor: ms(median(rows)),
      ratio: `${beside(rows, writing)} its speed`,
      target: '',
    },
    {
      what: 'import: check and write, without reading the file',
      ours: ms(median(work)),
      floor: `prepared inserts of all that: ${ms(median(everything))}`,
      ratio: `${beside(everything, work)} its speed`,
      target: '≥ 0.4 ×',
    },
    {
      what: `import: memory of the whole process, ${count(OFFICE)} and ${count(TEN_OFFICES)} people`,
      ours: `${small.peak.toFixed(0)} MB, ${large.peak.toFixed(0)} MB`,
      floor: '',
      ratio: '',
      target: '≤ 400 MB, ≤ 700 MB',
    },
  ];
}

function count(value: number): string {
  return value.toLocaleString('en');
}

async function measure(folder: string, people: number, pairs: number, say: (line: string) => void) {
  const sheet = join(folder, `people-${people}.xlsx`);
  const book = JSON.parse(node(join(ROOT, 'scripts/dirt/run-large.ts'), sheet, String(people))) as Book;
  const runs: Run[] = [];
  let peak = 0;
  for (let pair = 0; pair <= pairs; pair += 1) {
    const office = join(folder, `import-${people}-${pair}`);
    await makePracticeOffice(office, { residents: 0, visitors: 0 });
    say(`import of ${people}: ${pair} of ${pairs} …`);
    const { took, base } = await importInto(office, sheet, book, pair === pairs ? 'check' : 'write');
    if (pair === pairs) peak = peakOf(office, sheet, base);
    else {
      const at = dataFolder(office);
      const key = await keyOf(at);
      const floor = (which: Floor) => measureInsert(at.database, key, join(folder, 'floor.db'), which);
      runs.push({ ours: took, rows: floor('rows'), everything: floor('everything') });
    }
    rmSync(office, { recursive: true });
  }
  return { book, runs, peak };
}

/** Through the built office and its real calls. */
async function importInto(
  dataDir: string,
  sheet: string,
  book: Book,
  until: 'check' | 'write',
): Promise<{ took: Imported; base: string }> {
  const started = performance.now();
  let rows = 0;
  for await (const { number } of readSheet(sheet, { sheet: null, encoding: null })) rows = number;
  if (rows !== book.read + 1) throw new Error('import: the file was not read whole');
  const reading = performance.now() - started;

  const chooser = scriptChooser();
  const office = await openWindowless({ dataDir, chooser });
  const { counter } = office;
  try {
    await counter.session.unlock({ login: 'ljg', password: PRACTICE_PASSWORD });
    const base = await communityOf(counter);
    chooser.willChoose('table', sheet);
    const { import: id, plan } = await counter.imports.choose({});
    const mapping = plan.columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]));
    const [check, checking] = await timed(() =>
      counter.imports.check({ import: id, mapping, baseAddressId: base }),
    );
    for (const [name, count] of Object.entries(book))
      if (name in check && name !== 'repaired' && check[name as keyof Book] !== count)
        throw new Error(`import: a wrong count of ${name}`);
    const writing = until === 'check' ? 0 : (await timed(() => counter.imports.commit({ import: id })))[1];
    return { took: { reading, checking, writing, check }, base };
  } finally {
    await office.close();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  return [await work(), performance.now() - started];
}

/** A town, which holds villages too, and in it the community. */
async function communityOf(counter: Counter): Promise<string> {
  const element = {
    floor: null,
    aliases: '',
    division: '519901',
    communityCode: '',
    policeGrid: null,
    civilGrid: null,
    state: 'in-use',
    quiet: false,
    bestTime: '',
  } as const;
  const add = async (kind: 'town' | 'community', name: string, parentId: string | null, draft: string) =>
    (await counter.addresses.add({ address: { ...element, kind, name, parentId }, draft })).id;
  return add('community', '胜利社区', await add('town', '青禾镇', null, 'dbench00001'), 'dbench00002');
}

/** Megabytes of a process that imports the whole sheet and does nothing else. */
function peakOf(dataDir: string, sheet: string, base: string): number {
  const argv = ['import', '--data', dataDir, '--login', 'ljg', '--file', sheet, '--base', base, '--json'];
  const watch = ['--import', `data:text/javascript,${encodeURIComponent(WATCH)}`];
  const { status, stderr } = spawnSync(process.execPath, [...watch, join(ROOT, 'out/main/cli.js'), ...argv], {
    encoding: 'utf8',
    env: { ...process.env, LAMPLIGHT_PASSWORD: PRACTICE_PASSWORD },
  });
  const kilobytes = /peak (\d+)/.exec(stderr)?.[1];
  if (status !== 0 || kilobytes === undefined)
    throw new Error(`import: the command line ended with ${status}`);
  return Number(kilobytes) / 1024;
}

function node(script: string, ...args: readonly string[]): string {
  return execFileSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}
