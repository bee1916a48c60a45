/** The rows of one sheet of an xlsx file, piece by piece. */
import { MAX_CELL, MAX_COLUMNS, MAX_SHEET_PART, refuseDamaged, refuseTooBig } from '#main/sheets/limits.ts';
import { PLAIN, type NumberFormat } from '#main/sheets/number-format.ts';
import { isoText, numberText, type Epoch } from '#main/sheets/number-text.ts';
import type { PackageParts } from '#main/sheets/package-parts.ts';
import { openRowGate } from '#main/sheets/row-gate.ts';
import type { SheetRow } from '#main/sheets/sheet.ts';
import { columnOf } from './cell-place.ts';
import { findMerges } from './merges.ts';
import { readStrings } from './strings.ts';
import { readFormats } from './styles.ts';
import type { Workbook, WorkbookSheet } from './workbook.ts';
import { stepXml } from '#main/sheets/xml.ts';
import type { XmlEvents } from '#main/sheets/xml-scanner.ts';
import { unescapeText } from './escapes.ts';

/** What the cells refer to. */
interface Shared {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly epoch: Epoch;
}

type RowSink = (number: number, cells: string[]) => void;

export async function* readXlsxRows(
  parts: PackageParts,
  book: Workbook,
  sheet: WorkbookSheet,
): AsyncGenerator<SheetRow[]> {
  // Unpacking runs on other threads: looking ahead for merged ranges costs little while the texts are parsed here.
  const [strings, formats, merges] = await Promise.all([
    readStrings(parts, book.strings),
    readFormats(parts, book.styles),
    findMerges(parts, sheet.part),
  ]);
  const gate = openRowGate();
  for (const range of merges) gate.cover(range);
  const events = rowEvents({ strings, formats, epoch: book.epoch }, gate.admit.bind(gate));
  yield* stepXml(parts.read(sheet.part, MAX_SHEET_PART), events, gate.take.bind(gate));
  gate.end();
  yield gate.take();
}

function rowEvents(shared: Shared, admit: RowSink): XmlEvents {
  let number = 0;
  let cells: string[] = [];
  let column = -1;
  let type = '';
  let style = '';
  let value = '';
  let collecting = false;
  let phonetic = false;

  const openCell = ({ r, t = 'n', s = '' }: Readonly<Record<string, string>>) => {
    column = r === undefined ? column + 1 : columnOf(r);
    if (column < 0) refuseDamaged();
    if (column >= MAX_COLUMNS) refuseTooBig();
    type = t;
    style = s;
    value = '';
  };
  const closeCell = () => {
    const text = value === '' ? '' : cellText(value, type, style, shared);
    if (text === '') return;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };

  return {
    open(name, attributes) {
      if (name === 'c') openCell(attributes);
      else if (name === 'v') collecting = true;
      else if (name === 't') collecting = !phonetic;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'row') {
        number = attributes['r'] === undefined ? number + 1 : Number(attributes['r']);
        if (!Number.isSafeInteger(number)) refuseDamaged();
        cells = [];
        column = -1;
      }
    },
    text(piece) {
      if (!collecting) return;
      value += piece;
      // Escapes such as _x000D_ are seven characters for one.
      if (value.length > MAX_CELL * 7) refuseDamaged();
    },
    close(name) {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'c') closeCell();
      else if (name === 'row') admit(number, cells);
      else if (name === 'rPh') phonetic = false;
    },
  };
}

/** Cell types of ECMA-376 part 1, 18.18.11. */
function cellText(value: string, type: string, style: string, shared: Shared): string {
  switch (type) {
    case 's':
      return shared.strings[Number(value)] ?? refuseDamaged();
    case 'str':
    case 'inlineStr':
      return unescapeText(value);
    case 'n':
      return numberText(value, shared.formats[Number(style)] ?? PLAIN, shared.epoch);
    case 'b':
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'd':
      return isoText(value);
    default:
      // Errors such as #N/A are shown, not hidden: the row is then looked at by a person.
      return value;
  }
}
