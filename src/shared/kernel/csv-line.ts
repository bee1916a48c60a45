/** One line of csv as a spreadsheet program reads it back: quoted where it has to be, never a formula. */
import { guardText } from './formula-guard.ts';

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(text: string): string {
  const guarded = guardText(text);
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
