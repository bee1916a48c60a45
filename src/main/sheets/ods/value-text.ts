/** A cell of an ods file as text: its value where the file has one, else what it shows. */
import type { NumberFormat } from '#main/sheets/number-format.ts';
import { isoText, numberText } from '#main/sheets/number-text.ts';
import type { Attributes } from '#main/sheets/xml-scanner.ts';

export function valueText(cell: Attributes, shown: string, format: NumberFormat): string {
  switch (cell['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency':
      return amountText(cell['office:value'] ?? '', shown, format);
    case 'date':
      return isoText(cell['office:date-value'] ?? shown);
    case 'time':
      return clockText(cell['office:time-value'] ?? '') ?? shown;
    case 'boolean':
      return cell['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE';
    case 'string':
      return shown === '' ? (cell['office:string-value'] ?? '') : shown;
    default:
      return shown;
  }
}

/** Zeros in front are in what is shown and nowhere else. */
function amountText(value: string, shown: string, format: NumberFormat): string {
  if (/^0\d+$/.test(shown) && Number(shown) === Number(value)) return shown;
  return value === '' ? shown : numberText(value, format, 1900);
}

/** `PT08H30M00S`, as a duration since midnight. */
function clockText(value: string): string | null {
  const parts = /^PT(\d{1,2})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(value);
  if (parts === null || Number(parts[1]) > 23) return null;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => part.padStart(2, '0'));
  return seconds === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${seconds}`;
}
