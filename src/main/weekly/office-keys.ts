/** The office's own keys: one signs its bundles, one opens the station's receipts. They live in the encrypted store only. */
import { eq } from 'drizzle-orm';
import {
  digitsOf,
  generateBox,
  generateSigner,
  recipientOf,
  signerFromSeed,
  type Signer,
} from '#bundle-format';
import type { Desk } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { officeKeys } from '#main/db/shelf-tables.ts';

export interface OfficeKeys {
  readonly signer: Signer;
  /** `AGE-SECRET-KEY-1…` and the `age1…` it answers to. */
  readonly box: { readonly identity: string; readonly recipient: string };
}

export async function makeOfficeKeys(): Promise<OfficeKeys> {
  return { signer: generateSigner(), box: await generateBox() };
}

export function keepOfficeKeys(desk: Desk, keys: OfficeKeys): void {
  desk.shelves.keep(officeKeys, { kind: 'sign', value: keys.signer.seed.toString('hex') });
  desk.shelves.keep(officeKeys, { kind: 'box', value: keys.box.identity });
}

export async function readOfficeKeys(db: ReadHandle): Promise<OfficeKeys> {
  const identity = valueOf(db, 'box');
  const recipient = await recipientOf(identity);
  return { signer: signerFromSeed(Buffer.from(valueOf(db, 'sign'), 'hex')), box: { identity, recipient } };
}

/** What the station compares when the office is enrolled: 8 groups of 5 digits. */
export function digitsOfOffice(keys: OfficeKeys): string[] {
  return digitsOf([keys.signer.publicKey, keys.box.recipient]);
}

function valueOf(db: ReadHandle, kind: string): string {
  const row = db.select().from(officeKeys).where(eq(officeKeys.kind, kind)).get();
  if (row === undefined) throw new Error(`the office has no ${kind} key`);
  return row.value;
}
