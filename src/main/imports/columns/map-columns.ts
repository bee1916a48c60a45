/** From headers and the first cells to a proposal of what each column becomes. */
import { missingFields as missingOf } from '#shared/ledgers/population/import-rules.ts';
import { COLUMNS_MAX, type ImportColumn, type ImportField } from '#shared/contract/population/imports.ts';
import { forbiddenByCells, forbiddenByHeader } from './forbidden.ts';
import { fieldOfHeader, JOINED_FIELDS } from './header-words.ts';
import { samplesOf } from './samples.ts';

const HEADER_SHOWN = 60;

export interface ColumnChoice {
  readonly index: number;
  readonly field: ImportField;
}

/** Rules of forbidden columns by their index: nothing a person or an earlier import says changes them. */
export function forbiddenColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (let index = 0; index < widthOf(headers, rows); index += 1) {
    const rule =
      forbiddenByHeader(headers[index] ?? '') ?? forbiddenByCells(rows.map((row) => row[index] ?? ''));
    if (rule !== null) found.set(index, rule);
  }
  return found;
}

/** What the headers say. The first column of a field has it, and those that join it. */
export function guessedColumns(
  headers: readonly string[],
  forbidden: ReadonlyMap<number, string>,
): ColumnChoice[] {
  const choices: ColumnChoice[] = [];
  headers.forEach((header, index) => {
    const field = forbidden.has(index) ? null : fieldOfHeader(header);
    if (field === null) return;
    const taken = choices.some((choice) => choice.field === field);
    if (!taken || field in JOINED_FIELDS) choices.push({ index, field });
  });
  return choices;
}

/** Every column with what becomes of it; columns without any text are left out. */
export function describedColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  forbidden: ReadonlyMap<number, string>,
  choices: readonly ColumnChoice[],
): ImportColumn[] {
  const columns: ImportColumn[] = [];
  const fields = new Map(choices.map(({ index, field }) => [index, field]));
  for (let index = 0; index < widthOf(headers, rows) && columns.length < COLUMNS_MAX; index += 1) {
    const header = headers[index] ?? '';
    const cells = rows.map((row) => row[index] ?? '');
    if (header === '' && cells.every((cell) => cell.trim() === '')) continue;
    const rule = forbidden.get(index) ?? null;
    const field = rule === null ? (fields.get(index) ?? null) : null;
    const twice = field === null && fieldOfHeader(header) !== null;
    columns.push({
      index,
      header: [...header].slice(0, HEADER_SHOWN).join(''),
      field,
      dropped: rule !== null ? 'forbidden' : field !== null ? null : twice ? 'twice' : 'no-field',
      rule,
      samples: samplesOf(cells, field),
    });
  }
  return columns;
}

function widthOf(headers: readonly string[], rows: readonly (readonly string[])[]): number {
  return Math.max(headers.length, ...rows.map((row) => row.length));
}

/** Fields without which nothing can be read. */
export function missingFields(choices: readonly ColumnChoice[]): ImportField[] {
  return missingOf(new Set(choices.map(({ field }) => field)));
}
