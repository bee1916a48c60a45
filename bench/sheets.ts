/** Tables of 100,000 × 20: read and written beside the fastest library there is for each, in turn, each in its own process. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ratio, spread } from './measure.ts';
import { ms, times, type BenchRow } from './row.ts';
import { ROWS, type Work, type Worked } from './sheet-work.ts';

const PAIRS = 5;

export function benchSheets(folder: string): BenchRow[] {
  const xlsx = join(folder, 'large.xlsx');
  const csv = join(folder, 'large.csv');
  run('make-xlsx', xlsx);
  run('make-csv', csv);
  const quoted = join(folder, 'quoted.csv');
  run('make-quoted-csv', quoted);
  return [
    compare({
      what: 'read xlsx, texts shared',
      ours: 'ours',
      peer: 'hucre',
      path: xlsx,
      rows: ROWS + 1,
      most: 400,
    }),
    ...[
      // Most of this one is the platform's decoder, the same for both.
      { what: 'read GB18030 csv, its encoding found', path: csv, speed: 0.9 },
      { what: 'the same with every cell in quotes', path: quoted, speed: 1.5 },
    ].map((table) => compare({ ...table, ours: 'ours', peer: 'papaparse', rows: ROWS + 1, most: 150 })),
    compare({
      what: 'write xlsx',
      ours: 'write-ours',
      peer: 'write-hucre',
      path: join(folder, 'written.xlsx'),
      rows: ROWS,
      most: 400,
    }),
  ];
}

interface Comparison {
  readonly what: string;
  readonly ours: Work;
  readonly peer: Work;
  readonly path: string;
  /** Rows that both must find. */
  readonly rows: number;
  /** Megabytes of the whole process at its largest. */
  readonly most: number;
  readonly speed?: number;
}

function compare({ what, ours, peer, path, rows, most, speed = 1 }: Comparison): BenchRow {
  const mine: Worked[] = [];
  const theirs: Worked[] = [];
  for (let pair = -1; pair < PAIRS; pair += 1) {
    const [peerRun, ourRun] = [run(peer, path), run(ours, path)];
    for (const { counted } of [peerRun, ourRun])
      if (counted?.rows !== rows || counted.cells !== rows * 20) throw new Error(`${what}: a wrong count`);
    if (pair < 0) continue;
    mine.push(ourRun);
    theirs.push(peerRun);
  }
  const took = (worked: readonly Worked[]) => worked.map((one) => one.ms);
  const peak = (worked: readonly Worked[]) =>
    `${Math.max(...worked.map((one) => one.megabytes)).toFixed(0)} MB`;
  const name = peer.replace('write-', '');
  return {
    what: `${what}, ${ROWS.toLocaleString('en')} × 20`,
    ours: `${ms(spread(took(mine)).p50)}, ${peak(mine)}`,
    floor: `${name}, ${ms(spread(took(theirs)).p50)}, ${peak(theirs)}`,
    ratio: `${times(ratio(took(theirs), took(mine)))} its speed`,
    target: `≥ ${speed.toFixed(1)} ×, ≤ ${most} MB`,
  };
}

function run(work: Work, path: string): Worked {
  const printed = execFileSync(process.execPath, [join(import.meta.dirname, 'sheet-work.ts'), work, path], {
    encoding: 'utf8',
  });
  return JSON.parse(printed) as Worked;
}
