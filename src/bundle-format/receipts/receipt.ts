// Receipts: sealed by the station to one office, opened there. Whether one is accepted: receipt-rules.ts.
import { hash } from 'node:crypto';
import { isToBox } from '#bundle-format/address.ts';
import { encryptAge } from '#bundle-format/age.ts';
import { openBody } from '#bundle-format/body.ts';
import { decisionsPart } from './decisions.ts';
import type { OfficeReader, OpenedReceipt, Origin, Sealed, SealReceiptInput } from '#bundle-format/door.ts';
import { openEnvelope, sealEnvelope } from '#bundle-format/envelope.ts';
import { BundleFault, refusing, type Refusal } from '#bundle-format/fault.ts';
import { ByteReader, packInner, readInner, verifyManifest, verifyMembers } from '#bundle-format/inner.ts';
import { tagOfBox } from '#bundle-format/keyset.ts';
import { ordersPart } from './orders.ts';
import { fileOf, openOrigin } from '#bundle-format/origin.ts';
import { parseManifest } from '#bundle-format/parse-manifest.ts';
import type { PartList } from './part-list.ts';
import {
  encodeReceiptManifest,
  findReceiptFlaw,
  isNextPart,
  receiptManifestSpec,
  type ReceiptFile,
  type ReceiptManifest,
  type ReceiptPart,
} from './receipt-manifest.ts';
import { fingerprintOf } from '#bundle-format/ssh-key.ts';
import { block, spanOf } from '#bundle-format/tar.ts';
import { textsPart } from './texts.ts';

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
function partsOf({ keysetFile, decisions = [], orders = [], texts = [] }: SealReceiptInput): Part[] {
  return [
    ...(keysetFile === undefined ? [] : [{ name: 'keyset.jwb', content: keysetFile } as const]),
    ...listed('decisions.json', decisionsPart, decisions),
    ...listed('dispatch.json', ordersPart, orders),
    ...listed('texts.json', textsPart, texts),
  ];
}

function listed<Item>(name: ReceiptPart, part: PartList<Item>, items: readonly Item[]): Part[] {
  return items.length === 0 ? [] : [{ name, content: part.encode(items) }];
}

/** Checks 4 to 16 of docs/format/bundle-v1.md as they apply to receipts. */
export function openReceipt(path: Origin, reader: OfficeReader): Promise<OpenedReceipt | Refusal> {
  return refusing(fileOf(path), async () => {
    const origin = await openOrigin(path);
    try {
      const envelope = await openEnvelope(origin, {
        kind: 'receipt',
        refuseSigner: (key) => (reader.signers.includes(key) ? null : 'E703'),
        refuseTag: async (tag) => ((await isToBox(tag, reader.identities)) ? null : 'E702'),
      });
      const plain = await openBody(envelope, reader.identities);
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
        boxTag: envelope.statement.tag,
        keysetFile: parts.get('keyset.jwb') ?? null,
        decisions: itemsOf(decisionsPart, parts.get('decisions.json')),
        orders: itemsOf(ordersPart, parts.get('dispatch.json')),
        texts: itemsOf(textsPart, parts.get('texts.json')),
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

function itemsOf<Item>(list: PartList<Item>, part: Buffer | undefined): readonly Item[] {
  return part === undefined ? [] : list.parse(part);
}
