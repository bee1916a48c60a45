/** Comma-separated text as records: RFC 4180, and what spreadsheet programs forgive beyond it. */
import { MAX_CELL, MAX_COLUMNS, refuseDamaged, refuseTooBig } from '#main/sheets/limits.ts';

export type Separator = ',' | ';' | '\t';
export type LineEnd = '\n' | '\r';

export interface CsvParser {
  /** The records that are whole after this piece of text. A blank line is a record of one empty cell. */
  push(piece: string): string[][];
  /** The last record. Refuses a quoted cell that never ends. */
  end(): string[][];
}

const QUOTE = 34;
const RETURN = 13;
/** Characters of a record without line end: more can only be no table. */
const MAX_RECORD = 4_000_000;

export function openCsvParser(separator: Separator, lineEnd: LineEnd): CsvParser {
  const end = lineEnd.charCodeAt(0);
  const between = separator.charCodeAt(0);
  let rest = '';

  const run = (piece: string, final: boolean) => {
    const text = rest === '' ? piece : rest + piece;
    const records: string[][] = [];
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      let stop = text.indexOf(lineEnd, at);
      if (stop === -1 && !final) break;
      if (stop === -1) stop = text.length;
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
      if (quote === -1 || quote > stop) {
        records.push(text.slice(at, trimReturn(text, at, stop)).split(separator));
        at = stop + 1;
        continue;
      }
      const next = readQuoted(text, at, final, records);
      if (next === -1) break;
      at = next;
    }
    rest = text.slice(at);
    if (rest.length > MAX_RECORD) refuseTooBig();
    return records;
  };

  /** Where the record after this one begins, or -1 when this one is not whole yet. */
  const readQuoted = (text: string, from: number, final: boolean, records: string[][]): number => {
    const cells: string[] = [];
    let at = from;
    for (;;) {
      if (cells.length > MAX_COLUMNS) refuseTooBig();
      let cell = '';
      if (text.charCodeAt(at) === QUOTE) {
        const close = closeOf(text, at + 1, final);
        if (close === -1) return -1;
        cell = text.slice(at + 1, close);
        if (cell.includes('"')) cell = cell.replaceAll('""', '"');
        at = close + 1;
        if (text.charCodeAt(at) === between) {
          cells.push(cell);
          at += 1;
          continue;
        }
      }
      // What follows a closing quote belongs to the cell, as spreadsheet programs have it.
      const stop = stopOf(text, at);
      if (stop === text.length && !final) return -1;
      const isLast = text.charCodeAt(stop) === end || stop === text.length;
      cells.push(cell + text.slice(at, isLast ? trimReturn(text, at, stop) : stop));
      at = stop + 1;
      if (isLast) {
        records.push(cells);
        return at;
      }
    }
  };

  /** Where the cell that begins here without a quote ends. */
  const stopOf = (text: string, from: number): number => {
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === end || code === between) return at;
    }
    return text.length;
  };

  const trimReturn = (text: string, from: number, stop: number): number =>
    end !== RETURN && stop > from && text.charCodeAt(stop - 1) === RETURN ? stop - 1 : stop;

  return { push: (piece) => run(piece, false), end: () => run('', true) };
}

/** The quote that closes a cell: one that no other quote follows. -1 when the text may go on. */
function closeOf(text: string, from: number, final: boolean): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (at - from > MAX_CELL * 2) refuseDamaged();
    if (at + 1 === text.length && !final) return -1;
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  if (final || text.length - from > MAX_CELL * 2) refuseDamaged();
  return -1;
}
