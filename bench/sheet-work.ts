/** One reading or writing of a table in a process of its own, so that its memory is its own: node sheet-work.ts WHAT PATH. */
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { streamXlsxRows, writeXlsx as writeWithHucre, writeXlsxStream } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import papaparse from 'papaparse';
import { readSheet } from '#main/sheets/read.ts';
import { writeCsv } from '#main/sheets/write-csv.ts';
import { writeXlsx } from '#main/sheets/write-xlsx.ts';

export const ROWS = 100_000;
const COLUMNS = 20;
const HEADER = Array.from({ length: COLUMNS }, (_, n) => `第${n + 1}列`);

/** Rows such as a community keeps: half of the texts their own, half shared by many. */
function* tableRows(): Generator<string[]> {
  for (let n = 0; n < ROWS; n += 1)
    yield Array.from({ length: COLUMNS }, (_, column) => {
      if (column === 1) return String(519_901_198_001_010_000n + BigInt(n));
      if (column % 4 === 0) return `${(n * 7) % 30}栋${column}单元${n}`;
      if (column % 4 === 1) return `154${String(10_000_000 + ((n * 7919) % 89_999_999))}`;
      return column % 4 === 2 ? `幸福社区第${n % 40}网格` : `第${n % 4}类`;
    });
}

interface Counted {
  rows: number;
  cells: number;
}

function count(into: Counted, cells: readonly unknown[]): void {
  into.rows += 1;
  into.cells += cells.length;
}

const WORKS = {
  async 'make-xlsx'(path: string) {
    // As Excel writes it: every text once, the cells refer to it.
    writeFileSync(
      path,
      await writeWithHucre({ sheets: [{ name: 'a', rows: [HEADER, ...tableRows()] }], stringMode: 'shared' }),
    );
    return null;
  },
  async 'make-csv'(path: string) {
    await writeCsv(path, { header: HEADER, rows: tableRows() }, 'gb18030');
    return null;
  },
  'make-quoted-csv'(path: string) {
    const lines = [HEADER, ...tableRows()].map((cells) => `"${cells.join('","')}"`);
    writeFileSync(path, iconv.encode(lines.join('\r\n'), 'gb18030'));
    return Promise.resolve(null);
  },
  async ours(path: string) {
    const counted = { rows: 0, cells: 0 };
    for await (const { cells } of readSheet(path, { sheet: null, encoding: null })) count(counted, cells);
    return counted;
  },
  async hucre(path: string) {
    const counted = { rows: 0, cells: 0 };
    for await (const { values } of streamXlsxRows(readFileSync(path))) count(counted, values);
    return counted;
  },
  async papaparse(path: string) {
    const counted = { rows: 0, cells: 0 };
    const decode = async function* () {
      const decoder = new TextDecoder('gb18030');
      for await (const piece of createReadStream(path))
        yield decoder.decode(piece as Buffer, { stream: true });
    };
    const stream = papaparse.parse(papaparse.NODE_STREAM_INPUT, { skipEmptyLines: true });
    stream.on('data', (cells: string[]) => count(counted, cells));
    await pipeline(Readable.from(decode(), { objectMode: false, encoding: 'utf8' }), stream);
    return counted;
  },
  async 'write-ours'(path: string) {
    const { rows } = await writeXlsx(path, { name: 'a', header: HEADER, rows: tableRows() });
    return { rows, cells: rows * COLUMNS };
  },
  async 'write-hucre'(path: string) {
    const stream = writeXlsxStream(tableRows(), { name: 'a' });
    await pipeline(
      Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]),
      createWriteStream(path),
    );
    return { rows: ROWS, cells: ROWS * COLUMNS };
  },
} satisfies Record<string, (path: string) => Promise<Counted | null>>;

export type Work = keyof typeof WORKS;

export interface Worked {
  readonly ms: number;
  readonly megabytes: number;
  readonly counted: Counted | null;
}

const [, , what, path] = process.argv;
if (import.meta.main && what !== undefined && what in WORKS && path !== undefined) {
  const started = performance.now();
  const counted = await WORKS[what as Work](path);
  const ms = performance.now() - started;
  const worked: Worked = { ms, megabytes: process.resourceUsage().maxRSS / 1024, counted };
  process.stdout.write(JSON.stringify(worked));
}
