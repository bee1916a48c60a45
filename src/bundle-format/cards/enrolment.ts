// The enrolment card: an office's public keys, signed by the very key it names. Trust comes from comparing digits.
import { encodeCanonical, integer, literal, record, text, words } from '#bundle-format/canonical.ts';
import { ageRecipient, sshPublicKey } from '#bundle-format/keyset.ts';
import { shapes } from '#bundle-format/manifest.ts';

/** docs/format/bundle-v1.md, "Enrolment". Keys are written in the order of this interface. */
export interface Enrolment {
  readonly format: 'jwb-enrol';
  readonly v: 1;
  readonly office: string;
  readonly name: string;
  /** What people call the computer. */
  readonly device: string;
  /** The epoch the key will first seal in. */
  readonly epoch: number;
  /** UTC instant, shown only. */
  readonly created: string;
  /** `ssh-ed25519 …` */
  readonly sign: string;
  /** `age1…`, where receipts go. */
  readonly box: string;
}

export const enrolmentSpec = record<Enrolment>({
  format: literal('jwb-enrol'),
  v: literal(1),
  office: text(shapes.office),
  name: words(64),
  device: words(64),
  epoch: integer(1),
  created: text(shapes.time),
  sign: sshPublicKey,
  box: ageRecipient,
});

export function encodeEnrolment(enrolment: Enrolment): string {
  return encodeCanonical(enrolmentSpec, enrolment);
}
