/** Workbooks of older Excels, which only a library can read, and only whole: bounded, and in a thread of their own. */
import { readFile, stat } from 'node:fs/promises';
import { CFB, read, set_cptable, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { refuse } from '#shared/kernel/failure.ts';
import { chooseSheet } from '#main/sheets/choose-sheet.ts';
import {
  MAX_COLUMNS,
  MAX_ROWS,
  MAX_WHOLE_FILE,
  refuseDamaged,
  refuseEncrypted,
  refuseNoTable,
  refuseTooBig,
} from '#main/sheets/limits.ts';
import { openRowGate } from '#main/sheets/row-gate.ts';
import type { SheetInfo, SheetName, SheetRow } from '#main/sheets/sheet.ts';
import { cellText } from './cell-text.ts';
import { codePages } from './code-pages.ts';

/** Rows handed on at a time. */
const BATCH = 500;

/** The code page of a workbook that names none: export routines of the 1990s left it out. */
const CHINESE = 936;

/** SheetJS has no types for its reader of containers. */
interface Containers {
  read(content: Buffer, options: { type: 'buffer' }): { FileIndex: readonly { name: string }[] };
}

set_cptable(codePages);

export async function inspectBook(path: string, encoding: string | null): Promise<SheetInfo> {
  const sheets = sheetsOf(parse(await readWhole(path, encoding), { sheetRows: 1 }));
  return { kind: 'xls', encoding: null, sheets: sheets.map(({ name, hidden }) => ({ name, hidden })) };
}

export async function* readBookRows(
  path: string,
  encoding: string | null,
  name: string | null,
): AsyncGenerator<SheetRow[]> {
  const content = await readWhole(path, encoding);
  // Only a first look says which sheets are hidden.
  const wanted = name ?? chooseSheet(sheetsOf(parse(content, { sheetRows: 1 })), null).name;
  const book = parse(content, { sheets: wanted });
  if (!book.SheetNames.includes(wanted)) refuse({ code: 'sheet-refused', rule: 'no-such-sheet' });
  const found = sheetsOf(book).find((sheet) => sheet.name === wanted) ?? refuseDamaged();
  yield* rowsOf(found.sheet, book.Workbook?.WBProps?.date1904 === true ? 1904 : 1900);
}

/** Bytes, or text where a library would otherwise have to guess the encoding. */
async function readWhole(path: string, encoding: string | null): Promise<Buffer | string> {
  if ((await stat(path)).size > MAX_WHOLE_FILE) refuseTooBig();
  const bytes = await readFile(path);
  return encoding === null ? bytes : new TextDecoder(encoding).decode(bytes);
}

function parse(content: Buffer | string, part: { sheetRows: number } | { sheets: string }): WorkBook {
  const type = typeof content === 'string' ? 'string' : 'buffer';
  if (typeof content !== 'string' && content[0] === 0xd0) refuseOtherContainers(content);
  try {
    return read(content, {
      ...part,
      type,
      codepage: CHINESE,
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    });
  } catch (error) {
    if (error instanceof Error && /password/i.test(error.message)) refuseEncrypted();
    return refuseDamaged();
  }
}

/** Word's files have the same container, and so have encrypted xlsx files. */
function refuseOtherContainers(content: Buffer): void {
  const names = containerNames(content);
  if (names.has('EncryptedPackage')) refuseEncrypted();
  if (!names.has('Workbook') && !names.has('Book')) refuseNoTable();
}

function containerNames(content: Buffer): ReadonlySet<string> {
  try {
    const { FileIndex } = (CFB as Containers).read(content, { type: 'buffer' });
    return new Set(FileIndex.map(({ name }) => name));
  } catch {
    return refuseDamaged();
  }
}

/** Sheets that hold cells: charts and macro sheets have none. */
function sheetsOf(book: WorkBook): (SheetName & { readonly sheet: WorkSheet })[] {
  const sheets = book.SheetNames.flatMap((name, at) => {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
    if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') return [];
    return [{ name, hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0, sheet }];
  });
  if (sheets.length === 0) refuseNoTable();
  return sheets;
}

function* rowsOf(sheet: WorkSheet, epoch: 1900 | 1904): Generator<SheetRow[]> {
  const gate = openRowGate();
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  if (data.length > MAX_ROWS) refuseTooBig();
  for (const { s, e } of sheet['!merges'] ?? [])
    gate.cover({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: Math.min(e.c, MAX_COLUMNS - 1) });
  for (const [at, row] of data.entries()) {
    if (row === undefined) continue;
    if (row.length > MAX_COLUMNS) refuseTooBig();
    gate.admit(
      at + 1,
      Array.from(row, (cell) => (cell === undefined ? '' : cellText(cell, epoch))),
    );
    if (at % BATCH === BATCH - 1) yield gate.take();
  }
  gate.end();
  yield gate.take();
}
