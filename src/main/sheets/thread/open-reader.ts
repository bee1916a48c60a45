/** Opens the file a task names, whatever it turns out to be. */
import { chooseSheet } from '#main/sheets/choose-sheet.ts';
import { inspectHtml, readHtmlRows } from '#main/sheets/html/html.ts';
import { refuseNoTable } from '#main/sheets/limits.ts';
import { inspectOds, isOds, readOdsRows } from '#main/sheets/ods/ods.ts';
import { openParts, type PackageParts } from '#main/sheets/package-parts.ts';
import type { SheetInfo, SheetRow } from '#main/sheets/sheet.ts';
import { readXlsxRows } from '#main/sheets/xlsx/rows.ts';
import { findWorkbook, readWorkbook } from '#main/sheets/xlsx/workbook.ts';
import type { ThreadShape } from './messages.ts';

export interface Reader {
  inspect(): Promise<SheetInfo>;
  /** Batches of rows of one sheet; null for the first that is not hidden. */
  rows(sheet: string | null): AsyncGenerator<SheetRow[]>;
  close(): void;
}

export async function openReader(path: string, shape: ThreadShape): Promise<Reader> {
  switch (shape.kind) {
    case 'zip':
      return openPackage(path);
    case 'html':
      return {
        inspect: () => inspectHtml(path, shape.encoding),
        rows: (sheet) => readHtmlRows(path, shape.encoding, sheet),
        close: () => {},
      };
    case 'biff':
      return openBook(path, null);
    case 'xml-2003':
      return openBook(path, shape.encoding);
  }
}

async function openBook(path: string, encoding: string | null): Promise<Reader> {
  // A large library: loaded only for the few files that need it.
  const { inspectBook, readBookRows } = await import('#main/sheets/book/book.ts');
  return {
    inspect: () => inspectBook(path, encoding),
    rows: (sheet) => readBookRows(path, encoding, sheet),
    close: () => {},
  };
}

async function openPackage(path: string): Promise<Reader> {
  const parts = await openParts(path);
  try {
    return { ...(await readerOf(parts)), close: () => parts.close() };
  } catch (error) {
    parts.close();
    throw error;
  }
}

async function readerOf(parts: PackageParts): Promise<Omit<Reader, 'close'>> {
  const workbook = await findWorkbook(parts);
  if (workbook !== null) {
    const book = await readWorkbook(parts, workbook);
    if (book.sheets.length === 0) refuseNoTable();
    const sheets = book.sheets.map(({ name, hidden }) => ({ name, hidden }));
    return {
      inspect: () => Promise.resolve({ kind: 'xlsx', encoding: null, sheets }),
      rows: (sheet) => readXlsxRows(parts, book, chooseSheet(book.sheets, sheet)),
    };
  }
  if (!(await isOds(parts))) refuseNoTable();
  return { inspect: () => inspectOds(parts), rows: (sheet) => readOdsRows(parts, sheet) };
}
