/** A sheet of 100,000 people × 20 columns from the dialog to the ledger, beside the least that its rows could cost. */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportCheck } from '#shared/contract/population/imports.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { readSheet } from '#main/sheets/read.ts';
import { makePracticeOffice, PRACTICE_PASSWORD } from '#scripts/practice-office.ts';
import { scriptChooser } from '#tests/shell/choosers.ts';
import { openWindowless, type Counter } from '#tests/shell/windowless.ts';
import { measureInsert } from './insert-floor.ts';
import { ratio, spread } from './measure.ts';
import { keyOf } from './people.ts';
import { ms, times, type BenchRow } from './row.ts';

const PAIRS = 3;
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

export async function benchImport(folder: string, say: (line: string) => void): Promise<BenchRow[]> {
  const sheet = join(folder, 'large.xlsx');
  const book = JSON.parse(node(join(ROOT, 'scripts/dirt/run-large.ts'), sheet)) as Book;
  const ours: Imported[] = [];
  const floor: number[] = [];
  let peak = 0;
  for (let pair = 0; pair <= PAIRS; pair += 1) {
    const office = join(folder, `import-${pair}`);
    await makePracticeOffice(office, { residents: 0, visitors: 0 });
    say(`import ${pair} of ${PAIRS} …`);
    const imported = await importInto(office, sheet, book, pair === PAIRS ? 'check' : 'write');
    if (pair === PAIRS) peak = peakOf(office, sheet, imported.base);
    else {
      ours.push(imported.took);
      const at = dataFolder(office);
      floor.push(measureInsert(at.database, await keyOf(at), join(folder, 'floor.db')));
    }
    rmSync(office, { recursive: true });
  }
  const median = (of: (one: Imported) => number) => spread(ours.map(of)).p50;
  const [first] = ours;
  const people = (first?.check.imported ?? 0).toLocaleString('en');
  const work = ours.map(({ reading, checking, writing }) => checking - reading + writing);
  return [
    {
      what: `import: check ${book.read.toLocaleString('en')} rows × 20 of an xlsx`,
      ours: ms(median(({ checking }) => checking)),
      floor: `only read: ${ms(median(({ reading }) => reading))}`,
      ratio: times(
        ratio(
          ours.map(({ checking }) => checking),
          ours.map(({ reading }) => reading),
        ),
      ),
      target: '',
    },
    {
      what: `import: write ${people} people with doors, households, journal and search keys`,
      ours: ms(median(({ writing }) => writing)),
      floor: `prepared inserts of the same rows and keys, no journal: ${ms(spread(floor).p50)}`,
      ratio: `${times(
        ratio(
          floor,
          ours.map(({ writing }) => writing),
        ),
      )} its speed`,
      target: '≥ 0.5 ×',
    },
    {
      what: 'import: both, without reading the file',
      ours: ms(spread(work).p50),
      floor: ms(spread(floor).p50),
      ratio: `${times(ratio(floor, work))} its speed`,
      target: '≥ 0.65 ×',
    },
    {
      what: 'import: memory of the whole process',
      ours: `${peak.toFixed(0)} MB`,
      floor: '',
      ratio: '',
      target: '≤ 400 MB',
    },
  ];
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
