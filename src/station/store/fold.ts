// What one line makes of a record. Only the office decides what a record says; this repeats it, the same in every store.
import { BundleFault, type Change } from '#bundle-format';

/** A record after the last line of it. */
export interface FoldedRecord {
  readonly ledger: string;
  readonly record: string;
  readonly v: number;
  readonly live: boolean;
  /** The line that changed it last. */
  readonly n: number;
  readonly fields: Readonly<Record<string, unknown>>;
  /** An F line has come, and nothing may follow it. */
  readonly forgotten: boolean;
}

/** Names a record among those of one office. Neither part holds a space. */
export const keyOf = (ledger: string, record: string): string => `${ledger} ${record}`;

export function changesRecord({ op }: Change): boolean {
  return op === 'I' || op === 'U' || op === 'X' || op === 'F';
}

/**
 * Of a line that changes its record. Throws BundleFault E612 where the versions do not follow one another.
 * @param held undefined where no line spoke of it before
 * @param mayLack a restored office may go on with a record that was forgotten here after the restored point
 */
export function foldChange(change: Change, held: FoldedRecord | undefined, mayLack: boolean): FoldedRecord {
  const { n, op, l: ledger, k: record, b, v, d } = change;
  const next = { ledger, record, v, n, live: op === 'I' || op === 'U', fields: d, forgotten: op === 'F' };
  if (op === 'F') {
    if (record === '-' || (held?.v ?? 0) >= v || held?.forgotten === true)
      throw broken(change, `held at ${held?.v ?? 0}`);
    return next;
  }
  if (held === undefined) {
    if (op !== 'I' && !mayLack) throw broken(change, 'not held');
    return next;
  }
  // A U line brings back what was taken out; nothing brings back what was forgotten.
  const isGone = held.forgotten || (op === 'X' && !held.live);
  if (op === 'I' || isGone || held.v !== b) throw broken(change, `held at ${held.v}`);
  return { ...next, fields: { ...held.fields, ...d } };
}

function broken({ n, op, b }: Change, held: string): BundleFault {
  return new BundleFault('E612', `line ${n}: ${op} on version ${b}, ${held}`);
}
