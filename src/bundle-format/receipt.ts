// Receipts: sealed by the station to one office, opened there. Whether one is accepted: receipt-rules.ts.
import { hash } from 'node:crypto';
import { encryptAge, recipientOf } from './age.ts';
import { openBody } from './body.ts';
import { decisionListSpec, encodeDecisions, findDecisionsFlaw, type Decision } from './decisions.ts';
import type { OfficeReader, OpenedReceipt, Origin, Sealed, SealReceiptInput } from './door.ts';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import { BundleFault, refusing, type Refusal } from './fault.ts';
import { ByteReader, packInner, readInner, verifyManifest, verifyMembers } from './inner.ts';
import { tagOfBox } from './keyset.ts';
import { fileOf, openOrigin } from './origin.ts';
import { parseManifest } from './parse-manifest.ts';
import {
  encodeReceiptManifest,
  findReceiptFlaw,
  isNextPart,
  receiptManifestSpec,
  type ReceiptFile,
  type ReceiptManifest,
  type ReceiptPart,
} from './receipt-manifest.ts';
import { fingerprintOf } from './ssh-key.ts';
import { block, spanOf } from './tar.ts';

/** Writes `<folder>/<hash>.jwb`, or nothing. Refuses with E9xx; throws TypeError for a receipt that does not fit. */
export function sealReceipt(input: SealReceiptInput): Promise<Sealed<ReceiptManifest> | Refusal> {
  return refusing('', async () => {
    const { signer } = input;
    const parts = partsOf(input);
    const manifest: ReceiptManifest = {
      format: 'jwb-manifest',
      v: 1,
      kind: 'receipt',
      station_key: fingerprintOf(signer.publicKey),
      ...input.receipt,
      files: parts.map(({ name, content }) => ({
        name,
        size: content.length,
        sha256: hash('sha256', content),
      })),
    };
    const text = encodeReceiptManifest(manifest);
    const members = (async function* () {
      yield* parts;
    })();
    const placed = await sealEnvelope({
      folder: input.folder,
      kind: 'receipt',
      tag: tagOfBox(input.box),
      signer,
      body: encryptAge(
        packInner(members, signer, () => text),
        [input.box],
      ),
    });
    return { ...placed, manifest, manifestSha256: hash('sha256', text) };
  });
}

interface Part {
  readonly name: ReceiptPart;
  readonly content: Uint8Array;
}

/** In their order. What has nothing to say is left out, so that an office of before understands the receipt. */
function partsOf({ keysetFile, decisions = [] }: SealReceiptInput): Part[] {
  const parts: Part[] = [];
  if (keysetFile !== undefined) parts.push({ name: 'keyset.jwb', content: keysetFile });
  if (decisions.length > 0) parts.push({ name: 'decisions.json', content: encodeDecisions(decisions) });
  return parts;
}

/** Checks 4 to 16 of docs/format/bundle-v1.md as they apply to receipts. */
export function openReceipt(path: Origin, reader: OfficeReader): Promise<OpenedReceipt | Refusal> {
  return refusing(fileOf(path), async () => {
    const origin = await openOrigin(path);
    try {
      const envelope = await openEnvelope(origin, {
        kind: 'receipt',
        refuseSigner: (key) => (reader.signers.includes(key) ? null : 'E703'),
        refuseTag: async (tag) => (tag === tagOfBox(await recipientOf(reader.identity)) ? null : 'E702'),
      });
      const plain = await openBody(envelope, [reader.identity]);
      const inner = await readInner(plain(), (name, before) => isNextPart(name, before.at(-1)?.name));
      verifyManifest(inner, envelope.signer);
      const manifest = parseManifest(receiptManifestSpec, findReceiptFlaw, inner.manifest, 'E708');
      if (manifest.office !== reader.office) throw new BundleFault('E702', `for ${manifest.office}`);
      if (manifest.station !== reader.station) throw new BundleFault('E708', `from ${manifest.station}`);
      if (manifest.station_key !== fingerprintOf(envelope.signer))
        throw new BundleFault('E708', 'station_key');
      verifyMembers(inner, manifest.files);
      const parts = await takeParts(plain(), manifest.files);
      return {
        ok: true,
        manifest,
        manifestSha256: hash('sha256', inner.manifest),
        keysetFile: parts.get('keyset.jwb') ?? null,
        decisions: decisionsOf(parts.get('decisions.json')),
        sha256: envelope.sha256,
        warnings: envelope.warnings,
      };
    } finally {
      await origin.close();
    }
  });
}

/** The parts lie at the front of the archive, in the order of the list; their hashes were compared before. */
async function takeParts(
  plain: AsyncIterable<Uint8Array>,
  files: readonly ReceiptFile[],
): Promise<ReadonlyMap<ReceiptPart, Buffer>> {
  const parts = new Map<ReceiptPart, Buffer>();
  const reader = new ByteReader(plain);
  for (const { name, size } of files) {
    const whole = await reader.take(spanOf(size));
    parts.set(name, whole.subarray(block, block + size));
  }
  await reader.close();
  return parts;
}

function decisionsOf(part: Buffer | undefined): readonly Decision[] {
  return part === undefined ? [] : parseManifest(decisionListSpec, findDecisionsFlaw, part, 'E708').decisions;
}
