/** The columns of an untidy file: those an office may keep, those it has no field for, and those the law forbids. */
import type { ImportField } from '#shared/contract/population/imports.ts';
import type { Random } from '#main/seed/random.ts';
import type { Cell, Entry } from './entry.ts';

export interface Column {
  readonly header: string;
  /** What it has to become; null where it has to be dropped. */
  readonly field: ImportField | null;
  /** Ethnicity, politics, belief, health, past, lists of persons: no reader may take one value out of it. */
  readonly denied: boolean;
  readonly hidden: boolean;
  /** @param serial counts the rows of the file from 1 */
  readonly cell: (entry: Entry, serial: number, random: Random) => Cell;
}

export function kept(header: string, field: ImportField): Column {
  return { header, field, denied: false, hidden: false, cell: ({ texts }) => texts[field] ?? '' };
}

/** @param file number of the file: no value stands in two places */
export function forbidden(header: string, file: number): Column {
  return {
    header,
    field: null,
    denied: true,
    hidden: false,
    cell: (_, serial) => forbiddenValue(header, file, serial),
  };
}

export function forbiddenValue(header: string, file: number, serial: number): string {
  return `禁列值-${header}-${String(file).padStart(2, '0')}${String(serial).padStart(4, '0')}`;
}

/** Of use to whoever made the file. */
export function needless(header: string, file: number): Column {
  const value = (serial: number) =>
    `弃列值-${header}-${String(file).padStart(2, '0')}${String(serial).padStart(4, '0')}`;
  return {
    header,
    field: null,
    denied: false,
    hidden: false,
    cell: (_, serial, random) => (random.chance(0.4) ? value(serial) : ''),
  };
}

export function counter(header: string): Column {
  return { header, field: null, denied: false, hidden: false, cell: (_, serial) => String(serial) };
}

export function hidden(column: Column): Column {
  return { ...column, hidden: true };
}

/** The same facts once more: the first column of a kind is taken, the second is not. */
export function again(header: string, field: ImportField): Column {
  return { ...kept(header, field), field: null };
}
