// Receipts: sealed by the station to one office, opened there. Whether one is accepted: receipt-rules.ts.
import { hash } from 'node:crypto';
import { encryptAge, recipientOf } from './age.ts';
import { openBody } from './body.ts';
import type { OfficeReader, OpenedReceipt, Origin, Sealed, SealReceiptInput } from './door.ts';
import { openEnvelope, sealEnvelope } from './envelope.ts';
import { BundleFault, refusing, type Refusal } from './fault.ts';
import { ByteReader, packInner, readInner, verifyManifest, type Inner } from './inner.ts';
import { tagOfBox } from './keyset.ts';
import { fileOf, openOrigin } from './origin.ts';
import { parseManifest } from './parse-manifest.ts';
import {
  encodeReceiptManifest,
  findReceiptFlaw,
  receiptManifestSpec,
  type ReceiptManifest,
} from './receipt-manifest.ts';
import { fingerprintOf } from './ssh-key.ts';
import { block } from './tar.ts';

/** Writes `<folder>/<hash>.jwb`, or nothing. Refuses with E9xx; throws TypeError for a receipt that does not fit. */
export function sealReceipt(input: SealReceiptInput): Promise<Sealed<ReceiptManifest> | Refusal> {
  return refusing('', async () => {
    const { signer, keysetFile } = input;
    const manifest: ReceiptManifest = {
      format: 'jwb-manifest',
      v: 1,
      kind: 'receipt',
      station_key: fingerprintOf(signer.publicKey),
      ...input.receipt,
      files:
        keysetFile === undefined
          ? []
          : [{ name: 'keyset.jwb', size: keysetFile.length, sha256: hash('sha256', keysetFile) }],
    };
    const text = encodeReceiptManifest(manifest);
    const members = (async function* () {
      if (keysetFile !== undefined) yield { name: 'keyset.jwb', content: keysetFile };
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
      const inner = await readInner(plain(), (name, index) => index === 0 && name === 'keyset.jwb');
      verifyManifest(inner, envelope.signer);
      const manifest = parseManifest(receiptManifestSpec, findReceiptFlaw, inner.manifest, 'E708');
      if (manifest.office !== reader.office) throw new BundleFault('E702', `for ${manifest.office}`);
      if (manifest.station !== reader.station) throw new BundleFault('E708', `from ${manifest.station}`);
      if (manifest.station_key !== fingerprintOf(envelope.signer))
        throw new BundleFault('E708', 'station_key');
      return {
        ok: true,
        manifest,
        manifestSha256: hash('sha256', inner.manifest),
        keysetFile: await takeKeyset(plain(), inner, manifest),
        sha256: envelope.sha256,
        warnings: envelope.warnings,
      };
    } finally {
      await origin.close();
    }
  });
}

async function takeKeyset(
  plain: AsyncIterable<Uint8Array>,
  { members }: Inner,
  { files }: ReceiptManifest,
): Promise<Buffer | null> {
  const [entry] = files;
  const [found] = members;
  if (entry === undefined && found === undefined) return null;
  if (entry === undefined || found?.size !== entry.size || found.sha256 !== entry.sha256) {
    throw new BundleFault('E405', 'keyset.jwb');
  }
  const reader = new ByteReader(plain);
  await reader.take(block);
  const content = await reader.take(entry.size);
  await reader.close();
  return content;
}
