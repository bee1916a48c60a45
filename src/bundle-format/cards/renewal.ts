// A renewal: an office's enrolment anew, with its own key's word that the next one may follow. No meeting, no digits.
import { encodeCanonical, integer, literal, record, text, words } from '#bundle-format/canonical.ts';
import type { Enrolment } from './enrolment.ts';
import { BundleFault } from '#bundle-format/fault.ts';
import { ageRecipient, point, sshPublicKey, type BundlePoint } from '#bundle-format/keyset.ts';
import { shapes } from '#bundle-format/manifest.ts';
import type { Signer } from '#bundle-format/ssh-key.ts';
import { parseSsh, signSsh, verifySsh } from '#bundle-format/sshsig.ts';

/** docs/format/bundle-v1.md, "Renewal". Keys are written in the order of this interface. */
export interface Renewal extends Omit<Enrolment, 'v'> {
  readonly v: 2;
  /** The office-sign key in use until now, `ssh-ed25519 …`; it countersigns. */
  readonly former: string;
  /** The first bundle that `sign` seals; the one before it is the last of `former`. */
  readonly from: BundlePoint;
}

export const renewalNames = ['enrol.json', 'enrol.json.sig'] as const;
export const renewalNamespace = 'jwb-renew-v1@jwb';

export const renewalSpec = record<Renewal>({
  format: literal('jwb-enrol'),
  v: literal(2),
  office: text(shapes.office),
  name: words(64),
  device: words(64),
  epoch: integer(1),
  created: text(shapes.time),
  sign: sshPublicKey,
  box: ageRecipient,
  former: sshPublicKey,
  from: point,
});

/** The first broken rule that binds several fields together, or null. */
export function findRenewalFlaw({ sign, former, from, epoch }: Renewal): string | null {
  if (sign === former) return 'former';
  return from.epoch !== epoch || from.seq < 1 ? 'from' : null;
}

/** Throws TypeError for a renewal that does not fit. */
export function encodeRenewal(renewal: Renewal): string {
  const wrong = findRenewalFlaw(renewal);
  if (wrong !== null) throw new TypeError(`renewal: ${wrong}`);
  return encodeCanonical(renewalSpec, renewal);
}

/** The armored signature of the key in use until now over enrol.json. */
export function countersign(former: Signer, enrolJson: string): string {
  return signSsh(former, renewalNamespace, Buffer.from(enrolJson));
}

/** Throws E809 where it is not the former key's own word over these very bytes. */
export function verifyCountersign(former: string, enrolJson: Uint8Array, armored: Uint8Array): void {
  const signature = parseSsh(armored);
  if (signature === null) throw new BundleFault('E809', 'not a canonical SSHSIG');
  if (signature.namespace !== renewalNamespace) throw new BundleFault('E809', signature.namespace);
  if (signature.publicKey !== former) throw new BundleFault('E809', 'by another key than it names');
  if (!verifySsh(signature, enrolJson)) throw new BundleFault('E809', 'enrol.json');
}
