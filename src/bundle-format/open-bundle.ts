// Opens a bundle at the station: everything is verified to the last byte before a caller sees the first line.
import { hash } from 'node:crypto';
import { verifyAddress } from './address.ts';
import { openBody } from './body.ts';
import type { Code } from './codes.ts';
import type {
  BundleLine,
  OpenBundleOptions,
  OpenedBundle,
  Origin,
  StationReader,
  VerifiedBundle,
} from './door.ts';
import { openEnvelope, type Envelope, type EnvelopeRules } from './envelope.ts';
import { BundleFault, refusing, type Refusal } from './fault.ts';
import { readInner, verifyManifest, verifyMembers } from './inner.ts';
import { comparePoints, isValidFor, type BundlePoint, type OfficeKey } from './keyset.ts';
import { rereadLines, verifyLines } from './lines.ts';
import { bundleManifestSpec, findManifestFlaw, partName, type BundleManifest } from './manifest.ts';
import { fileOf, openOrigin } from './origin.ts';
import { parseManifest } from './parse-manifest.ts';
import { fingerprintOf } from './ssh-key.ts';

/** Checks 4 to 17 and 21 to 24 of docs/format/bundle-v1.md in their order; 18 to 20 are the caller's `admit`. */
export function openBundle(
  path: Origin,
  reader: StationReader,
  options: OpenBundleOptions = {},
): Promise<OpenedBundle | Refusal> {
  return refusing(fileOf(path), async () => {
    const origin = await openOrigin(path);
    try {
      const envelope = await openEnvelope(origin, officeRules(reader, 'bundle'));
      const plain = await openBody(envelope, reader.identities);
      const inner = await readInner(plain(), (name, before) => name === partName(before.length));
      verifyManifest(inner, envelope.signer);
      const manifest = parseManifest(bundleManifestSpec, findManifestFlaw, inner.manifest, 'E408');
      const manifestSha256 = hash('sha256', inner.manifest);
      const officeKey = verifyOfficeKey(manifest, envelope, reader);
      await verifyAddress(manifest, reader);
      verifyMembers(inner, manifest.files);
      const at = { epoch: manifest.sealed_epoch, seq: manifest.seq };
      if (!(await mayAnswerFor(officeKey, at, manifestSha256, options)))
        throw new BundleFault('E304', `${at.epoch}/${at.seq}`);
      const refused = (await options.admit?.(manifest, manifestSha256)) ?? null;
      if (refused !== null) throw new BundleFault(refused, `${at.epoch}/${at.seq}`);
      await verifyLines(plain(), manifest);
      if (options.schema !== undefined && manifest.schema > options.schema) {
        throw new BundleFault('E607', `schema ${manifest.schema}`);
      }
      return {
        ok: true,
        manifest,
        manifestSha256,
        manifestText: inner.manifest.toString(),
        manifestSignature: inner.signature.toString(),
        officeKey,
        sha256: envelope.sha256,
        warnings: envelope.warnings,
        lines: () => reread(path, envelope, reader, manifest),
      };
    } finally {
      await origin.close();
    }
  });
}

/** The same checks, without the lines. */
export async function verifyBundle(
  path: Origin,
  reader: StationReader,
  options: OpenBundleOptions = {},
): Promise<VerifiedBundle | Refusal> {
  const opened = await openBundle(path, reader, options);
  if (!opened.ok) return opened;
  const { lines: _, ...verified } = opened;
  return verified;
}

/** Signed by an enrolled office, sealed to a keyset of this station. */
export function officeRules(reader: StationReader, kind: 'bundle' | 'snapshot'): EnvelopeRules {
  return {
    kind,
    refuseSigner: (key: string): Code | null => {
      if (reader.offices.some((office) => office.sign === key)) return null;
      return reader.announced?.includes(key) === true ? 'E307' : 'E303';
    },
    refuseTag: (tag: string): Code | null => {
      if (reader.tags.includes(tag)) return null;
      return reader.retiredTags.includes(tag) ? 'E402' : 'E401';
    },
  };
}

async function* reread(
  path: Origin,
  verified: Envelope,
  reader: StationReader,
  manifest: BundleManifest,
): AsyncGenerator<BundleLine> {
  const origin = await openOrigin(path);
  try {
    const envelope = await openEnvelope(origin, officeRules(reader, 'bundle'));
    if (envelope.sha256 !== verified.sha256) throw new BundleFault('E306', 'changed after it was verified');
    const plain = await openBody(envelope, reader.identities);
    yield* rereadLines(plain(), manifest);
  } finally {
    await origin.close();
  }
}

/** Throws E501. */
export function verifyOfficeKey(
  manifest: Pick<BundleManifest, 'office' | 'office_key'>,
  envelope: Envelope,
  reader: StationReader,
): OfficeKey {
  const key = reader.offices.find((office) => office.sign === envelope.signer);
  if (key?.office !== manifest.office || fingerprintOf(envelope.signer) !== manifest.office_key) {
    throw new BundleFault('E501', `${manifest.office} signed by ${fingerprintOf(envelope.signer)}`);
  }
  return key;
}

/** A closed key answers for what people admitted one by one; one that is not in use yet for nothing. */
async function mayAnswerFor(
  key: OfficeKey,
  at: BundlePoint,
  manifestSha256: string,
  { isAdmitted }: OpenBundleOptions,
): Promise<boolean> {
  if (isValidFor(key, at)) return true;
  return comparePoints(key.from, at) <= 0 && (await isAdmitted?.(manifestSha256)) === true;
}
