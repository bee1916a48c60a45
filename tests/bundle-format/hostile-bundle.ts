// Makes bundles that are wrong in exactly one way and right in every other, signatures included.
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fingerprintOf, recipientId, tagOfKeyset, type BundleManifest, type Signer } from '#bundle-format';
import { encryptAge } from '#bundle-format/age.ts';
import { sealEnvelope } from '#bundle-format/envelope.ts';
import { packInner } from '#bundle-format/inner.ts';
import type { Kind } from '#bundle-format/statement.ts';
import { compressPart } from '#bundle-format/zstd.ts';
import {
  chainAfter,
  created,
  escrow,
  inTempFolder,
  keyset,
  linesOf,
  office,
  officeSigner,
  op,
  station,
} from './office-and-station.ts';

export interface Hostility {
  /** Text of the one part. */
  readonly raw?: Buffer;
  readonly rows?: number;
  readonly compress?: (raw: Buffer) => Buffer | Promise<Buffer>;
  readonly chain?: string;
  readonly manifest?: Partial<Record<keyof BundleManifest, unknown>> | undefined;
  /** Last word on manifest.json. */
  readonly manifestText?: (text: string) => string;
  /** Last word on the members before the manifest. */
  readonly members?: (members: Member[]) => Member[];
  /** Last word on the inner archive. */
  readonly inner?: (archive: Buffer) => Buffer;
  readonly innerSigner?: Signer;
  readonly outerSigner?: Signer;
  readonly recipients?: readonly string[];
  readonly kind?: Kind;
  readonly tag?: string;
}

export interface Member {
  readonly name: string;
  readonly content: Buffer;
}

export async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

export async function hostileBundle(how: Hostility = {}): Promise<Buffer> {
  const raw = how.raw ?? Buffer.from(linesOf(1, 12).join(''));
  const rows = how.rows ?? 12;
  const content = await (how.compress ?? compressPart)(raw);
  const name = 'changes-000001.ndjson.zst';
  const manifest: BundleManifest = {
    format: 'jwb-manifest',
    v: 1,
    kind: 'bundle',
    office,
    office_key: fingerprintOf(officeSigner.publicKey),
    epoch: 1,
    epoch_base: null,
    sealed_epoch: 1,
    seq: 1,
    prev: null,
    range: { from: 1, to: rows },
    prev_chain: chainAfter([]),
    chain: how.chain ?? chainAfter(linesOf(1, 12)),
    counts: { visitors: { I: 12, U: 0, X: 0, live: 12 } },
    forgotten: 0,
    schema: 1,
    app: '0.1.0',
    created,
    to: {
      station,
      keyset: keyset.version,
      recipients: [recipientId(op.recipient), recipientId(escrow.recipient)],
    },
    last_receipt: null,
    files: [
      {
        name,
        size: content.length,
        sha256: hash('sha256', content),
        raw_size: raw.length,
        raw_sha256: hash('sha256', raw),
        rows,
        from: 1,
        to: rows,
      },
    ],
    blobs: [],
  };
  const plain = `${JSON.stringify({ ...manifest, ...how.manifest })}\n`;
  const text = how.manifestText?.(plain) ?? plain;
  const members = how.members?.([{ name, content }]) ?? [{ name, content }];
  const archive = await gather(packInner(each(members), how.innerSigner ?? officeSigner, () => text));
  return sealRaw(how.inner?.(archive) ?? archive, how);
}

/** Any inner archive at all, encrypted and signed as it should be. */
export function sealRaw(archive: Buffer, how: Hostility = {}): Promise<Buffer> {
  const recipients = how.recipients ?? [op.recipient, escrow.recipient];
  return inTempFolder(async (folder) => {
    const placed = await sealEnvelope({
      folder,
      kind: how.kind ?? 'bundle',
      tag: how.tag ?? tagOfKeyset(keyset),
      signer: how.outerSigner ?? officeSigner,
      body: encryptAge(each([archive]), recipients),
    });
    return readFile(placed.path);
  });
}
