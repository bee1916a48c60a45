// Makes bundles that are wrong in exactly one way and right in every other, signatures included.
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  fingerprintOf,
  recipientId,
  tagOfBox,
  tagOfKeyset,
  type BundleManifest,
  type ReceiptManifest,
  type Signer,
} from '#bundle-format';
import { encryptAge } from '#bundle-format/age.ts';
import { sealEnvelope } from '#bundle-format/envelope.ts';
import { paddingFor } from '#bundle-format/padme.ts';
import { encodeReceiptManifest } from '#bundle-format/receipts/receipt-manifest.ts';
import { signSsh } from '#bundle-format/sshsig.ts';
import { innerNamespace, type Kind } from '#bundle-format/statement.ts';
import { packTar } from '#bundle-format/tar.ts';
import { compressPart } from '#bundle-format/zstd.ts';
import {
  box,
  chainAfter,
  created,
  escrow,
  inTempFolder,
  keyset,
  linesOf,
  office,
  officeSigner,
  op,
  receiptOf,
  station,
  stationSigner,
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
  /** Text of manifest.json.sig in the place of an honest one. */
  readonly innerSignature?: (manifest: Buffer) => string;
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
  return sealRaw(archiveOf(members, text, how), how);
}

/** A receipt with its manifest and members as they are given. */
export function hostileReceipt(
  change: (manifest: ReceiptManifest) => object,
  members: Member[] = [],
): Promise<Buffer> {
  const manifest: ReceiptManifest = {
    format: 'jwb-manifest',
    v: 1,
    kind: 'receipt',
    station_key: fingerprintOf(stationSigner.publicKey),
    ...receiptOf(),
    files: [],
  };
  // Keys in the order of the specification, whatever order they were spread in.
  const ordered = JSON.parse(encodeReceiptManifest(manifest)) as ReceiptManifest;
  const text = `${JSON.stringify({ ...ordered, ...change(ordered) })}\n`;
  const how = { innerSigner: stationSigner, outerSigner: stationSigner, kind: 'receipt' } as const;
  const sealed = { ...how, recipients: [box.recipient], tag: tagOfBox(box.recipient) };
  return sealRaw(archiveOf(members, text, sealed), sealed);
}

/** The inner archive, laid out as the specification says, with `how` in its way. */
export function archiveOf(members: readonly Member[], text: string, how: Hostility = {}): Buffer {
  const manifest = Buffer.from(text);
  const signer = how.innerSigner ?? officeSigner;
  const signature = how.innerSignature?.(manifest) ?? signSsh(signer, innerNamespace, manifest);
  const all = [
    ...members,
    { name: 'manifest.json', content: manifest },
    { name: 'manifest.json.sig', content: Buffer.from(signature) },
  ];
  const empty = packTar([...all, { name: 'padding', content: Buffer.alloc(0) }]);
  const padding = { name: 'padding', content: Buffer.alloc(paddingFor(empty.length)) };
  const archive = packTar([...all, padding]);
  return how.inner?.(archive) ?? archive;
}

/** An outer archive around any statement at all, signed in any namespace. */
export function outerOf(statement: string, namespace: string, body: Buffer, name = 'body.age'): Buffer {
  return packTar([
    { name: 'SHA256SUMS', content: Buffer.from(statement) },
    {
      name: 'SHA256SUMS.sig',
      content: Buffer.from(signSsh(officeSigner, namespace, Buffer.from(statement))),
    },
    { name, content: body },
  ]);
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
