/** Reads the beginning of a file and proposes how to read the rest. */
import { basename } from 'node:path';
import { SHEETS_MAX, type ImportPlan } from '#shared/contract/population/imports.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { inspectSheet } from '#main/sheets/inspect.ts';
import { readSheet } from '#main/sheets/read.ts';
import type { Encoding, SheetInfo, SheetRow } from '#main/sheets/sheet.ts';
import { findHeader, HEADER_WITHIN, headersOf } from './find-header.ts';
import {
  describedColumns,
  forbiddenColumns,
  guessedColumns,
  missingFields,
  type ColumnChoice,
} from './map-columns.ts';
import { rememberedColumns } from './remembered.ts';

/** How a sheet is read: what a plan decided, for the office alone. */
export interface Layout {
  readonly sheet: string | null;
  readonly encoding: Encoding | null;
  readonly headerRows: readonly number[];
  readonly headers: readonly string[];
  /** Rules by column. */
  readonly forbidden: ReadonlyMap<number, string>;
  readonly choices: readonly ColumnChoice[];
  /** The first rows below the header. */
  readonly firstRows: readonly SheetRow[];
}

export interface PlanRequest {
  readonly sheet: string | null;
  readonly encoding: Encoding | null;
  readonly headerRows: readonly number[] | null;
}

/** Rows of data by which a column is judged. */
const JUDGED_ROWS = 200;

export async function planSheet(
  db: ReadHandle,
  path: string,
  request: PlanRequest,
  signal?: AbortSignal,
): Promise<{ plan: ImportPlan; layout: Layout }> {
  const info = await inspectSheet(path, signal);
  const layout = await chooseLayout(db, path, info, request, signal);
  const { headers, forbidden, choices, firstRows } = layout;
  const cells = firstRows.map((row) => row.cells);
  return {
    layout,
    plan: {
      file: basename(path),
      kind: info.kind,
      encoding: layout.encoding,
      sheets: info.sheets.slice(0, SHEETS_MAX),
      sheet: layout.sheet,
      headerRows: [...layout.headerRows],
      columns: describedColumns(headers, cells, forbidden, choices),
      remembered: rememberedColumns(db, headers, forbidden) !== null,
      missing: missingFields(choices),
    },
  };
}

/** The sheet that was asked for; else the first one in sight that can be read, because often the first only explains. */
async function chooseLayout(
  db: ReadHandle,
  path: string,
  info: SheetInfo,
  request: PlanRequest,
  signal: AbortSignal | undefined,
): Promise<Layout> {
  const encoding = request.encoding ?? info.encoding;
  const visible = info.sheets.filter(({ hidden }) => !hidden);
  const names = request.sheet === null ? visible.map(({ name }) => name) : [request.sheet];
  let first: Layout | null = null;
  for (const sheet of names) {
    const layout = await layoutOf(db, path, sheet, encoding, request.headerRows, signal);
    if (missingFields(layout.choices).length === 0) return layout;
    first ??= layout;
  }
  return first ?? layoutOf(db, path, null, encoding, request.headerRows, signal);
}

async function layoutOf(
  db: ReadHandle,
  path: string,
  sheet: string | null,
  encoding: Encoding | null,
  asked: readonly number[] | null,
  signal: AbortSignal | undefined,
): Promise<Layout> {
  const rows = await beginning(path, { sheet, encoding, ...(signal === undefined ? {} : { signal }) });
  const headerRows = asked ?? findHeader(rows);
  const found = headerRows.map((number) => rows.find((row) => row.number === number));
  const header = found.filter((row) => row !== undefined);
  if (header.length < headerRows.length)
    refuse({ code: 'invalid', issues: [{ field: 'headerRows', rule: 'missing' }] });
  const headers = headersOf(header);
  const last = headerRows.at(-1) ?? 0;
  const firstRows = rows.filter(({ number }) => number > last).slice(0, JUDGED_ROWS);
  const forbidden = forbiddenColumns(
    headers,
    firstRows.map((row) => row.cells),
  );
  const choices = rememberedColumns(db, headers, forbidden) ?? guessedColumns(headers, forbidden);
  return { sheet, encoding, headerRows, headers, forbidden, choices, firstRows };
}

async function beginning(path: string, options: Parameters<typeof readSheet>[1]): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheet(path, options)) {
    rows.push(row);
    if (rows.length >= HEADER_WITHIN + JUDGED_ROWS) break;
  }
  return rows;
}
