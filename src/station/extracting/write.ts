// Rows into a file that bears its name only once it is whole. An existing file stays.
import { existsSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { refusalOf } from '#bundle-format';
import { csvLine } from '#shared/kernel/csv-line.ts';
import { refuseAs } from '#station/refusal.ts';
import { EXTRACTS, type ExtractKind, type ExtractRow } from './columns.ts';

export const FORMATS = ['csv', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

/** Resolves with the number of rows. Refuses with E903 where the file is there already. */
export async function writeRows(
  path: string,
  format: Format,
  kind: ExtractKind,
  pages: AsyncIterable<readonly ExtractRow[]>,
): Promise<number> {
  if (existsSync(path)) refuseAs(refusalOf('E903', path, path));
  const part = `${path}.part`;
  const file = await open(part, 'wx', 0o600);
  try {
    const rows = await writeAll(file, format, EXTRACTS[kind], pages);
    await file.sync();
    await file.close();
    await rename(part, path);
    return rows;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

async function writeAll(
  file: FileHandle,
  format: Format,
  columns: readonly string[],
  pages: AsyncIterable<readonly ExtractRow[]>,
): Promise<number> {
  const cells = (row: ExtractRow) => columns.map((column) => String(row[column] ?? ''));
  const textOf = (row: ExtractRow) => (format === 'csv' ? csvLine(cells(row)) : `${JSON.stringify(row)}\n`);
  let rows = 0;
  // A spreadsheet program takes a file without this mark for another encoding.
  if (format === 'csv') await file.write(`\uFEFF${csvLine(columns)}`);
  for await (const page of pages) {
    rows += page.length;
    await file.write(page.map(textOf).join(''));
  }
  return rows;
}
