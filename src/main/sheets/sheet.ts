/** What a table file is to the rest of the office: kinds, sheets and rows of text. */

/**
 * `xls` stands for every workbook of older Excels: BIFF inside its container or bare, and the XML of Excel 2003.
 * `html` is a page with tables, whatever its name ends with.
 */
export type SheetKind = 'xlsx' | 'xls' | 'ods' | 'html' | 'csv';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

export interface SheetInfo {
  readonly kind: SheetKind;
  /** Null where the format itself says it: only csv and html leave it open. */
  readonly encoding: Encoding | null;
  /** In the file's order; a csv file has one, without a name. */
  readonly sheets: readonly SheetName[];
}

export interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
}

export interface SheetRow {
  /** 1-based, as a person sees it in a spreadsheet program: rows without any text are left out and leave a gap. */
  readonly number: number;
  /** Without the empty cells at the end. */
  readonly cells: readonly string[];
}

export interface ReadOptions {
  /** Null for the first sheet that is not hidden. */
  readonly sheet: string | null;
  /** Null for what was found; only csv and html follow it. */
  readonly encoding: Encoding | null;
  readonly signal?: AbortSignal;
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>;
  /** A last row of one cell, such as who made the file and for what. */
  readonly note?: string;
}
