// Seals and opens a snapshot: all live records of an office after one line of its log. It never stands for the lines.
import { hash } from 'node:crypto';
import { addresseesOf, verifyAddress } from '#bundle-format/address.ts';
import { encryptAge } from '#bundle-format/age.ts';
import { openBody } from '#bundle-format/body.ts';
import type { Code } from '#bundle-format/codes.ts';
import type { Origin, Sealed, StationReader } from '#bundle-format/door.ts';
import { openEnvelope, sealEnvelope, type Envelope } from '#bundle-format/envelope.ts';
import { BundleFault, refusing, type Refusal } from '#bundle-format/fault.ts';
import { packInner, readInner, verifyManifest, verifyMembers } from '#bundle-format/inner.ts';
import { isValidFor, tagOfKeyset, type Keyset, type OfficeKey } from '#bundle-format/keyset.ts';
import { needUtf8, walkParts } from '#bundle-format/lines.ts';
import type { Created, EpochBase } from '#bundle-format/manifest.ts';
import { officeRules, verifyOfficeKey } from '#bundle-format/open-bundle.ts';
import { fileOf, openOrigin } from '#bundle-format/origin.ts';
import { parseManifest } from '#bundle-format/parse-manifest.ts';
import { packParts, type Packed } from '#bundle-format/parts.ts';
import {
  encodeSnapshotManifest,
  findSnapshotFlaw,
  snapshotManifestSpec,
  snapshotPartName,
  type SnapshotManifest,
} from './snapshot-manifest.ts';
import { encodeSnapshotRow, parseSnapshotRow, StateTally, type SnapshotRow } from './snapshot-row.ts';
import { fingerprintOf, type Signer } from '#bundle-format/ssh-key.ts';

export interface SealSnapshotInput {
  readonly folder: string;
  readonly signer: Signer;
  readonly keyset: Keyset;
  readonly office: string;
  readonly epoch: number;
  readonly epochBase: EpochBase | null;
  /** Number of the bundle that ends with line `n`. */
  readonly seq: number;
  readonly n: number;
  /** Chain after line `n`, 64 hex. */
  readonly chain: string;
  /** Live records by ledger and record id. */
  readonly rows: Iterable<SnapshotRow> | AsyncIterable<SnapshotRow>;
  /** Ledgers that are named with 0 where they hold nothing. */
  readonly ledgers: readonly string[];
  readonly schema: number;
  readonly app: string;
  readonly created: Created;
}

/** Every byte was verified before this exists. */
export interface OpenedSnapshot {
  readonly ok: true;
  readonly manifest: SnapshotManifest;
  readonly manifestSha256: string;
  readonly officeKey: OfficeKey;
  readonly sha256: string;
  readonly warnings: readonly Code[];
  /** May be walked more than once; throws BundleFault where the file changed meanwhile. */
  readonly rows: () => AsyncIterable<SnapshotRow>;
}

/** Writes `<folder>/<hash>.jwb`, or nothing. Throws TypeError for rows out of their order. */
export function sealSnapshot(input: SealSnapshotInput): Promise<Sealed<SnapshotManifest> | Refusal> {
  return refusing('', async () => {
    const { op, escrow } = input.keyset.recipients;
    const files: Packed[] = [];
    const tally = new StateTally();
    const done: { manifest?: SnapshotManifest; text?: string } = {};
    const finish = (): string => {
      done.manifest = manifestOf(input, files, tally);
      done.text = encodeSnapshotManifest(done.manifest);
      return done.text;
    };
    const lines = encodeRows(input.rows, tally);
    const packing = { lines, nameOf: snapshotPartName, admit: () => undefined, files };
    const placed = await sealEnvelope({
      folder: input.folder,
      kind: 'snapshot',
      tag: tagOfKeyset(input.keyset),
      signer: input.signer,
      body: encryptAge(packInner(packParts(packing), input.signer, finish), [op, escrow]),
    });
    if (done.manifest === undefined || done.text === undefined)
      throw new TypeError('sealed without a manifest');
    return { ...placed, manifest: done.manifest, manifestSha256: hash('sha256', done.text) };
  });
}

async function* encodeRows(rows: SealSnapshotInput['rows'], tally: StateTally): AsyncGenerator<string> {
  for await (const row of rows) {
    const line = encodeSnapshotRow(row);
    if (!tally.add(row, line)) throw new TypeError(`${row.l} ${row.k} is not in its place`);
    yield line;
  }
}

function manifestOf(input: SealSnapshotInput, files: readonly Packed[], tally: StateTally): SnapshotManifest {
  return {
    format: 'jwb-manifest',
    v: 1,
    kind: 'snapshot',
    office: input.office,
    office_key: fingerprintOf(input.signer.publicKey),
    epoch: input.epoch,
    epoch_base: input.epochBase,
    seq: input.seq,
    n: input.n,
    chain: input.chain,
    counts: { ...Object.fromEntries(input.ledgers.map((ledger) => [ledger, 0])), ...tally.counts() },
    state: tally.state(),
    schema: input.schema,
    app: input.app,
    created: input.created,
    to: addresseesOf(input.keyset),
    files,
  };
}

/** Checks 4 to 17 and 21 to 24 of docs/format/bundle-v1.md as they apply to snapshots; 28 is the caller's. */
export function openSnapshot(path: Origin, reader: StationReader): Promise<OpenedSnapshot | Refusal> {
  return refusing(fileOf(path), async () => {
    const origin = await openOrigin(path);
    try {
      const envelope = await openEnvelope(origin, officeRules(reader, 'snapshot'));
      const plain = await openBody(envelope, reader.identities);
      const inner = await readInner(plain(), (name, before) => name === snapshotPartName(before.length));
      verifyManifest(inner, envelope.signer);
      const manifest = parseManifest(snapshotManifestSpec, findSnapshotFlaw, inner.manifest, 'E408');
      const officeKey = verifyOfficeKey(manifest, envelope, reader);
      await verifyAddress(manifest, reader);
      verifyMembers(inner, manifest.files);
      if (!isValidFor(officeKey, manifest))
        throw new BundleFault('E304', `${manifest.epoch}/${manifest.seq}`);
      await readAll(walkRows(plain(), manifest));
      return {
        ok: true,
        manifest,
        manifestSha256: hash('sha256', inner.manifest),
        officeKey,
        sha256: envelope.sha256,
        warnings: envelope.warnings,
        rows: () => reread(path, envelope, reader, manifest),
      };
    } finally {
      await origin.close();
    }
  });
}

/** Throws E601, E602, E603, E604 (order), E606 (counts) and E602 where the rows are not those of `state`. */
/** Every row is judged as it passes; none is kept. */
async function readAll(rows: AsyncGenerator<SnapshotRow>): Promise<void> {
  while ((await rows.next()).done !== true);
}

async function* walkRows(
  plain: AsyncIterable<Uint8Array>,
  manifest: SnapshotManifest,
): AsyncGenerator<SnapshotRow> {
  const tally = new StateTally();
  for await (const { entry, raw } of walkParts(plain, manifest)) {
    needUtf8(entry, raw);
    let rows = 0;
    for (let at = 0; at < raw.length; rows += 1) {
      const end = raw.indexOf(10, at) + 1;
      if (end === 0) throw new BundleFault('E603', `${entry.name}: no end after row ${rows}`);
      const line = raw.toString('utf8', at, end);
      const row = parseSnapshotRow(line);
      if (!tally.add(row, line)) throw new BundleFault('E604', `${row.l} ${row.k}`);
      yield row;
      at = end;
    }
    if (rows !== entry.rows) throw new BundleFault('E606', `${entry.name}: ${rows} of ${entry.rows} rows`);
  }
  const found = tally.counts();
  for (const [ledger, live] of Object.entries(manifest.counts))
    if ((found[ledger] ?? 0) !== live) throw new BundleFault('E606', ledger);
  if (tally.state() !== manifest.state) throw new BundleFault('E602', 'state');
}

async function* reread(
  path: Origin,
  verified: Envelope,
  reader: StationReader,
  manifest: SnapshotManifest,
): AsyncGenerator<SnapshotRow> {
  const origin = await openOrigin(path);
  try {
    const envelope = await openEnvelope(origin, officeRules(reader, 'snapshot'));
    if (envelope.sha256 !== verified.sha256) throw new BundleFault('E306', 'changed after it was verified');
    const plain = await openBody(envelope, reader.identities);
    yield* walkRows(plain(), manifest);
  } finally {
    await origin.close();
  }
}
