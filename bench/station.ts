/** The station's two stores: half a year of many offices received into each, twice. Another count than the other's fails it. */
import { startPostgres } from '#tests/support/postgres-server.ts';
import { receiveWeeks, type Received } from '#tests/station/store/weeks.ts';
import { tidyUp } from '#tests/support/when-over.ts';
import { ms, times, type BenchRow } from './row.ts';

const SIZE = { offices: 50, weeks: 26, lines: 60 } as const;

export async function benchStation(): Promise<BenchRow[]> {
  const server = startPostgres();
  try {
    const { sqlite, postgres } = await receiveWeeks(SIZE, server);
    checkEqual(sqlite, postgres);
    const { offices, weeks, lines } = SIZE;
    const what = `${offices} offices × ${weeks} weeks of ${lines} lines`;
    return [
      row(`receive ${what} into SQLite`, sqlite.ms, null),
      row(`receive ${what} into PostgreSQL`, postgres.ms, sqlite.ms),
      row('the same stick once more, SQLite', sqlite.againMs, null),
      row('the same stick once more, PostgreSQL', postgres.againMs, sqlite.againMs),
      {
        what: `both hold ${countsText(sqlite)}; receiving again changed nothing`,
        ours: `SHA-256 ${sqlite.checksum.slice(0, 16)}…`,
        floor: 'the other store',
        ratio: 'equal',
        target: 'equal',
      },
    ];
  } finally {
    server.remove();
    await tidyUp();
  }
}

function checkEqual(sqlite: Received, postgres: Received): void {
  const checksums = [sqlite, postgres].flatMap(({ checksum, checksumAgain }) => [checksum, checksumAgain]);
  if (new Set(checksums).size !== 1)
    throw new Error(
      `the stores differ: ${countsText(sqlite)} / ${countsText(postgres)}, ${checksums.join(' ')}`,
    );
}

function countsText({ counts }: Received): string {
  const { lines = 0, records = 0, bundles = 0 } = counts;
  return [`${lines} lines`, `${records} records`, `${bundles} bundles`].join(', ');
}

function row(what: string, took: number, floor: number | null): BenchRow {
  const bundles = SIZE.offices * SIZE.weeks;
  return {
    what,
    ours: `${ms(took)}, ${ms(took / bundles)} a bundle`,
    floor: floor === null ? '' : `SQLite, ${ms(floor)}`,
    ratio: floor === null ? '' : times(took / floor),
    target: '',
  };
}
