// The shapes that go in and out of the door: what a caller gives to seal or open, and what it gets.
import type { Change, ForgottenLine } from './change.ts';
import type { Code } from './codes.ts';
import type { Decision } from './receipts/decisions.ts';
import type { Enrolment } from './cards/enrolment.ts';
import type { Keyset, OfficeKey } from './keyset.ts';
import type { BundleManifest, Created, EpochBase, ReceiptEcho } from './manifest.ts';
import type { Order } from './receipts/orders.ts';
import type { ReceiptManifest } from './receipts/receipt-manifest.ts';
import type { Renewal } from './cards/renewal.ts';
import type { Signer } from './ssh-key.ts';
import type { RuleText } from './receipts/texts.ts';

/** A file as the reader is given it: a path, or the bytes themselves. */
export type Origin = string | Uint8Array;

/** Where a finished file lies: `<folder>/<first 32 hex of sha256>.jwb`, fsynced and read back. */
export interface Placed {
  readonly ok: true;
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Sealed<M> extends Placed {
  readonly manifest: M;
  /** SHA-256 of manifest.json: the next `prev`. */
  readonly manifestSha256: string;
}

export interface SealBundleInput {
  readonly folder: string;
  readonly signer: Signer;
  /** Whom it is for. */
  readonly keyset: Keyset;
  readonly office: string;
  readonly epoch: number;
  readonly epochBase: EpochBase | null;
  /** The office's present epoch, where `epoch` is an older one whose last lines were never sealed. Absent: `epoch`. */
  readonly sealedEpoch?: number;
  readonly seq: number;
  /** manifestSha256 of the bundle sealed before this one in the present epoch; null for seq 1. */
  readonly prev: string | null;
  /** n of the first line, or where it would be. */
  readonly from: number;
  /** Chain before `from`, 64 hex. */
  readonly prevChain: string;
  /** Encoded change lines or forgotten lines, dense from `from`. May be empty. */
  readonly lines: Iterable<string> | AsyncIterable<string>;
  /** Live rows of each ledger after the last line. */
  readonly live: Readonly<Record<string, number>>;
  readonly schema: number;
  readonly app: string;
  readonly created: Created;
  readonly lastReceipt: ReceiptEcho | null;
}

/** What the station knows when it opens a bundle. */
export interface StationReader {
  readonly station: string;
  /** `AGE-SECRET-KEY-1…`: op, and escrow where it was fetched. */
  readonly identities: readonly string[];
  /** Entries of the newest keyset. */
  readonly offices: readonly OfficeKey[];
  /** tagOfKeyset of every keyset whose op key is at hand, older versions included. */
  readonly tags: readonly string[];
  /** tagOfKeyset of keysets whose op key was destroyed. */
  readonly retiredTags: readonly string[];
  /** Signing keys that a renewal at hand announces and the root has not signed yet: theirs are held, not unknown. */
  readonly announced?: readonly string[];
}

export interface OpenBundleOptions {
  /**
   * Asked after everything about the manifest was verified and before any part is decompressed: the place for
   * judgeSequence. A code refuses the bundle there; null goes on.
   */
  readonly admit?: (manifest: BundleManifest, manifestSha256: string) => Code | null | Promise<Code | null>;
  /** Asked where the key was closed before this bundle: true lets it go on, because people answer for it. */
  readonly isAdmitted?: (manifestSha256: string) => boolean | Promise<boolean>;
  /** Highest schema number this reader understands; E607 above it. Absent: any. */
  readonly schema?: number;
}

/** One verified line with the chain value after it. Exactly one of `change` and `forgotten` is not null. */
export interface BundleLine {
  readonly n: number;
  /** The text with its LF. */
  readonly line: string;
  readonly change: Change | null;
  readonly forgotten: ForgottenLine | null;
  readonly chain: Buffer;
}

/** Every byte was verified before this exists. */
export interface VerifiedBundle {
  readonly ok: true;
  readonly manifest: BundleManifest;
  readonly manifestSha256: string;
  /** Canonical text of manifest.json and its armored signature, for the archive. */
  readonly manifestText: string;
  readonly manifestSignature: string;
  /** Which key of the office signed. */
  readonly officeKey: OfficeKey;
  /** SHA-256 of the whole .jwb file. */
  readonly sha256: string;
  readonly warnings: readonly Code[];
}

export interface OpenedBundle extends VerifiedBundle {
  /** May be walked more than once. Reads and decrypts the origin again; throws BundleFault if it changed meanwhile. */
  readonly lines: () => AsyncIterable<BundleLine>;
}

export interface SealReceiptInput {
  readonly folder: string;
  /** station-sign. */
  readonly signer: Signer;
  /** The office's `age1…`. */
  readonly box: string;
  readonly receipt: Omit<ReceiptManifest, 'format' | 'v' | 'kind' | 'station_key' | 'files'>;
  /** A sealed keyset to travel inside. */
  readonly keysetFile?: Uint8Array;
  /** Every answer that the office's own lines do not show as taken yet, in any order. */
  readonly decisions?: readonly Decision[];
  /** The same of orders and texts. Only to an office whose bundles are of a schema that knows them. */
  readonly orders?: readonly Order[];
  readonly texts?: readonly RuleText[];
}

/** What an office knows when it opens a receipt. */
export interface OfficeReader {
  readonly office: string;
  readonly station: string;
  /** `AGE-SECRET-KEY-1…` of the office box; of the one before it too, while receipts may still be sealed to that. */
  readonly identities: readonly string[];
  /** station-sign keys of the pinned keyset. */
  readonly signers: readonly string[];
}

export interface OpenedReceipt {
  readonly ok: true;
  readonly manifest: ReceiptManifest;
  readonly manifestSha256: string;
  /** tagOfBox of the box it was sealed to. */
  readonly boxTag: string;
  /** A sealed keyset, to be given to openKeyset; null where none came along. */
  readonly keysetFile: Buffer | null;
  /** Answers to records of the office, orders and texts; empty where none came along. */
  readonly decisions: readonly Decision[];
  readonly orders: readonly Order[];
  readonly texts: readonly RuleText[];
  readonly sha256: string;
  readonly warnings: readonly Code[];
}

export interface OpenedKeyset {
  readonly ok: true;
  readonly keyset: Keyset;
  readonly tag: string;
  /** Of the root key, to be compared when no root is pinned yet. */
  readonly digits: readonly string[];
  readonly sha256: string;
  readonly warnings: readonly Code[];
}

export interface KeysetReader {
  /** The pinned root key; null only before the digits were compared. */
  readonly root: string | null;
  /** The keyset in force; an older or equal version with other content is E802, the very same I806. */
  readonly held: Keyset | null;
}

export interface OpenedEnrolment {
  readonly ok: true;
  readonly enrolment: Enrolment;
  /** The key that agreed to be followed, and from which bundle on; null for an enrolment in person. */
  readonly renews: Pick<Renewal, 'former' | 'from'> | null;
  /** To be compared with the office's screen before the key is trusted. */
  readonly digits: readonly string[];
  readonly sha256: string;
  readonly warnings: readonly Code[];
}
