/** A cell as SheetJS hands it over, as text. */
import type { CellObject } from '@e965/xlsx';
import { formatOf, PLAIN, type NumberFormat } from '#main/sheets/number-format.ts';
import { numberText, type Epoch } from '#main/sheets/number-text.ts';

/** What Excel shows for an error. [MS-XLS] 2.5.10 */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

const formats = new Map<string, NumberFormat>();

export function cellText(cell: CellObject, epoch: Epoch): string {
  const { t: type, v: value } = cell;
  if (value === undefined) return '';
  if (type === 'n') return numberText(String(value), numberFormatOf(cell.z), epoch);
  if (type === 'b') return value === true ? 'TRUE' : 'FALSE';
  if (type === 'e') return ERRORS[Number(value)] ?? '#ERROR';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

function numberFormatOf(code: string | number | undefined): NumberFormat {
  if (typeof code !== 'string') return PLAIN;
  const known = formats.get(code) ?? formatOf(code);
  formats.set(code, known);
  return known;
}
