/** The texts of the rows by field, as they stood in the file. */
import { IMPORT_FIELDS, type ImportField } from '#shared/contract/population/imports.ts';
import { packedLines } from './packed-lines.ts';

/** Text of each field; '' where the sheet says nothing. */
export type Texts = Readonly<Record<ImportField, string>>;

export interface TextStore {
  put(place: number, texts: Texts): void;
  at(place: number): Texts;
}

const NO_TEXTS = Object.fromEntries(IMPORT_FIELDS.map((field) => [field, ''])) as Record<ImportField, string>;

export function noTexts(): Record<ImportField, string> {
  return { ...NO_TEXTS };
}

export function textStore(): TextStore {
  const lines = packedLines();
  return {
    put: (place, texts) =>
      lines.put(
        place,
        IMPORT_FIELDS.map((field) => texts[field]),
      ),
    at(place) {
      const parts = lines.at(place);
      const texts = noTexts();
      IMPORT_FIELDS.forEach((field, at) => (texts[field] = parts[at] ?? ''));
      return texts;
    },
  };
}
