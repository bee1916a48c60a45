/** Writes a table as an xlsx file of one sheet, row by row. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { isFormulaLike } from '#shared/kernel/formula-guard.ts';
import { MAX_CELL, MAX_COLUMNS, MAX_ROWS, refuseTooBig } from './limits.ts';
import type { Table } from './sheet.ts';
import { writeWhole } from './whole-file.ts';
import { lettersOf } from './xlsx/cell-place.ts';
import { escapeText } from './xlsx/escapes.ts';
import { fixedParts, SHEET_PART, SHEET_TAIL, sheetHead, STYLES } from './xlsx/written-parts.ts';

/** Rows looked at before the first is written, for the widths of the columns. */
const AHEAD = 100;
/** Characters of markup handed to the archive at a time. */
const PIECE = 64 * 1024;
/** Widths in characters; a Chinese character is two. */
const NARROWEST = 8;
const WIDEST = 40;

/**
 * Every cell is text, also where it looks like a number or a formula; the header is bold. Resolves with the number of
 * rows between header and note once the file lies in its place.
 */
export async function writeXlsx(
  path: string,
  sheet: Table & { readonly name: string },
): Promise<{ rows: number }> {
  let rows = 0;
  const counted = async function* () {
    for await (const row of sheet.rows) {
      rows += 1;
      yield row;
    }
  };
  const xml = sheetXml({ ...sheet, rows: counted() });
  await writeWhole(path, async (file) => {
    const zip = new ZipFile();
    const out = zip.outputStream as Readable;
    const source = Readable.from(inPieces(xml), { objectMode: false });
    // The archive does not pass on what goes wrong with its source.
    source.once('error', (error) => out.destroy(error));
    for (const [part, content] of fixedParts(sheet.name)) zip.addBuffer(Buffer.from(content), part);
    zip.addReadStream(source, SHEET_PART, { compressionLevel: 3 });
    zip.end();
    try {
      await pipeline(out, file);
    } finally {
      source.destroy();
    }
  });
  return { rows };
}

async function* sheetXml({ header, rows, note }: Table): AsyncGenerator<string> {
  const widths = header.map(widthOf);
  let held: (readonly string[])[] | null = [];
  let number = 1;
  const start = function* () {
    yield sheetHead(widths);
    yield rowXml(number, header, STYLES.header);
    for (const row of held ?? []) yield rowXml((number += 1), row, STYLES.text);
    held = null;
  };
  for await (const row of rows) {
    if (held === null) yield rowXml((number += 1), row, STYLES.text);
    else {
      for (const [n, text] of row.entries()) widths[n] = Math.max(widths[n] ?? NARROWEST, widthOf(text));
      held.push(row);
      if (held.length === AHEAD) yield* start();
    }
  }
  if (held !== null) yield* start();
  if (note !== undefined) yield rowXml(number + 1, [note], STYLES.text);
  yield SHEET_TAIL;
}

function rowXml(number: number, cells: readonly string[], style: number): string {
  if (number > MAX_ROWS || cells.length > MAX_COLUMNS) refuseTooBig();
  let xml = `<row r="${number}">`;
  for (const [column, text] of cells.entries()) {
    if (text === '') continue;
    if (text.length > MAX_CELL) refuseTooBig();
    const shown = style === STYLES.text && isFormulaLike(text) ? STYLES.guarded : style;
    xml += `<c r="${lettersOf(column)}${number}" s="${shown}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

async function* inPieces(xml: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const part of xml) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function widthOf(text: string): number {
  const width = text.replace(/[\u1100-\uFFFF]/g, 'xx').length + 2;
  return Math.min(Math.max(width, NARROWEST), WIDEST);
}
