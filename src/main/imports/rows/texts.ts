/** The texts of a row by field, as they stood in the file; of many rows, packed: objects would need ten times as much. */
import { IMPORT_FIELDS, type ImportField } from '#shared/contract/imports.ts';

/** Text of each field; '' where the sheet says nothing. */
export type Texts = Readonly<Record<ImportField, string>>;

export interface TextStore {
  /** Keeps the texts of the next row and answers with its place. */
  add(texts: Texts): number;
  at(place: number): Texts;
  replace(place: number, texts: Texts): void;
}

const CHUNK = 1 << 20;
/** No cell has it: control characters are taken out as the rows are read. */
const BETWEEN = '\u001F';

export function noTexts(): Record<ImportField, string> {
  return Object.fromEntries(IMPORT_FIELDS.map((field) => [field, ''])) as Record<ImportField, string>;
}

export function textStore(): TextStore {
  const chunks: Buffer[] = [];
  let used = CHUNK;
  /** Chunk, start and end of each row. */
  const places: [number, number, number][] = [];

  function pack(texts: Texts): [number, number, number] {
    const bytes = Buffer.from(IMPORT_FIELDS.map((field) => texts[field]).join(BETWEEN));
    if (used + bytes.length > CHUNK) {
      chunks.push(Buffer.allocUnsafe(Math.max(CHUNK, bytes.length)));
      used = 0;
    }
    const chunk = chunks.length - 1;
    chunks[chunk]?.set(bytes, used);
    used += bytes.length;
    return [chunk, used - bytes.length, used];
  }

  return {
    add(texts) {
      places.push(pack(texts));
      return places.length - 1;
    },
    at(place) {
      const [chunk, start, end] = places[place] ?? [0, 0, 0];
      const parts = (chunks[chunk]?.toString('utf8', start, end) ?? '').split(BETWEEN);
      const texts = noTexts();
      IMPORT_FIELDS.forEach((field, at) => (texts[field] = parts[at] ?? ''));
      return texts;
    },
    replace(place, texts) {
      places[place] = pack(texts);
    },
  };
}
