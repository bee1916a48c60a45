// Rows of either store, as reports tell them.
import type { BundleCount, BundleFigures, OfficeReport } from './port.ts';

/** What a held file waits for, as the store has it. */
export interface MissingRow {
  readonly epoch: number | null;
  readonly from: number | null;
  readonly to: number | null;
}

export function rangeOf({ epoch, from, to }: MissingRow): OfficeReport['held'][number] {
  return epoch === null || from === null || to === null ? null : { epoch, from, to };
}

/** A ledger of a bundle; its counts are null where the bundle names no ledger at all. */
export type FigureRow = Omit<BundleFigures, 'counts'> & {
  readonly [name in keyof BundleCount]: number | null;
} & { readonly ledger: string | null };

/** Rows of one bundle stand together. */
export function figuresOf(rows: readonly FigureRow[]): readonly BundleFigures[] {
  const bundles = new Map<string, BundleFigures & { readonly counts: Record<string, BundleCount> }>();
  for (const { sealedEpoch, seq, sealedAt, receivedAt, ledger, made, changed, retired, live } of rows) {
    const key = `${sealedEpoch} ${seq}`;
    const bundle = bundles.get(key) ?? { sealedEpoch, seq, sealedAt, receivedAt, counts: {} };
    bundles.set(key, bundle);
    if (ledger === null) continue;
    bundle.counts[ledger] = {
      made: made ?? 0,
      changed: changed ?? 0,
      retired: retired ?? 0,
      live: live ?? 0,
    };
  }
  return [...bundles.values()];
}
