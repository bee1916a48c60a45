/** What was sealed, what the station confirmed, and what waits. Reads only; the journal and the shelves are the truth. */
import { asc, desc, eq } from 'drizzle-orm';
import type { ReceiptEcho } from '#bundle-format';
import type { LedgerName } from '#shared/ledgers/names.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { chainAt, epochsOf, headIn, type Epoch, type LinePlace } from '#main/db/epoch.ts';
import { bundles, receipts } from '#main/db/shelf-tables.ts';

export type BundleRecord = typeof bundles.$inferSelect;
export type ReceiptRecord = typeof receipts.$inferSelect;

/** A bundle whose outbox file was lost; its range is sealed again under a new number. */
export const LOST = 'lost';

export interface Outbox {
  /** In the order in which they were sealed. */
  all(): BundleRecord[];
  /** Everything the station has not confirmed and whose file we still have. */
  unconfirmed(): BundleRecord[];
  lastReceipt(): ReceiptRecord | null;
  /** The journal's epochs, oldest first; the last is the present one. */
  epochs(): readonly Epoch[];
  /** Last line of an epoch that the station confirmed; 0 for none. */
  confirmedLine(epoch: number): number;
  /** Last line of an epoch, of those without a gap that the station confirmed or some bundle carries; 0 for none. */
  bundledLine(epoch: number): number;
  /** Whether this very receipt was accepted before. */
  knowsReceipt(manifestSha256: string): boolean;
  /** Whether a file of this name was accepted as a receipt before. */
  acceptedFile(name: string): boolean;
  headLine(epoch: number): number;
  /** Chain after a line, or before the first one (n = 0), 64 hex; null where there is no such line. */
  chainAt(place: LinePlace): string | null;
}

export function openOutbox(db: ReadHandle, raw: Store['raw'], office: string): Outbox {
  const all = () => db.select().from(bundles).orderBy(asc(bundles.sealedEpoch), asc(bundles.seq)).all();
  const lastReceipt = () =>
    db.select().from(receipts).orderBy(desc(receipts.stationEpoch), desc(receipts.seq)).limit(1).get() ??
    null;

  return {
    all,
    unconfirmed: () => all().filter((bundle) => bundle.state !== 'confirmed' && bundle.checkCode !== LOST),
    lastReceipt,
    epochs: () => epochsOf(raw),
    confirmedLine: (epoch) => confirmedIn(lastReceipt())[epoch] ?? 0,
    // A lost bundle leaves a gap: what follows it does not make up for its lines.
    bundledLine: (epoch) =>
      all()
        .filter((bundle) => bundle.epoch === epoch && bundle.checkCode !== LOST)
        .sort((a, b) => a.fromN - b.fromN)
        .reduce(
          (last, bundle) => (bundle.fromN <= last + 1 ? Math.max(last, bundle.toN) : last),
          confirmedIn(lastReceipt())[epoch] ?? 0,
        ),
    knowsReceipt: (sha256) =>
      db.select().from(receipts).where(eq(receipts.manifestSha256, sha256)).get() !== undefined,
    acceptedFile: (name) => db.select().from(receipts).where(eq(receipts.file, name)).get() !== undefined,
    headLine: (epoch) => headIn(raw, epoch),
    chainAt: (place) => chainAt(raw, office, place),
  };
}

/** Tells whether a bundle carries the line `n` of a record: the newest of that number, since numbers begin anew in each epoch. */
export function sentTeller(
  raw: Store['raw'],
  outbox: Outbox,
): (ledger: LedgerName, record: string, n: number) => boolean {
  const selectEpoch = raw
    .prepare('SELECT max(epoch) FROM journal WHERE ledger = ? AND record = ? AND n = ?')
    .pluck();
  return (ledger, record, n) => n <= outbox.bundledLine(Number(selectEpoch.get(ledger, record, n)));
}

/** Office epoch → last confirmed line, as the receipt said. */
export function confirmedIn(receipt: ReceiptRecord | null): Record<string, number> {
  return receipt === null ? {} : (JSON.parse(receipt.confirmed) as Record<string, number>);
}

/** The epoch that is written in. */
export function presentIn(outbox: Outbox): number {
  return outbox.epochs().at(-1)?.epoch ?? 1;
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
