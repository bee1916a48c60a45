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
export {
  answerFacts,
  correctionAnswers,
  encodeProposed,
  readAnswer,
  readProposed,
  type CorrectionAnswer,
  type Proposed,
} from './receipts/corrections.ts';
export { answers, type Answer, type Decision } from './receipts/decisions.ts';
export type { Order, Withdrawal } from './receipts/orders.ts';
export type { RuleText } from './receipts/texts.ts';
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
  comparePoints,
  encodeKeyset,
  isValidFor,
  recipientId,
  tagOfBox,
  tagOfKeyset,
  type BundlePoint,
  type Keyset,
  type OfficeKey,
} from './keyset.ts';
export type { Enrolment } from './cards/enrolment.ts';
export type { Renewal } from './cards/renewal.ts';
export { digitsOf, digitsOfEnrolment, digitsOfKeyset, matchDigits } from './cards/digits.ts';
export type {
  ChainPoint,
  Correction,
  HeldRange,
  ReceiptManifest,
  RefusedFile,
  ResendRange,
} from './receipts/receipt-manifest.ts';
export { judgeReceipt, type ReceiptState, type ReceiptVerdict } from './receipts/receipt-rules.ts';
export { judgeSequence, type HeldEpoch, type HeldState, type SequenceVerdict } from './sequence.ts';
export { kinds, type Kind } from './statement.ts';
export {
  encodeStickMarker,
  isStickSerial,
  judgeStickMarker,
  readStickMarker,
  resignStickMarker,
  stickNames,
  stickNamespace,
  writeStickMarker,
  type StickMarker,
  type StickReader,
} from './stick-marker.ts';
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

export { boxFromSecret, generateBox, recipientOf, secretOf, type AgeBox } from './age.ts';
export { openEnrolment, openKeyset, sealEnrolment, sealKeyset, sealRenewal } from './cards/card.ts';
export { openContent, sealContent } from './content.ts';
export { addressOf, kindOf } from './envelope.ts';
export { openBundle, verifyBundle } from './open-bundle.ts';
export { placeFile } from './place.ts';
export { openReceipt, sealReceipt } from './receipts/receipt.ts';
export {
  openRescue,
  orderRescue,
  sealRescue,
  type OpenedRescue,
  type SealRescueInput,
} from './whole/rescue.ts';
export type { RescuedEpoch, RescueManifest, RescueReceipt } from './whole/rescue-manifest.ts';
export { sealBundle } from './seal-bundle.ts';
export { openSnapshot, sealSnapshot, type OpenedSnapshot, type SealSnapshotInput } from './whole/snapshot.ts';
export type { SnapshotManifest } from './whole/snapshot-manifest.ts';
export { compareRows, encodeSnapshotRow, StateTally, type SnapshotRow } from './whole/snapshot-row.ts';
