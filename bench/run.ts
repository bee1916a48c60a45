/** npm run bench: measures, prints, and writes the table into docs/bench.md. A time never fails it; a wrong count does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptChooser } from '#tests/shell/choosers.ts';
import { openWindowless } from '#tests/shell/windowless.ts';
import { makePracticeOffice, PRACTICE_PASSWORD } from '#scripts/practice-office.ts';
import { benchBundle } from './bundle.ts';
import { benchImport } from './import.ts';
import { benchCalls } from './office-calls.ts';
import type { BenchRow } from './row.ts';
import { benchSheets } from './sheets.ts';
import { benchWindow } from './window.ts';

const VISITORS = 50_000;
const only = process.argv[2] ?? 'all';
const folder = mkdtempSync(join(tmpdir(), 'lamplight-bench-'));
const dataDir = join(folder, 'office');
const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  if (only !== 'sheets' && only !== 'import') {
    say(`a practice office with ${VISITORS} visits …`);
    await makePracticeOffice(dataDir, { residents: 0, visitors: VISITORS });
  }
  const rows: BenchRow[] = [];
  if (only === 'all' || only === 'window')
    rows.push(...(await benchWindow(dataDir, 'ljg', PRACTICE_PASSWORD)));
  if (only === 'all' || only === 'calls') rows.push(...(await calls()));
  if (only === 'all' || only === 'bundle')
    rows.push(...(await benchBundle(dataDir, folder, PRACTICE_PASSWORD)));
  if (only === 'all' || only === 'sheets') rows.push(...benchSheets(folder));
  if (only === 'all' || only === 'import') rows.push(...(await benchImport(folder, say)));
  const page = table(rows);
  process.stdout.write(page);
  if (only === 'all') writeFileSync(join(import.meta.dirname, '..', 'docs', 'bench.md'), page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function calls(): Promise<BenchRow[]> {
  const office = await openWindowless({ dataDir, chooser: scriptChooser() });
  try {
    await office.counter.session.unlock({ login: 'ljg', password: PRACTICE_PASSWORD });
    return await benchCalls(office);
  } finally {
    await office.close();
  }
}

function table(rows: readonly BenchRow[]): string {
  const [cpu] = cpus();
  return [
    '# Measurements',
    '',
    '`npm run bench` writes this page. Ours and floor are measured in turn in one run; read the ratios, the machine is noisy.',
    '',
    `Measured ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores (${cpu?.model ?? 'unknown'}), ledger of ${VISITORS.toLocaleString('en')} synthetic visits.`,
    '',
    '| what | ours | floor in the same run | ratio | target |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.what} | ${row.ours} | ${row.floor} | ${row.ratio} | ${row.target} |`),
    '',
  ].join('\n');
}
