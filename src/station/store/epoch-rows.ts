// What is known of the incarnations of an office, whichever store holds them: their starts, the way to a restored point.
import { chainStart, type BundleManifest, type EpochBase, type HeldEpoch } from '#bundle-format';

export interface EpochRow {
  readonly epoch: number;
  readonly base_epoch: number | null;
  readonly base_n: number | null;
  readonly base_chain: string | null;
  readonly n: number;
  readonly chain: string;
  readonly forgotten: number;
  readonly blank_n: number;
  readonly forgetting_n: number;
}

/** What came with one bundle: how many lines were forgotten already, the last of them, the last F line; 0 for none. */
export interface Arrivals {
  readonly forgotten: number;
  readonly blankN: number;
  readonly forgettingN: number;
}

export function baseOf(row: EpochRow): EpochBase | null {
  const { base_epoch: epoch, base_n: n, base_chain: chain } = row;
  return epoch === null || n === null || chain === null ? null : { epoch, n, chain };
}

export function heldEpoch(row: EpochRow): HeldEpoch {
  return { base: baseOf(row), n: row.n };
}

/** The chain before the first line of an epoch, 64 hex. */
export function startOf(office: string, epoch: number, base: EpochBase | null): string {
  return chainStart(office, epoch, base === null ? null : Buffer.from(base.chain, 'hex')).toString('hex');
}

/** The chain before the first line of an epoch that is held, or null. */
export function heldStart(office: string, epoch: number, rows: readonly EpochRow[]): string | null {
  const row = rows.find((candidate) => candidate.epoch === epoch);
  return row === undefined ? null : startOf(office, epoch, baseOf(row));
}

/** The points of a log that judgeSequence asks about, for a store that has to fetch them beforehand. */
export function pointsOf(
  manifest: BundleManifest,
): readonly { readonly epoch: number; readonly n: number }[] {
  const { epoch, range, epoch_base: base } = manifest;
  return [
    { epoch, n: range.from - 1 },
    { epoch, n: range.to },
    ...(base === null ? [] : [{ epoch: base.epoch, n: base.n }]),
  ];
}

/**
 * What a forgotten line changed is not known here until the F line behind it says what is left. An epoch that was gone
 * back behind may have forgotten what the restored office still has.
 */
export function isStateKnown(standing: readonly EpochRow[]): boolean {
  const newest = standing.at(-1);
  return standing.every((row) =>
    row === newest ? row.blank_n <= row.forgetting_n : row.forgotten === 0 && row.forgetting_n === 0,
  );
}

/** Whether an epoch before the newest forgot anything: a restored office may go on with what is gone here. */
export function hasForgottenBefore(rows: readonly EpochRow[]): boolean {
  return rows.slice(0, -1).some(({ forgotten, forgetting_n: n }) => forgotten > 0 || n > 0);
}

/**
 * The epochs that lead to a restored point, oldest first, each up to the line the next one started from. An epoch
 * that ended before its first line leads to nothing and may not even be held.
 */
export function pathTo(
  base: { epoch: number; n: number },
  known: readonly EpochRow[],
): readonly { epoch: number; to: number }[] {
  if (base.n === 0) return [];
  const row = known.find((candidate) => candidate.epoch === base.epoch);
  if (row === undefined) throw new RangeError(`epoch ${base.epoch} is not held`);
  const before = baseOf(row);
  return [...(before === null ? [] : pathTo(before, known)), { epoch: base.epoch, to: base.n }];
}
