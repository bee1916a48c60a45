/** The rows that were not imported, as a file that can be corrected and read again: permitted columns and the reason. */
import { IMPORT_FIELDS, type ImportField } from '#shared/contract/population/imports.ts';
import { writeXlsx } from '#main/sheets/write-xlsx.ts';
import type { Checked } from '#main/imports/checked.ts';
import { FIELD_WORDS, reasonWords } from './reason-words.ts';

const SHEET = '未导入的行';
const ROW_HEADER = '原行号';
const REASON_HEADER = '错误原因';

export function writeErrors(path: string, checked: Checked): Promise<{ rows: number }> {
  const fields = IMPORT_FIELDS.filter((field) => checked.mapping.some((choice) => choice.field === field));
  const header = [ROW_HEADER, ...fields.map((field) => headerOf(checked, field)), REASON_HEADER];
  return writeXlsx(path, { name: SHEET, header, rows: rejectedRows(checked, fields) });
}

/** The sheet's own word where one column says it. */
function headerOf({ layout, mapping }: Checked, field: ImportField): string {
  const [only, ...others] = mapping.filter((choice) => choice.field === field);
  const own = only === undefined || others.length > 0 ? '' : (layout.headers[only.index] ?? '');
  return own === '' ? FIELD_WORDS[field] : own;
}

function* rejectedRows(
  { candidates, settled, texts }: Checked,
  fields: readonly ImportField[],
): Generator<string[]> {
  for (const [at, { row, place, issues }] of candidates.entries()) {
    if (settled.outcomes[at] !== 'reject') continue;
    const own = settled.issues.get(at);
    const kept = texts.at(place);
    const reasons = reasonWords(own === undefined ? issues : [...issues, own]);
    yield [String(row), ...fields.map((field) => kept[field]), reasons];
  }
}
