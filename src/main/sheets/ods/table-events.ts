/** The rows of one table of an ods file, out of the events of its content. OpenDocument 1.3 part 3, chapter 9. */
import {
  MAX_CELL,
  MAX_COLUMNS,
  MAX_REPEATED,
  MAX_ROWS,
  refuseDamaged,
  refuseTooBig,
} from '#main/sheets/limits.ts';
import type { RowGate } from '#main/sheets/row-gate.ts';
import type { Attributes, XmlEvents } from '#main/sheets/xml-scanner.ts';
import { openCellFormats } from './cell-formats.ts';
import { valueText } from './value-text.ts';

/** Notes that hang at a cell, and readings above its characters, are no part of its text. */
const APART = new Set(['annotation', 'ruby-text', 'shapes', 'tracked-changes']);

export function tableEvents(wanted: number, gate: RowGate): XmlEvents {
  const formats = openCellFormats();
  let table = -1;
  let depth = 0;
  let apart = 0;
  let number = 0;
  let cells: string[] = [];
  let row: Attributes = {};
  let cell: Attributes | null = null;
  let column = 0;
  let paragraphs = 0;
  let text = '';

  const inside = () => depth === 1 && table === wanted && apart === 0;
  const add = (piece: string) => {
    text += piece;
    if (text.length > MAX_CELL) refuseDamaged();
  };
  const closeCell = (attributes: Attributes) => {
    const repeated = countOf(attributes['table:number-columns-repeated']);
    const value = valueText(attributes, text, formats.of(attributes['table:style-name']));
    if (value !== '') {
      if (column + repeated > MAX_COLUMNS) refuseTooBig();
      while (cells.length < column) cells.push('');
      for (let n = 0; n < repeated; n += 1) cells.push(value);
    }
    const right = column + countOf(attributes['table:number-columns-spanned']) - 1;
    const bottom = number + countOf(attributes['table:number-rows-spanned']);
    if (bottom > number + 1 || right > column)
      gate.cover({ top: number + 1, left: column, bottom, right: Math.min(right, MAX_COLUMNS - 1) });
    column += repeated;
  };
  const closeRow = () => {
    const repeated = countOf(row['table:number-rows-repeated']);
    // Below its last row a sheet is filled up with one row that says it is a million.
    if (cells.length > 0 && repeated > MAX_REPEATED) refuseTooBig();
    for (let n = 1; cells.length > 0 && n <= repeated; n += 1) gate.admit(number + n, [...cells]);
    number = Math.min(number + repeated, MAX_ROWS);
  };

  return {
    open(name, attributes) {
      if (depth === 0) formats.note(name, attributes);
      if (name === 'table') {
        depth += 1;
        if (depth === 1) {
          table += 1;
          number = 0;
        }
      }
      if (APART.has(name)) apart += 1;
      if (!inside()) return;
      if (name === 'table-row') {
        row = attributes;
        cells = [];
        column = 0;
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        cell = attributes;
        text = '';
        paragraphs = 0;
      } else if (cell !== null) {
        if (name === 'p') {
          if (paragraphs > 0) add('\n');
          paragraphs += 1;
        } else if (name === 's') add(' '.repeat(Math.min(countOf(attributes['text:c']), MAX_CELL)));
        else if (name === 'tab') add('\t');
        else if (name === 'line-break') add('\n');
      }
    },
    text(piece) {
      // Between the paragraphs stands only the file's own indentation.
      if (cell !== null && paragraphs > 0 && inside()) add(piece);
    },
    close(name) {
      if (inside()) {
        if (name === 'table-cell' || name === 'covered-table-cell') {
          closeCell(cell ?? {});
          cell = null;
        } else if (name === 'table-row') closeRow();
      }
      if (APART.has(name)) apart -= 1;
      if (name === 'table') depth -= 1;
    },
  };
}

/** How often, or how far: 1 where the file says nothing or nonsense. */
function countOf(value: string | undefined): number {
  const count = value === undefined ? 1 : Number(value);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}
