/**
 * npm run faults [-- name …] [--sample] [--minutes N]: breaks what can break, counts what comes of it, writes docs/faults.md.
 * Ends with 1 where anything came out as it must not.
 */
import './loading.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tidyUp } from '#tests/support/when-over.ts';
import type { FaultRow, FaultRun } from './family.ts';
import { families } from './families.ts';
import { pageWith, sectionText } from './page.ts';

const PAGE = join(import.meta.dirname, '..', 'docs', 'faults.md');
const SHOWN = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'boolean', default: false }, minutes: { type: 'string', default: '10' } },
});
const names = Object.keys(families);
const chosen = positionals.length === 0 ? names : positionals;
const minutes = Number(values.minutes);
if (chosen.some((name) => !(name in families)) || !(minutes > 0)) {
  say(`usage: npm run faults -- [${names.join('|')} …] [--sample] [--minutes N]`);
  process.exitCode = 2;
} else {
  let surprises = 0;
  for (const name of chosen) surprises += await runFamily(name, { sample: values.sample, minutes, say });
  say(surprises === 0 ? `没有意外 · no surprises` : `意外 · surprises: ${surprises}`);
  process.exitCode = surprises === 0 ? 0 : 1;
}

/** How many surprises there were. */
async function runFamily(name: string, run: FaultRun): Promise<number> {
  const family = families[name];
  if (family === undefined) return 0;
  if (family.needsRoot === true && process.getuid?.() !== 0) {
    say(`${name}: 需要root（挂载小磁盘）· needs root to mount small disks; not run`);
    return 1;
  }
  say(`${name} …`);
  const started = performance.now();
  let rows: readonly FaultRow[];
  try {
    rows = await family.run(run);
  } finally {
    await tidyUp();
  }
  const seconds = (performance.now() - started) / 1000;
  const text = sectionText(name, family.title, rows, seconds, new Date().toISOString().slice(0, 10));
  process.stdout.write(`${text}\n`);
  const found = rows.flatMap(({ what, surprises }) => surprises.map((how) => `${what}: ${how}`));
  for (const how of found.slice(0, SHOWN)) say(`  意外 · surprise: ${how}`);
  const empty = rows.filter(({ tried }) => tried === 0).map(({ what }) => `${what}: nothing was tried`);
  for (const how of empty) say(`  ${how}`);
  if (!run.sample) keep(name, text);
  return found.length + empty.length;
}

function keep(name: string, text: string): void {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  writeFileSync(PAGE, pageWith(page, name, text, names));
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
