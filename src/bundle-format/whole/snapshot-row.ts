// One live record of a snapshot, as one canonical line; and what all of them add up to. The same at both ends.
import { createHash, type Hash } from 'node:crypto';
import {
  encodeCanonical,
  integer,
  Misfit,
  parseCanonical,
  record,
  text,
  writeDatum,
  type Datum,
  type Spec,
} from '#bundle-format/canonical.ts';
import { findDatumFlaw } from '#bundle-format/change.ts';
import { BundleFault } from '#bundle-format/fault.ts';
import { limits } from '#bundle-format/limits.ts';
import { shapes } from '#bundle-format/manifest.ts';

/** Keys are written in the order of this interface. */
export interface SnapshotRow {
  /** Ledger. */
  readonly l: string;
  /** Record id. */
  readonly k: string;
  /** Version of the record. */
  readonly v: number;
  /** What its lines left in its fields; one that is null is not there. */
  readonly d: { readonly [field: string]: Datum };
}

const fieldsSpec: Spec<SnapshotRow['d']> = {
  read(value, at) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Misfit(at);
    const hasNull = Object.values(value).some((field) => field === null);
    if (hasNull || findDatumFlaw(value, 0) !== null) throw new Misfit(at);
    // Every value in it was just looked at.
    return value as SnapshotRow['d'];
  },
  write: writeDatum,
};

const rowSpec = record<SnapshotRow>({
  l: text(shapes.ledger),
  k: text(shapes.record),
  v: integer(1),
  d: fieldsSpec,
});

/** Fields that are null are left out here. Throws E906 for a record no part can hold. */
export function encodeSnapshotRow({ l, k, v, d }: SnapshotRow): string {
  const filled = Object.fromEntries(Object.entries(d).filter(([, value]) => value !== null));
  const line = encodeCanonical(rowSpec, { l, k, v, d: filled });
  if (Buffer.byteLength(line) > limits.partRaw) throw new BundleFault('E906', `${l} ${k}`);
  return line;
}

/** Accepts exactly what encodeSnapshotRow writes; throws BundleFault E603. */
export function parseSnapshotRow(line: string): SnapshotRow {
  try {
    return parseCanonical(rowSpec, line);
  } catch (error) {
    if (error instanceof Misfit) throw new BundleFault('E603', `row: ${error.message}`);
    throw error;
  }
}

/** By ledger, then by record id; all of them are ASCII. */
export function compareRows(a: Pick<SnapshotRow, 'l' | 'k'>, b: Pick<SnapshotRow, 'l' | 'k'>): number {
  if (a.l !== b.l) return a.l < b.l ? -1 : 1;
  return a.k === b.k ? 0 : a.k < b.k ? -1 : 1;
}

/** Rows as they pass, in their order: live records of each ledger, and the hash of all. */
export class StateTally {
  readonly #counts = new Map<string, number>();
  readonly #hash: Hash = createHash('sha256');
  #last: Pick<SnapshotRow, 'l' | 'k'> | null = null;

  /** False where the row is not behind the one before it. */
  add(row: Pick<SnapshotRow, 'l' | 'k'>, line: string): boolean {
    const follows = this.#last === null || compareRows(this.#last, row) < 0;
    this.#last = { l: row.l, k: row.k };
    this.#counts.set(row.l, (this.#counts.get(row.l) ?? 0) + 1);
    this.#hash.update(line);
    return follows;
  }

  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  /** 64 hex. Rows may still follow. */
  state(): string {
    return this.#hash.copy().digest('hex');
  }
}
