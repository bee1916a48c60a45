/** What has to become of each row: counted from what was done to it, never from what a reader makes of it. */
import type { DirtyFile } from './files.ts';
import { lineOf } from './doors.ts';
import type { Entry, Outcome } from './entry.ts';
import type { Grid } from './grid.ts';

export interface FileBook {
  readonly file: string;
  /** Null for a file without sheets. */
  readonly sheet: string | null;
  readonly headerRows: readonly number[];
  /** Column from 0 → what it is; of two header rows the lower one where there are two. */
  readonly mapping: readonly { readonly index: number; readonly header: string; readonly field: string }[];
  readonly deniedColumns: readonly string[];
  readonly droppedColumns: readonly string[];
  readonly read: number;
  readonly imported: number;
  readonly merged: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** Rows whose identity number was made whole: of those imported, merged or duplicate. */
  readonly repaired: number;
  readonly passedOver: number;
  /** Rows by what was done to them. */
  readonly faults: Readonly<Record<string, number>>;
  /** As a person counts the rows of the sheet. */
  readonly rejectedRows: readonly number[];
  readonly mergedRows: readonly number[];
  readonly duplicateRows: readonly number[];
}

export function bookOf(file: DirtyFile, entries: readonly Entry[], grid: Grid): FileBook {
  refuseChanceTwins(entries);
  const { columns, kind } = file;
  const rowsOf = (outcome: Outcome) =>
    entries.filter((entry) => entry.outcome === outcome).map((entry) => grid.rowOf.get(entry) ?? 0);
  const faults: Record<string, number> = {};
  for (const { fault } of entries) if (fault !== null) faults[fault] = (faults[fault] ?? 0) + 1;
  return {
    file: file.name,
    sheet: kind === 'xlsx' || kind === 'xls' ? (file.sheet ?? 'Sheet1') : null,
    headerRows: grid.headerRows,
    mapping: columns.flatMap(({ header, field }, index) =>
      field === null ? [] : [{ index, header, field }],
    ),
    deniedColumns: columns.filter(({ denied }) => denied).map(({ header }) => header),
    droppedColumns: columns
      .filter(({ denied, field }) => field === null && !denied)
      .map(({ header }) => header),
    read: entries.length,
    imported: rowsOf('imported').length,
    merged: rowsOf('merged').length,
    duplicate: rowsOf('duplicate').length,
    rejected: rowsOf('rejected').length,
    repaired: entries.filter(({ repaired }) => repaired).length,
    passedOver: grid.passedOver,
    faults,
    rejectedRows: rowsOf('rejected'),
    mergedRows: rowsOf('merged'),
    duplicateRows: rowsOf('duplicate'),
  };
}

/** Two people who look like one by chance would be counted wrongly here. */
function refuseChanceTwins(entries: readonly Entry[]): void {
  const seen = new Map<string, Entry['truth']>();
  for (const { truth, fault, texts } of entries) {
    const number = fault === 'no-number' ? null : texts.idNumber;
    const shown = typeof number === 'object' && number !== null ? String(number.number) : (number ?? '');
    const keys = [`${truth.name} ${lineOf(truth.door)}`, truth.number];
    if (/\d{15}/u.test(shown)) keys.push(shown);
    for (const key of keys) {
      if ((seen.get(key) ?? truth) !== truth) throw new Error(`${fault ?? 'a row'} makes two people one`);
      seen.set(key, truth);
    }
  }
}
