/** How much of a file is read before it is refused: a table of 100,000 × 20 stays far below every one of these. */
import { refuse } from '#shared/kernel/failure.ts';

const MB = 1024 * 1024;

/** Rows and columns of Excel; a file that claims more is none of its. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** Characters that one cell of Excel holds. */
export const MAX_CELL = 32_767;
/** Cells handed on from one sheet, the repeated ones of merged ranges among them. */
export const MAX_CELLS = 40_000_000;
export const MAX_MERGES = 200_000;
export const MAX_STRINGS = 4_000_000;
/** Rows that an ods file may say are all the same, where they are not empty. */
export const MAX_REPEATED = 10_000;

/** Bytes of a file that is read in pieces. */
export const MAX_FILE = 512 * MB;
/** Bytes of a file that a library has to hold whole: it needs some thirty times as much memory. */
export const MAX_WHOLE_FILE = 32 * MB;

/** A zip archive: entries, and bytes of a part once it is unpacked. */
export const MAX_ENTRIES = 10_000;
export const MAX_SHEET_PART = 512 * MB;
export const MAX_STRINGS_PART = 192 * MB;
export const MAX_SMALL_PART = 16 * MB;

export function refuseTooBig(): never {
  return refuse({ code: 'sheet-refused', rule: 'too-big' });
}

export function refuseDamaged(): never {
  return refuse({ code: 'sheet-refused', rule: 'damaged' });
}

export function refuseNoTable(): never {
  return refuse({ code: 'sheet-refused', rule: 'not-a-table' });
}

export function refuseEncrypted(): never {
  return refuse({ code: 'sheet-refused', rule: 'encrypted' });
}
