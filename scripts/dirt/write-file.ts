/** Writes a grid of cells as a file of each kind that communities send. */
import { writeFileSync } from 'node:fs';
import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import iconv from 'iconv-lite';
import type { Cell } from './entry.ts';
import type { Grid } from './grid.ts';

export type FileKind = 'xlsx' | 'xls' | 'csv' | 'csv-bom' | 'csv-gbk' | 'csv-gb18030' | 'html';

export interface Written {
  readonly grid: Grid;
  readonly sheet: string;
  /** Other sheets before and behind, each with its rows of text. */
  readonly before: readonly OtherSheet[];
  readonly behind: readonly OtherSheet[];
  /** Columns by number from 0. */
  readonly hiddenColumns: readonly number[];
}

export interface OtherSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a file of this kind can hold: a name with other characters cannot stand in it. */
export function holds(kind: FileKind, text: string): boolean {
  if (kind !== 'csv-gbk' && kind !== 'html') return true;
  return iconv.decode(iconv.encode(text, 'gbk'), 'gbk') === text;
}

/** Whether numbers and days can stand in it as numbers. */
export function hasNumberCells(kind: FileKind): boolean {
  return kind === 'xlsx' || kind === 'xls';
}

export function writeFile(path: string, kind: FileKind, content: Written): void {
  writeFileSync(path, bytesOf(kind, content));
}

function bytesOf(kind: FileKind, content: Written): Buffer {
  switch (kind) {
    case 'xlsx':
    case 'xls':
      return workbook(kind, content);
    case 'html':
      return iconv.encode(htmlText(content), 'gbk');
    case 'csv':
      return Buffer.from(csvText(content.grid));
    case 'csv-bom':
      return Buffer.from(`\uFEFF${csvText(content.grid)}`);
    case 'csv-gbk':
      return iconv.encode(csvText(content.grid), 'gbk');
    case 'csv-gb18030':
      return iconv.encode(csvText(content.grid), 'gb18030');
  }
}

function workbook(kind: 'xlsx' | 'xls', { grid, sheet, before, behind, hiddenColumns }: Written): Buffer {
  const book = utils.book_new();
  for (const { name, rows } of before) utils.book_append_sheet(book, plainSheet(rows), name);
  const page = utils.aoa_to_sheet(grid.rows.map((row) => row.map(cellObject)));
  if (grid.spans.length > 0)
    page['!merges'] = grid.spans.map(({ top, left, bottom, right }) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }));
  if (hiddenColumns.length > 0) {
    const width = Math.max(...grid.rows.map((row) => row.length));
    page['!cols'] = Array.from({ length: width }, (_, at) => ({
      wch: 14,
      hidden: hiddenColumns.includes(at),
    }));
  }
  utils.book_append_sheet(book, page, sheet);
  for (const { name, rows } of behind) utils.book_append_sheet(book, plainSheet(rows), name);
  const bookType = kind === 'xls' ? 'biff8' : 'xlsx';
  return write(book, { type: 'buffer', bookType, bookSST: true, compression: true }) as Buffer;
}

function plainSheet(rows: readonly (readonly string[])[]): WorkSheet {
  return utils.aoa_to_sheet(rows.map((row) => [...row]));
}

/** Null where nothing stands: no cell is written. */
function cellObject(cell: Cell): CellObject | null {
  if (cell === '') return null;
  if (typeof cell === 'string') return { t: 's', v: cell };
  return { t: 'n', v: cell.number, z: cell.format };
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : String(cell.number);
}

function csvText({ rows }: Grid): string {
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) =>
    Array.from({ length: width }, (_, at) => quoted(textOf(row[at] ?? ''))).join(','),
  );
  return `${lines.join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function htmlText({ grid: { rows, spans }, sheet }: Written): string {
  const covered = new Set<string>();
  const spanAt = new Map<string, string>();
  for (const { top, left, bottom, right } of spans) {
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) covered.add(`${row} ${column}`);
    covered.delete(`${top} ${left}`);
    spanAt.set(`${top} ${left}`, ` rowspan=${bottom - top + 1} colspan=${right - left + 1}`);
  }
  const width = Math.max(...rows.map((row) => row.length));
  const body = rows.map((row, r) => {
    const cells = Array.from({ length: width }, (_, c) =>
      covered.has(`${r} ${c}`)
        ? ''
        : `<td${spanAt.get(`${r} ${c}`) ?? ''} style='mso-number-format:"\\@"'>${escaped(textOf(row[c] ?? ''))}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>',
    '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
    `<title>${escaped(sheet)}</title></head><body><table border=1>`,
    ...body,
    '</table></body></html>\r\n',
  ].join('\r\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u200B', '&#8203;');
}
