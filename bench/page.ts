/** docs/bench.md: a section a bench, each with the day it was measured. */
import { pageWith as place, sectionText as write } from '#scripts/run-page.ts';
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
  const columns = ['what', 'ours', 'floor in the same run', 'ratio', 'target'];
  const cells = rows.map((row) => [row.what, row.ours, row.floor, row.ratio, row.target]);
  return write({ name, title, note: '', columns, rows: cells }, 'Measured', day);
}

export const pageWith = (page: string, name: string, text: string, names: readonly string[]): string =>
  place(HEAD, page, name, text, names);
