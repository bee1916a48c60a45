// The door of the room: everything the office and the station may use of JWB/1. Specification: docs/format/bundle-v1.md.
export { codes, textOf, type Code, type CodeWord, type Disposition, type ExitClass } from './codes.ts';
export { BundleFault, refusalOf, type Refusal } from './fault.ts';
export { limits } from './limits.ts';
export type { Datum } from './canonical.ts';
export {
  encodeChange,
  encodeForgotten,
  parseChange,
  readForgotten,
  type Change,
  type ForgottenLine,
  type Op,
} from './change.ts';
export { chainNext, chainStart, leafOf } from './chain.ts';
export type {
  BundleManifest,
  Created,
  EpochBase,
  LedgerCounts,
  PartEntry,
  Range,
  ReceiptEcho,
} from './manifest.ts';
export { allowedSignersLine, fingerprintOf, generateSigner, signerFromSeed, type Signer } from './ssh-key.ts';
export {
  encodeKeyset,
  isValidFor,
  recipientId,
  tagOfBox,
  tagOfKeyset,
  type BundlePoint,
  type Keyset,
  type OfficeKey,
} from './keyset.ts';
export type { Enrolment } from './enrolment.ts';
export { digitsOf, digitsOfEnrolment, digitsOfKeyset, matchDigits } from './digits.ts';
export type {
  ChainPoint,
  Correction,
  HeldRange,
  ReceiptManifest,
  RefusedFile,
  ResendRange,
} from './receipt-manifest.ts';
export { judgeReceipt, type ReceiptState, type ReceiptVerdict } from './receipt-rules.ts';
export { judgeSequence, type HeldEpoch, type HeldState, type SequenceVerdict } from './sequence.ts';
export { kinds, type Kind } from './statement.ts';
export type {
  BundleLine,
  KeysetReader,
  OfficeReader,
  OpenBundleOptions,
  OpenedBundle,
  OpenedEnrolment,
  OpenedKeyset,
  OpenedReceipt,
  Origin,
  Placed,
  Sealed,
  SealBundleInput,
  SealReceiptInput,
  StationReader,
  VerifiedBundle,
} from './door.ts';

// Signatures of the functions that follow.
import type * as Door from './door.ts';
import type { Enrolment as E } from './enrolment.ts';
import type { Refusal as No } from './fault.ts';
import type { Keyset as K } from './keyset.ts';
import type { BundleManifest as M } from './manifest.ts';
import type { ReceiptManifest as R } from './receipt-manifest.ts';
import type { Signer as S } from './ssh-key.ts';
import type { Kind as KindOf } from './statement.ts';
/** Never throws for I/O: E9xx. */
export type sealBundle = (input: Door.SealBundleInput) => Promise<Door.Sealed<M> | No>;
export type openBundle = (
  origin: Door.Origin,
  reader: Door.StationReader,
  options?: Door.OpenBundleOptions,
) => Promise<Door.OpenedBundle | No>;
export type verifyBundle = (
  origin: Door.Origin,
  reader: Door.StationReader,
  options?: Door.OpenBundleOptions,
) => Promise<Door.VerifiedBundle | No>;
export type sealReceipt = (input: Door.SealReceiptInput) => Promise<Door.Sealed<R> | No>;
export type openReceipt = (
  origin: Door.Origin,
  reader: Door.OfficeReader,
) => Promise<Door.OpenedReceipt | No>;
export type sealKeyset = (input: { folder: string; root: S; keyset: K }) => Promise<Door.Placed | No>;
export type openKeyset = (origin: Door.Origin, reader: Door.KeysetReader) => Promise<Door.OpenedKeyset | No>;
export type sealEnrolment = (input: { folder: string; signer: S; enrolment: E }) => Promise<Door.Placed | No>;
export type openEnrolment = (origin: Door.Origin) => Promise<Door.OpenedEnrolment | No>;
/** The kind a file claims to be; nothing of it is verified. */
export type kindOf = (origin: Door.Origin) => Promise<KindOf | No>;
/** Copies a sealed file into a folder with the same care as sealing; an equal file already there is fine. */
export type placeFile = (path: string, folder: string) => Promise<Door.Placed | No>;
/** `AGE-SECRET-KEY-1…` */
export type generateBox = () => Promise<{ identity: string; recipient: string }>;
