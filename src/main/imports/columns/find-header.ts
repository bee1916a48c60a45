/** Which rows stand above the data: a title, then one row of headers or two. */
import type { SheetRow } from '#main/sheets/sheet.ts';
import { headerLine } from './header-text.ts';
import { fieldOfHeader, isHeaderWord } from './header-words.ts';
import { forbiddenByHeader } from './forbidden.ts';

/** Rows among which the header is looked for. */
export const HEADER_WITHIN = 50;
/** Words a row needs to be taken for the header. */
const WORDS_MIN = 2;

/** Row numbers of the header, from above; none where no row looks like one. */
export function findHeader(rows: readonly SheetRow[]): number[] {
  const near = rows.filter(({ number }) => number <= HEADER_WITHIN);
  let best = -1;
  let most = WORDS_MIN - 1;
  near.forEach((row, at) => {
    const words = headerWords(row);
    if (words > most) [best, most] = [at, words];
  });
  const row = near[best];
  if (row === undefined) return [];
  const above = near[best - 1];
  const below = near[best + 1];
  if (above !== undefined && above.number === row.number - 1 && isUpperHalf(above, row))
    return [above.number, row.number];
  if (below !== undefined && below.number === row.number + 1 && isLowerHalf(row, below))
    return [row.number, below.number];
  return [row.number];
}

/** Different words of a row that only stand above columns. */
function headerWords({ cells }: SheetRow): number {
  return new Set(cells.filter(isWord).map(headerLine)).size;
}

function isWord(cell: string): boolean {
  return cell !== '' && (isHeaderWord(cell) || (forbiddenByHeader(cell) !== null && cell.length <= 20));
}

/** Names of groups of columns, each over several of them; a title is one text over all. */
function isUpperHalf(above: SheetRow, row: SheetRow): boolean {
  const texts = above.cells.filter((cell) => cell.trim() !== '');
  if (new Set(texts).size < 2 || texts.some(looksLikeData) || texts.some((text) => text.length > 20))
    return false;
  if (above.cells.some((cell, at) => isWord(cell) && cell === row.cells[at])) return true;
  // Merged cells say the group over each of its columns; without them the columns behind the first are empty.
  const spread = above.cells.some((cell, at) => cell !== '' && cell === above.cells[at + 1]);
  const sparse = above.cells.some((cell, at) => cell.trim() === '' && (row.cells[at] ?? '') !== '');
  return spread || (sparse && texts.some((text) => isWord(text) || GROUP.test(text)));
}

const GROUP = /(?:信息|情况|资料|地址|住址|方式|证件)$/u;

/** The words of single columns under names of groups; cells merged downwards say the same again. */
function isLowerHalf(row: SheetRow, below: SheetRow): boolean {
  if (row.cells.some((cell, at) => isWord(cell) && cell === below.cells[at])) return true;
  const filled = below.cells.filter((cell) => cell.trim() !== '');
  const words = filled.filter((cell) => isHeaderWord(cell)).length;
  return words >= WORDS_MIN && words * 2 >= filled.length && !filled.some(looksLikeData);
}

function looksLikeData(text: string): boolean {
  return /\d{5}|^[男女是否]$/u.test(text);
}

/** One header a column. Of several rows: what they say together, or the lower one, whichever is known. */
export function headersOf(rows: readonly SheetRow[]): string[] {
  const [first, ...others] = rows.map(({ cells }) => cells.map(headerLine));
  return others.reduce(joinRows, first ?? []);
}

function joinRows(upper: readonly string[], lower: readonly string[]): string[] {
  const headers: string[] = [];
  let group = '';
  for (let at = 0; at < Math.max(upper.length, lower.length); at += 1) {
    const own = upper[at] ?? '';
    const under = lower[at] ?? '';
    // A group's name stands over its first column; the columns behind it are empty above.
    if (own !== '' || under === '') group = own;
    headers.push(joined(group, under));
  }
  return headers;
}

function joined(group: string, own: string): string {
  if (own === '' || own === group) return group;
  if (group === '') return own;
  const both = `${group} ${own}`;
  if (forbiddenByHeader(both) !== null || fieldOfHeader(both) !== null) return both;
  // 户籍信息 over 详细地址
  const short = group.replace(/(?:基本|登记)?(?:信息|情况|资料)$/u, '');
  if (short !== '' && fieldOfHeader(short + own) !== null) return short + own;
  return fieldOfHeader(own) !== null || isHeaderWord(own) ? own : both;
}
