/** docs/bench.md: a section a bench, each with the day it was measured. Running one bench leaves the sections of the others. */
import { cpus } from 'node:os';
import type { BenchRow } from './row.ts';

const HEAD = [
  '# Measurements',
  '',
  '`npm run bench` writes this page, `npm run bench -- search` one section of it. Ours and floor are measured in turn in one',
  'run; read the ratios, the machine is noisy.',
  '',
].join('\n');

export interface Section {
  /** The word that runs it alone. */
  readonly name: string;
  readonly title: string;
  readonly rows: readonly BenchRow[];
}

export function sectionText({ name, title, rows }: Section, day: string): string {
  const [cpu] = cpus();
  return [
    `## ${name}: ${title}`,
    '',
    `Measured ${day}, Node ${process.version}, ${cpus().length} cores (${cpu?.model ?? 'unknown'}).`,
    '',
    '| what | ours | floor in the same run | ratio | target |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.what} | ${row.ours} | ${row.floor} | ${row.ratio} | ${row.target} |`),
    '',
  ].join('\n');
}

/** The page with this section in place of an older one of its name, in the order of `names`. */
export function pageWith(page: string, name: string, text: string, names: readonly string[]): string {
  const known = new Map(
    page
      .split(/^(?=## )/mu)
      .slice(1)
      .map((part): [string, string] => [/^## ([a-z-]+):/u.exec(part)?.[1] ?? '', `${part.trimEnd()}\n`]),
  );
  known.set(name, text);
  return [HEAD, ...names.flatMap((one) => known.get(one) ?? [])].join('\n');
}
