/** What a receipt sends down beside answers: orders, texts, corrections. Each goes to its ledger, in the receipt's transaction. */
import type { Correction, OpenedReceipt, Order, RuleText } from '#bundle-format';
import type { Desk } from '#main/db/journal.ts';

export interface Sent {
  readonly orders: readonly Order[];
  readonly texts: readonly RuleText[];
  readonly corrections: readonly Correction[];
}

export type TakeSent = (desk: Desk, sent: Sent) => void;

/** Each its part. */
export function sentTaker(take: {
  readonly [K in keyof Sent]: (desk: Desk, sent: Sent[K]) => void;
}): TakeSent {
  return (desk, { orders, texts, corrections }) => {
    take.orders(desk, orders);
    take.texts(desk, texts);
    take.corrections(desk, corrections);
  };
}

/** Corrections name records by numbers: a station that does not know this epoch yet may mean what had them before a restore. */
export function sentBy({ manifest, orders, texts }: OpenedReceipt, presentEpoch: number): Sent {
  const knowsUs = Object.hasOwn(manifest.applied, String(presentEpoch));
  return { orders, texts, corrections: knowsUs ? manifest.corrections : [] };
}
