/** Takes out of a row of the file what its mapped columns say, and nothing else. */
import { IMPORT_FIELDS, type ImportField } from '#shared/contract/population/imports.ts';
import { isPlain } from '#shared/kernel/text-input.ts';
import { withoutForbiddenWords } from '#main/imports/columns/forbidden.ts';
import { JOINED_FIELDS } from '#main/imports/columns/header-words.ts';
import type { ColumnChoice } from '#main/imports/columns/map-columns.ts';
import { noTexts, type Texts } from './texts.ts';

/** UTF-16 units of a cell that are looked at: no field takes more. */
const CELL_MAX = 300;
/** Words are looked for where people write words. */
const SCRUBBED: ReadonlySet<ImportField> = new Set<ImportField>([
  'name',
  'otherName',
  'idType',
  'sex',
  'place',
  'door',
  'address',
  'policeGrid',
  'civilGrid',
  'registerAddress',
  'residenceType',
  'housing',
  'householdNumber',
  'relation',
  'isOut',
  'isDead',
]);

export interface TakenRow {
  readonly texts: Texts;
  /** Fields out of which words were taken that no record may hold. */
  readonly forbidden: readonly ImportField[];
}

export type TakeRow = (cells: readonly string[]) => TakenRow;

export function rowTaker(choices: readonly ColumnChoice[]): TakeRow {
  const columns = IMPORT_FIELDS.map((field) => ({
    field,
    indexes: choices.filter((choice) => choice.field === field).map(({ index }) => index),
    between: JOINED_FIELDS[field] ?? ' ',
  })).filter(({ indexes }) => indexes.length > 0);
  return (cells) => {
    const texts = noTexts();
    const forbidden: ImportField[] = [];
    for (const { field, indexes, between } of columns) {
      const [only = 0] = indexes;
      const text =
        indexes.length === 1
          ? plain(cells[only] ?? '')
          : indexes
              .map((index) => plain(cells[index] ?? ''))
              .filter((part) => part !== '')
              .join(between);
      texts[field] = scrubbed(field, text, forbidden);
    }
    return { texts, forbidden };
  };
}

/** What a person typed in place of a cell, under the same rules. */
export function correctedTexts(
  texts: Texts,
  changes: readonly { readonly field: ImportField; readonly text: string }[],
): TakenRow {
  const corrected = { ...texts };
  const forbidden: ImportField[] = [];
  // An address in one piece stands for one that the sheet divides.
  if (changes.some(({ field, text }) => field === 'address' && text !== '')) {
    corrected.place = '';
    corrected.door = '';
  }
  for (const { field, text } of changes) corrected[field] = scrubbed(field, plain(text), forbidden);
  return { texts: corrected, forbidden };
}

function scrubbed(field: ImportField, text: string, forbidden: ImportField[]): string {
  if (text === '' || !SCRUBBED.has(field)) return text;
  const kept = withoutForbiddenWords(text);
  if (kept.found) forbidden.push(field);
  return kept.text;
}

/** Without control characters and outer spaces; inner ones may divide two phones. */
function plain(cell: string): string {
  const text = cell.length > CELL_MAX ? cell.slice(0, CELL_MAX) : cell;
  if (isPlain(text)) return text;
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, '').trim();
}
