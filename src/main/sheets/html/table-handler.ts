/** Rows of the tables of a page, out of the events of its markup. */
import type { Handler } from 'htmlparser2';
import {
  MAX_CELL,
  MAX_CELLS,
  MAX_COLUMNS,
  MAX_ROWS,
  refuseDamaged,
  refuseTooBig,
} from '#main/sheets/limits.ts';
import { PLAIN } from '#main/sheets/number-format.ts';
import { numberText } from '#main/sheets/number-text.ts';
import type { Merge } from '#main/sheets/row-gate.ts';

export interface TableSink {
  /** Tables are counted from 0 in the order they begin. */
  row(table: number, number: number, cells: string[]): void;
  cover(table: number, range: Merge): void;
}

/** A table that is open; tables stand in the cells of others where a page is laid out with them. */
interface OpenTable {
  readonly table: number;
  number: number;
  cells: string[];
  column: number;
  inRow: boolean;
  cell: OpenCell | null;
  /** By column: the last row that a cell further up reaches down to. */
  readonly taken: number[];
}

interface OpenCell {
  text: string;
  /** What Excel writes beside a number that it shows shortened. */
  readonly value: string | undefined;
}

const UNSEEN = new Set(['style', 'script', 'title']);
const BLOCKS = new Set(['p', 'div', 'li']);
/** Deeper nesting is no page but an attempt to use up the memory. */
const MAX_DEPTH = 50;

export function tableHandler(sink: TableSink): Partial<Handler> {
  const open: OpenTable[] = [];
  let count = 0;
  let unseen = 0;
  let left = MAX_CELLS;

  const add = (piece: string) => {
    const cell = open.at(-1)?.cell;
    if (cell == null || unseen > 0) return;
    cell.text += piece;
    // Markup indents with spaces that are dropped later.
    if (cell.text.length > MAX_CELL * 4) refuseDamaged();
  };
  const openCell = (table: OpenTable, attributes: Readonly<Record<string, string>>) => {
    while ((table.taken[table.column] ?? 0) >= table.number) table.column += 1;
    const wide = Math.min(spanOf(attributes['colspan']), MAX_COLUMNS);
    const high = Math.min(spanOf(attributes['rowspan']), MAX_ROWS);
    const { column, number } = table;
    if (column + wide > MAX_COLUMNS || (left -= wide) < 0) refuseTooBig();
    if (wide > 1 || high > 1) {
      const bottom = number + high - 1;
      sink.cover(table.table, { top: number, left: column, bottom, right: column + wide - 1 });
      for (let at = column; at < column + wide; at += 1) table.taken[at] = bottom;
    }
    while (table.cells.length < column) table.cells.push('');
    table.column = column + wide;
    table.cell = { text: '', value: attributes['x:num'] };
  };
  const closeCell = (table: OpenTable) => {
    if (table.cell !== null) table.cells.push(cellText(table.cell));
    table.cell = null;
  };
  const closeRow = (table: OpenTable) => {
    closeCell(table);
    if (table.inRow) sink.row(table.table, table.number, table.cells);
    table.inRow = false;
  };
  const openRow = (table: OpenTable) => {
    closeRow(table);
    table.inRow = true;
    table.number += 1;
    table.cells = [];
    table.column = 0;
  };

  return {
    onopentag(name, attributes) {
      if (UNSEEN.has(name)) unseen += 1;
      const table = open.at(-1);
      if (name === 'table') {
        if (open.length === MAX_DEPTH) refuseDamaged();
        open.push({ table: count, number: 0, cells: [], column: 0, inRow: false, cell: null, taken: [] });
        count += 1;
      } else if (table === undefined) return;
      else if (name === 'tr') openRow(table);
      else if (name === 'td' || name === 'th') {
        if (!table.inRow) openRow(table);
        closeCell(table);
        openCell(table, attributes);
      } else if (name === 'br') add('\u2028');
    },
    ontext: add,
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen -= 1;
      const table = open.at(-1);
      if (table === undefined) return;
      if (name === 'td' || name === 'th') closeCell(table);
      else if (name === 'tr') closeRow(table);
      else if (BLOCKS.has(name)) add('\u2028');
      else if (name === 'table') {
        closeRow(table);
        open.pop();
      }
    },
  };
}

/** White space of markup is one space; only breaks of lines and of paragraphs (kept as U+2028 until here) are breaks. */
function cellText({ text, value }: OpenCell): string {
  const shown = text
    .replace(/[ \t\r\n\f\u00A0]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim();
  return value !== undefined && /^-?\d(?:\.\d+)?E\+\d+$/i.test(shown)
    ? numberText(value, PLAIN, 1900)
    : shown;
}

function spanOf(value: string | undefined): number {
  const span = value === undefined ? 1 : Number.parseInt(value, 10);
  return Number.isSafeInteger(span) && span > 0 ? span : 1;
}
