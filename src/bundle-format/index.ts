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
