/** Files for these tests, and what is read from them. */
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { utils, write, type BookType, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { ZipFile } from 'yazl';
import type { Failure } from '#shared/kernel/failure.ts';
import { inspectSheet } from '#main/sheets/inspect.ts';
import { readSheet } from '#main/sheets/read.ts';
import type { ReadOptions, SheetRow } from '#main/sheets/sheet.ts';
import { failureOfLater } from '#tests/support/failures.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

export function fileOf(content: string | Uint8Array, name = 'table.bin'): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** A zip archive with these parts. */
export async function packageOf(
  parts: Readonly<Record<string, string | Buffer>>,
  name = 'table.xlsx',
): Promise<string> {
  const path = join(tempFolder(), name);
  const zip = new ZipFile();
  for (const [part, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), part);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface XlsxParts {
  /** What stands between the tags of the sheet. */
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
}

/** An xlsx file by its markup, for what no library writes. */
export function xlsxParts({ sheet, strings, styles, workbook = '' }: XlsxParts): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbook}<sheets><sheet name="人口" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
  };
}

export function xlsxOf(parts: XlsxParts): Promise<string> {
  return packageOf(xlsxParts(parts));
}

/** Two sheets, the second hidden, the first with two merged ranges, days, a long number and an empty row. */
export function sampleBook(date1904 = false): WorkBook {
  const day = (serial: number) => ({ t: 'n', v: serial - (date1904 ? 1462 : 0), z: 'yyyy/m/d' });
  const people: WorkSheet = utils.aoa_to_sheet([
    ['幸福社区人口', null, null, null],
    ['姓名', '证件号码', '出生日期', '住址'],
    ['单雄', '519901198001011239', day(29_221), '1栋101'],
    ['䶮𠮷', 519_901_198_001_010_000, day(45_351.354_166_7), null],
    [],
    ['', '  前后 空格  ', true, '&<>"\n二行'],
  ]);
  people['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 3 } },
    { s: { r: 2, c: 3 }, e: { r: 3, c: 3 } },
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, people, '人口');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['码表'], ['甲']]), '代码');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }], WBProps: { date1904 } };
  return book;
}

/** What `sampleBook` reads as, in any format that keeps all of it. */
export const SAMPLE: readonly SheetRow[] = [
  { number: 1, cells: ['幸福社区人口', '幸福社区人口', '幸福社区人口', '幸福社区人口'] },
  { number: 2, cells: ['姓名', '证件号码', '出生日期', '住址'] },
  { number: 3, cells: ['单雄', '519901198001011239', '1980-01-01', '1栋101'] },
  { number: 4, cells: ['䶮𠮷', '519901198001010000', '2024-02-29', '1栋101'] },
  { number: 6, cells: ['', '  前后 空格  ', 'TRUE', '&<>"\n二行'] },
];

export function writtenBy(book: WorkBook, bookType: BookType): Buffer {
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

export async function rowsOf(path: string, options: Partial<ReadOptions> = {}): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheet(path, { sheet: null, encoding: null, ...options })) rows.push(row);
  return rows;
}

/** Only the texts. */
export async function cellsOf(path: string, options?: Partial<ReadOptions>): Promise<(readonly string[])[]> {
  return (await rowsOf(path, options)).map(({ cells }) => cells);
}

export function refusedReading(path: string, options?: Partial<ReadOptions>): Promise<Failure> {
  return failureOfLater(() => rowsOf(path, options));
}

export function refusedLooking(path: string): Promise<Failure> {
  return failureOfLater(() => inspectSheet(path));
}

/** A text cut into pieces of these lengths, over and over. */
export function inPieces(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieces.at(-1)?.length ?? 0)
    pieces.push(text.slice(at, at + (lengths[pieces.length % lengths.length] ?? 1)));
  return pieces;
}
