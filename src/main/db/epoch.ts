/**
 * The journal's incarnations (docs/format/bundle-v1.md, "Epochs"). A store holds one line of history: each epoch goes on where
 * the one before ended, so lines are in order by (epoch, n). Only the last epoch is written in.
 */
import { chainStart, type EpochBase } from '#bundle-format';
import { refuse } from '#shared/kernel/failure.ts';
import type { Store, WriteHandle } from './open.ts';

export type { EpochBase };

export interface Epoch {
  readonly epoch: number;
  /** The restored point; null in epoch 1 and only there. */
  readonly base: EpochBase | null;
}

/** A line of the journal by its place. */
export interface LinePlace {
  readonly epoch: number;
  readonly n: number;
}

type Raw = Store['raw'];

/** Oldest first; never empty. A store of before the epochs has the first alone. */
export function epochsOf(raw: Raw): readonly [Epoch, ...Epoch[]] {
  if ((raw.pragma('table_list(epochs)') as unknown[]).length === 0) return [{ epoch: 1, base: null }];
  const rows = raw
    .prepare('SELECT epoch, base_epoch, base_n, base_chain FROM epochs ORDER BY epoch')
    .all() as EpochRow[];
  const [first, ...rest] = rows.map(epochOf);
  return first === undefined ? refuse({ code: 'data-damaged', part: 'journal' }) : [first, ...rest];
}

interface EpochRow {
  readonly epoch: number;
  readonly base_epoch: number | null;
  readonly base_n: number | null;
  readonly base_chain: Buffer | null;
}

function epochOf({ epoch, base_epoch, base_n, base_chain }: EpochRow): Epoch {
  const isFirst = base_epoch === null || base_n === null || base_chain === null;
  return {
    epoch,
    base: isFirst ? null : { epoch: base_epoch, n: base_n, chain: base_chain.toString('hex') },
  };
}

/** The epoch that is written in. */
export function presentEpoch(raw: Raw): number {
  return presentOf(raw).epoch;
}

export function presentOf(raw: Raw): Epoch {
  const [first, ...rest] = epochsOf(raw);
  return rest.at(-1) ?? first;
}

/** Chain before the first line of an epoch. */
export function startOf(office: string, { epoch, base }: Epoch): Buffer {
  return chainStart(office, epoch, base === null ? null : Buffer.from(base.chain, 'hex'));
}

/** The last line of an epoch; 0 for none. */
export function headIn(raw: Raw, epoch: number): number {
  return Number(raw.prepare('SELECT coalesce(max(n), 0) FROM journal WHERE epoch = ?').pluck().get(epoch));
}

/** Chain after a line, 64 hex; for n = 0 where the epoch begins. Null for what is not held. */
export function chainAt(raw: Raw, office: string, { epoch, n }: LinePlace): string | null {
  if (n === 0) {
    const held = epochsOf(raw).find((one) => one.epoch === epoch);
    return held === undefined ? null : startOf(office, held).toString('hex');
  }
  const h = raw.prepare('SELECT h FROM journal WHERE epoch = ? AND n = ?').pluck().get(epoch, n);
  return (h as Buffer | undefined)?.toString('hex') ?? null;
}

/** The point a next epoch would stand on: the last line, or where an epoch without lines stands itself. */
export function baseHere(raw: Raw, office: string): EpochBase {
  const { epoch, base } = presentOf(raw);
  const n = headIn(raw, epoch);
  if (n === 0 && base !== null) return base;
  const chain = chainAt(raw, office, { epoch, n }) ?? refuse({ code: 'data-damaged', part: 'journal' });
  return { epoch, n, chain };
}

/** From now on the journal is written in this epoch. The caller writes its first line in the same transaction. */
export function beginEpoch(db: WriteHandle, epoch: number, base: EpochBase): void {
  db.prepare('INSERT INTO epochs (epoch, base_epoch, base_n, base_chain) VALUES (?, ?, ?, ?)').run(
    epoch,
    base.epoch,
    base.n,
    Buffer.from(base.chain, 'hex'),
  );
}
