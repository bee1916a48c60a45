/** docs/faults.md: a section a family, each with the day it ran. */
import { pageWith as place, sectionText as write } from '#scripts/run-page.ts';
import type { FaultRow } from './family.ts';

const HEAD = [
  '# Faults',
  '',
  'What is broken on purpose, and what comes of it. `npm run faults` runs everything and writes this page, `npm run faults -- bits',
  'tar` two sections of it, `--sample` a little of each in a few minutes and writes nothing. It ends with 1 where anything came',
  'out as it must not. The rule for all of it: complete success, or a stated refusal with nothing changed; never a third thing.',
  '',
].join('\n');

/** More kinds of outcome than this are summed up as the rest. */
const MOST_OUTCOMES = 12;

export function sectionText(
  name: string,
  title: string,
  rows: readonly FaultRow[],
  seconds: number,
  day: string,
): string {
  const columns = ['what', 'tried', 'has to come out', 'came out', 'surprises'];
  const cells = rows.map((row) => [
    row.what,
    row.tried.toLocaleString('en'),
    row.expected,
    outcomesText(row),
    String(row.surprises.length),
  ]);
  return write({ name, title, note: `It took ${Math.ceil(seconds)} s.`, columns, rows: cells }, 'Ran', day);
}

function outcomesText({ outcomes }: FaultRow): string {
  const sorted = [...outcomes].sort((a, b) => b[1] - a[1]);
  const shown = sorted
    .slice(0, MOST_OUTCOMES)
    .map(([what, count]) => `${what} ${count.toLocaleString('en')}`);
  const rest = sorted.slice(MOST_OUTCOMES);
  const more = rest.reduce((sum, [, count]) => sum + count, 0);
  return [...shown, ...(rest.length === 0 ? [] : [`${rest.length} more kinds ${more}`])].join(', ');
}

export const pageWith = (page: string, name: string, text: string, names: readonly string[]): string =>
  place(HEAD, page, name, text, names);
