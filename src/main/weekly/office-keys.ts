/**
 * The office's own keys: one signs its bundles, one opens the station's receipts. They live in the encrypted store only. Where
 * they were renewed, the box of before still opens receipts until the station seals to the new one.
 */
import { eq } from 'drizzle-orm';
import {
  digitsOf,
  generateBox,
  generateSigner,
  recipientOf,
  signerFromSeed,
  type AgeBox,
  type Keyset,
  type Signer,
} from '#bundle-format';
import type { KeyStanding } from '#shared/contract/weekly.ts';
import type { Desk } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { officeKeys } from '#main/db/shelf-tables.ts';

export interface FreshKeys {
  readonly signer: Signer;
  readonly box: AgeBox;
}

interface KeyState extends FreshKeys {
  /** Until a receipt came that was sealed to `box`; null then. */
  readonly formerBox: AgeBox | null;
  /** The sealed renewal that brought these keys in; null for those of the beginning. */
  readonly renewal: Buffer | null;
}

/** Asked anew for every use: a renewal changes what they are while the office is open. */
export interface OfficeKeys extends KeyState {
  /** After the transaction that kept them has ended. */
  use(state: KeyState): void;
}

export async function makeOfficeKeys(): Promise<FreshKeys> {
  return { signer: generateSigner(), box: await generateBox() };
}

export function keepOfficeKeys(desk: Desk, { signer, box }: FreshKeys): void {
  desk.shelves.keep(officeKeys, { kind: 'sign', value: signer.seed.toString('hex') });
  desk.shelves.keep(officeKeys, { kind: 'box', value: box.identity });
}

/** The key that signed until now leaves the store: what it had to seal is sealed. */
export function keepRenewedKeys(desk: Desk, next: FreshKeys, formerBox: AgeBox, renewal: Buffer): void {
  keepOfficeKeys(desk, next);
  desk.shelves.keep(officeKeys, { kind: 'former-box', value: formerBox.identity });
  desk.shelves.keep(officeKeys, { kind: 'renewal', value: renewal.toString('base64') });
}

export function dropFormerBox(desk: Desk): void {
  desk.shelves.drop(officeKeys, { kind: 'former-box' });
}

export async function readOfficeKeys(db: ReadHandle): Promise<OfficeKeys> {
  const [sign, box] = [valueOf(db, 'sign'), valueOf(db, 'box')];
  if (sign === null || box === null) throw new Error('the office has no keys');
  const [former, renewal] = [valueOf(db, 'former-box'), valueOf(db, 'renewal')];
  let state: KeyState = {
    signer: signerFromSeed(Buffer.from(sign, 'hex')),
    box: await boxOf(box),
    formerBox: former === null ? null : await boxOf(former),
    renewal: renewal === null ? null : Buffer.from(renewal, 'base64'),
  };
  return {
    get signer() {
      return state.signer;
    },
    get box() {
      return state.box;
    },
    get formerBox() {
      return state.formerBox;
    },
    get renewal() {
      return state.renewal;
    },
    use(next) {
      state = next;
    },
  };
}

/** Whatever may still be sealed to this office. */
export function identitiesOf({ box, formerBox }: Pick<KeyState, 'box' | 'formerBox'>): string[] {
  return formerBox === null ? [box.identity] : [box.identity, formerBox.identity];
}

/** What the station compares when the office is enrolled: 8 groups of 5 digits. */
export function digitsOfOffice({ signer, box }: FreshKeys): string[] {
  return digitsOf([signer.publicKey, box.recipient]);
}

/** What the station's keyset, as far as it came here, says of the key that signs here. */
export function standingOf(
  keyset: Keyset | null,
  { signer, renewal }: Pick<KeyState, 'signer' | 'renewal'>,
): KeyStanding {
  const own = keyset?.offices.find(({ sign }) => sign === signer.publicKey);
  if (own !== undefined) return own.to === null ? 'in-use' : 'closed';
  return renewal === null ? 'unlisted' : 'renewing';
}

async function boxOf(identity: string): Promise<AgeBox> {
  return { identity, recipient: await recipientOf(identity) };
}

function valueOf(db: ReadHandle, kind: string): string | null {
  return db.select().from(officeKeys).where(eq(officeKeys.kind, kind)).get()?.value ?? null;
}
