// The keyset: who the station is and whom it knows, signed by its root key. Versions only go up.
import { hash } from 'node:crypto';
import { encodeCanonical, integer, list, literal, nullable, record, text, words } from './canonical.ts';
import { shapes } from './manifest.ts';
import { rawPublicKey } from './ssh-key.ts';

/** docs/format/bundle-v1.md, "Keyset". Keys are written in the order of these interfaces. */
export interface Keyset {
  readonly format: 'jwb-keyset';
  readonly v: 1;
  readonly station: string;
  readonly name: string;
  /** From 1, one more for every change. */
  readonly version: number;
  /** UTC instant, shown only. */
  readonly created: string;
  /** `ssh-ed25519 …` of station-root, the key that signs this keyset and nothing else. */
  readonly root: string;
  /** Every bundle is encrypted to both. */
  readonly recipients: { readonly op: string; readonly escrow: string };
  /** station-sign keys whose receipts are accepted. */
  readonly sign: readonly string[];
  /** Sorted by office, then by `from`. An office has one entry for each key it ever had. */
  readonly offices: readonly OfficeKey[];
}

export interface OfficeKey {
  readonly office: string;
  readonly name: string;
  /** `ssh-ed25519 …` */
  readonly sign: string;
  /** `age1…`, for receipts. */
  readonly box: string;
  /** First and last bundle the key is valid for; null: still in use. Numbers, not dates: clocks decide nothing. */
  readonly from: BundlePoint;
  readonly to: BundlePoint | null;
}

/** A place among an office's bundles: `sealed_epoch`, then `seq`. `seq` 0 lies before the first. */
export interface BundlePoint {
  readonly epoch: number;
  readonly seq: number;
}

export const ageRecipient = text(/^age1[02-9ac-hj-np-z]{58}$/);

/** An OpenSSH public key that decodes to what it says. */
export const sshPublicKey = {
  read: (value: unknown, at: string) => {
    const key = text(/^ssh-ed25519 [A-Za-z0-9+/]{68}$/).read(value, at);
    return text(rawPublicKey(key) === null ? /^$/ : /^/).read(key, at);
  },
  write: (value: string) => JSON.stringify(value),
};

export const point = record<BundlePoint>({ epoch: integer(1), seq: integer(0) });

export const keysetSpec = record<Keyset>({
  format: literal('jwb-keyset'),
  v: literal(1),
  station: text(shapes.office),
  name: words(64),
  version: integer(1),
  created: text(shapes.time),
  root: sshPublicKey,
  recipients: record<Keyset['recipients']>({ op: ageRecipient, escrow: ageRecipient }),
  sign: list(sshPublicKey, 16),
  offices: list(
    record<OfficeKey>({
      office: text(shapes.office),
      name: words(64),
      sign: sshPublicKey,
      box: ageRecipient,
      from: point,
      to: nullable(point),
    }),
    4096,
  ),
});

/** Throws TypeError for a keyset that does not fit. */
export function encodeKeyset(keyset: Keyset): string {
  const wrong = findKeysetFlaw(keyset);
  if (wrong !== null) throw new TypeError(`keyset: ${wrong}`);
  return encodeCanonical(keysetSpec, keyset);
}

/** First 8 hex of SHA-256 of the canonical keyset: how a bundle names the keyset it was sealed to. */
export function tagOfKeyset(keyset: Keyset): string {
  return hash('sha256', encodeKeyset(keyset)).slice(0, 8);
}

/** First 8 hex of SHA-256 of the recipient text: how a receipt names the box it was sealed to. */
export function tagOfBox(recipient: string): string {
  return hash('sha256', recipient).slice(0, 8);
}

/** First 16 hex of SHA-256 of the recipient text: how a manifest names its readers. */
export function recipientId(recipient: string): string {
  return hash('sha256', recipient).slice(0, 16);
}

export function comparePoints(a: BundlePoint, b: BundlePoint): number {
  return a.epoch - b.epoch || a.seq - b.seq;
}

export function isValidFor(key: OfficeKey, at: BundlePoint): boolean {
  return comparePoints(key.from, at) <= 0 && (key.to === null || comparePoints(at, key.to) <= 0);
}

/** The first broken rule that binds several fields together, or null. */
export function findKeysetFlaw(keyset: Keyset): string | null {
  if (keyset.sign.length === 0) return 'sign';
  if (keyset.recipients.op === keyset.recipients.escrow) return 'recipients';
  if (keyset.sign.includes(keyset.root)) return 'root';
  const signers = new Set<string>();
  let before: OfficeKey | null = null;
  for (const [i, key] of keyset.offices.entries()) {
    if (signers.has(key.sign)) return `offices[${i}].sign`;
    signers.add(key.sign);
    if (before !== null && before.office > key.office) return `offices[${i}].office`;
    if (before !== null && before.office === key.office) {
      if (before.to === null || comparePoints(before.to, key.from) >= 0) return `offices[${i}].from`;
    }
    before = key;
  }
  return null;
}
