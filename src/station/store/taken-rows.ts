// A file that was taken in, as either store has it: where it belongs.
import type { FileVerdict } from './port.ts';

/** Column names are the same in both stores. */
export const TAKEN = 'SELECT office, sealed_epoch, seq, epoch, from_n, to_n';
export const IS_TAKEN = `disposition IN ('apply', 'duplicate') AND office IS NOT NULL`;

export interface TakenRow {
  readonly office: string;
  readonly sealed_epoch: number;
  readonly seq: number;
  readonly epoch: number;
  readonly from_n: number;
  readonly to_n: number;
}

export function placeOf(row: TakenRow | null | undefined): FileVerdict['place'] {
  if (row == null) return null;
  const { from_n: from, to_n: to, ...place } = row;
  return { ...place, range: { from, to } };
}
