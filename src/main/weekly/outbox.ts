/** What was sealed, what the station confirmed, and what waits. Reads only; the journal and the shelves are the truth. */
import { asc, desc, eq } from 'drizzle-orm';
import type { ReceiptEcho } from '#bundle-format';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { EPOCH } from '#main/db/epoch.ts';
import { bundles, receipts } from '#main/db/shelf-tables.ts';

export type BundleRecord = typeof bundles.$inferSelect;
export type ReceiptRecord = typeof receipts.$inferSelect;

/** A bundle whose outbox file was lost; its range is sealed again under a new number. */
export const LOST = 'lost';

export interface Outbox {
  /** Oldest first. */
  all(): BundleRecord[];
  /** Everything the station has not confirmed and whose file we still have. */
  unconfirmed(): BundleRecord[];
  lastReceipt(): ReceiptRecord | null;
  /** Last line the station confirmed; 0 for none. */
  confirmedLine(): number;
  /** Last line of those without a gap that the station confirmed or some bundle carries; 0 for none. */
  bundledLine(): number;
  /** Whether this very receipt was accepted before. */
  knowsReceipt(manifestSha256: string): boolean;
  headLine(): number;
  /** Chain after line n, 64 hex; null where there is no such line. */
  chainAt(n: number): string | null;
}

export function openOutbox(db: ReadHandle, raw: Store['raw']): Outbox {
  const selectChain = raw.prepare('SELECT h FROM journal WHERE epoch = ? AND n = ?').pluck();
  const selectHead = raw.prepare('SELECT coalesce(max(n), 0) FROM journal WHERE epoch = ?').pluck();
  const all = () => db.select().from(bundles).orderBy(asc(bundles.epoch), asc(bundles.seq)).all();
  const lastReceipt = () =>
    db.select().from(receipts).orderBy(desc(receipts.stationEpoch), desc(receipts.seq)).limit(1).get() ??
    null;

  return {
    all,
    unconfirmed: () => all().filter((bundle) => bundle.state !== 'confirmed' && bundle.checkCode !== LOST),
    lastReceipt,
    confirmedLine: () => confirmedIn(lastReceipt())[EPOCH] ?? 0,
    // A lost bundle leaves a gap: what follows it does not make up for its lines.
    bundledLine: () =>
      all()
        .filter((bundle) => bundle.checkCode !== LOST)
        .sort((a, b) => a.fromN - b.fromN)
        .reduce(
          (last, bundle) => (bundle.fromN <= last + 1 ? Math.max(last, bundle.toN) : last),
          confirmedIn(lastReceipt())[EPOCH] ?? 0,
        ),
    knowsReceipt: (sha256) =>
      db.select().from(receipts).where(eq(receipts.manifestSha256, sha256)).get() !== undefined,
    headLine: () => Number(selectHead.get(EPOCH)),
    chainAt: (n) => (selectChain.get(EPOCH, n) as Buffer | undefined)?.toString('hex') ?? null,
  };
}

/** Office epoch → last confirmed line, as the receipt said. */
export function confirmedIn(receipt: ReceiptRecord | null): Record<string, number> {
  return receipt === null ? {} : (JSON.parse(receipt.confirmed) as Record<string, number>);
}

/** What the next bundle tells the station about its own last receipt, so that it notices when it was rolled back. */
export function echoOf(receipt: ReceiptRecord | null): ReceiptEcho | null {
  return receipt === null
    ? null
    : {
        station_epoch: receipt.stationEpoch,
        station_tag: receipt.stationTag,
        seq: receipt.seq,
        sha256: receipt.manifestSha256,
        confirmed: confirmedIn(receipt),
      };
}
