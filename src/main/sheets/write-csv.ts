/** Writes a table as csv, for programs that read nothing else. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { csvLine } from '#shared/kernel/csv-line.ts';
import type { Table } from './sheet.ts';
import { writeWhole } from './whole-file.ts';

/** GB18030 and not GBK, which has no place for rare characters of names. */
export type CsvEncoding = 'utf-8-bom' | 'gb18030';

/** Characters of text turned into bytes at a time. */
const PIECE = 64 * 1024;

/**
 * Puts an apostrophe before text that would be taken for a formula. Resolves with the number of rows between header
 * and note once the file lies in its place.
 */
export async function writeCsv(path: string, table: Table, encoding: CsvEncoding): Promise<{ rows: number }> {
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    yield encoding === 'utf-8-bom' ? `\uFEFF${csvLine(table.header)}` : csvLine(table.header);
    for await (const row of table.rows) {
      rows += 1;
      yield csvLine(row);
    }
    if (table.note !== undefined) yield csvLine([table.note]);
  }
  async function* pieces(): AsyncGenerator<Buffer> {
    let text = '';
    for await (const line of lines()) {
      text += line;
      if (text.length < PIECE) continue;
      yield encode(text, encoding);
      text = '';
    }
    yield encode(text, encoding);
  }
  await writeWhole(path, (file) => pipeline(Readable.from(pieces()), file));
  return { rows };
}

function encode(text: string, encoding: CsvEncoding): Buffer {
  return encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text, 'utf8');
}
