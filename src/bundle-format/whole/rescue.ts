// What a station holds of an office, sealed to the office's new key: all lines of every epoch, in as many files as it takes.
import { hash, randomBytes } from 'node:crypto';
import { isToBox } from '#bundle-format/address.ts';
import { encryptAge } from '#bundle-format/age.ts';
import { openBody } from '#bundle-format/body.ts';
import { chainStart } from '#bundle-format/chain.ts';
import type { BundleLine, OfficeReader, Origin, Sealed } from '#bundle-format/door.ts';
import { openEnvelope, sealEnvelope, type Envelope, type EnvelopeRules } from '#bundle-format/envelope.ts';
import { BundleFault, refusing, type Refusal } from '#bundle-format/fault.ts';
import { packInner, readInner, verifyManifest, verifyMembers } from '#bundle-format/inner.ts';
import { tagOfBox } from '#bundle-format/keyset.ts';
import { packRange, startRange, type LineRange } from '#bundle-format/line-range.ts';
import { rereadLines, verifyLines } from '#bundle-format/lines.ts';
import { partName, placeParts } from '#bundle-format/manifest.ts';
import { fileOf, openOrigin } from '#bundle-format/origin.ts';
import { parseManifest } from '#bundle-format/parse-manifest.ts';
import {
  encodeRescueManifest,
  findRescueFlaw,
  rescueManifestSpec,
  type RescuedEpoch,
  type RescueManifest,
} from './rescue-manifest.ts';
import { fingerprintOf, type Signer } from '#bundle-format/ssh-key.ts';
import { countsOf } from '#bundle-format/tally.ts';

export interface SealRescueInput {
  readonly folder: string;
  /** station-sign. */
  readonly signer: Signer;
  /** The office's new `age1…`. */
  readonly box: string;
  readonly rescue: Pick<
    RescueManifest,
    'station' | 'office' | 'holds' | 'next_epoch' | 'live' | 'state' | 'receipt' | 'created'
  >;
  /** Lines of an epoch behind this one, to its end. */
  readonly linesBehind: (epoch: number, n: number) => AsyncIterable<string>;
  /** Bytes of lines in one file. Left out: half of what a file may have, whatever they compress to. */
  readonly most?: number;
}

const MOST = 512 * 1024 * 1024;

/** One file after another; at least one for each epoch. Refuses with E9xx, or E605 where the lines are not what is held. */
export function sealRescue(input: SealRescueInput): Promise<readonly Sealed<RescueManifest>[] | Refusal> {
  return refusing('', async () => {
    const set = randomBytes(8).toString('hex');
    const sealed: Sealed<RescueManifest>[] = [];
    for (const held of input.rescue.holds) {
      let chain = startOf(input.rescue.office, held);
      for (let from = 1, isDone = false; !isDone;) {
        const file = await sealRange(input, set, held, from, chain);
        sealed.push(file);
        ({ chain } = file.manifest);
        from = file.manifest.range.to + 1;
        isDone = from > held.n;
      }
      if (chain !== held.chain) throw new BundleFault('E605', `epoch ${held.epoch}`);
    }
    return sealed;
  });
}

function startOf(office: string, { epoch, base }: RescuedEpoch): string {
  return chainStart(office, epoch, base === null ? null : Buffer.from(base.chain, 'hex')).toString('hex');
}

async function sealRange(
  input: SealRescueInput,
  set: string,
  { epoch, n: last }: RescuedEpoch,
  from: number,
  prevChain: string,
): Promise<Sealed<RescueManifest>> {
  const range = startRange(from, prevChain);
  const done: { manifest?: RescueManifest; text?: string } = {};
  const finish = (): string => {
    if (range.next === from && from <= last) throw new BundleFault('E605', `no line ${epoch}/${from}`);
    done.manifest = manifestOf(input, set, epoch, from, prevChain, range);
    done.text = encodeRescueManifest(done.manifest);
    return done.text;
  };
  const lines = upTo(input.linesBehind(epoch, from - 1), input.most ?? MOST);
  const placed = await sealEnvelope({
    folder: input.folder,
    kind: 'restore',
    tag: tagOfBox(input.box),
    signer: input.signer,
    body: encryptAge(packInner(packRange(lines, range), input.signer, finish), [input.box]),
  });
  if (done.manifest === undefined || done.text === undefined)
    throw new TypeError('sealed without a manifest');
  return { ...placed, manifest: done.manifest, manifestSha256: hash('sha256', done.text) };
}

/** At least one line, so that every file goes further than the one before. */
async function* upTo(lines: AsyncIterable<string>, most: number): AsyncGenerator<string> {
  let size = 0;
  for await (const line of lines) {
    size += Buffer.byteLength(line);
    if (size > most && size > Buffer.byteLength(line)) return;
    yield line;
  }
}

function manifestOf(
  { signer, rescue }: SealRescueInput,
  set: string,
  epoch: number,
  from: number,
  prevChain: string,
  range: LineRange,
): RescueManifest {
  const counts = Object.entries(countsOf(range.tally, {})).map(([ledger, { I, U, X }]) => [
    ledger,
    { I, U, X },
  ]);
  return {
    format: 'jwb-manifest',
    v: 1,
    kind: 'restore',
    station_key: fingerprintOf(signer.publicKey),
    set,
    ...rescue,
    epoch,
    range: { from, to: range.next - 1 },
    prev_chain: prevChain,
    chain: range.chain.toString('hex'),
    counts: Object.fromEntries(counts) as RescueManifest['counts'],
    forgotten: range.tally.forgotten,
    schema: range.schema,
    files: placeParts(range.files, from),
  };
}

/** Every byte was verified before this exists. */
export interface OpenedRescue {
  readonly ok: true;
  readonly manifest: RescueManifest;
  readonly sha256: string;
  /** May be walked more than once; throws BundleFault where the file changed meanwhile. */
  readonly lines: () => AsyncIterable<BundleLine>;
}

/** Checks 4 to 16 and 21 to 24 of docs/format/bundle-v1.md as they apply to rescue files. */
export function openRescue(
  path: Origin,
  reader: OfficeReader,
  options: { readonly schema?: number } = {},
): Promise<OpenedRescue | Refusal> {
  return refusing(fileOf(path), async () => {
    const origin = await openOrigin(path);
    try {
      const envelope = await openEnvelope(origin, rulesOf(reader));
      const plain = await openBody(envelope, reader.identities);
      const inner = await readInner(plain(), (name, before) => name === partName(before.length));
      verifyManifest(inner, envelope.signer);
      const manifest = parseManifest(rescueManifestSpec, findRescueFlaw, inner.manifest, 'E713');
      if (manifest.office !== reader.office) throw new BundleFault('E712', `for ${manifest.office}`);
      if (manifest.station !== reader.station) throw new BundleFault('E713', `from ${manifest.station}`);
      if (manifest.station_key !== fingerprintOf(envelope.signer))
        throw new BundleFault('E713', 'station_key');
      verifyMembers(inner, manifest.files);
      await verifyLines(plain(), manifest);
      if (options.schema !== undefined && manifest.schema > options.schema)
        throw new BundleFault('E203', `schema ${manifest.schema}`);
      return {
        ok: true,
        manifest,
        sha256: envelope.sha256,
        lines: () => reread(path, envelope, reader, manifest),
      };
    } finally {
      await origin.close();
    }
  });
}

function rulesOf(reader: OfficeReader): EnvelopeRules {
  return {
    kind: 'restore',
    refuseSigner: (key) => (reader.signers.includes(key) ? null : 'E711'),
    refuseTag: async (tag) => ((await isToBox(tag, reader.identities)) ? null : 'E712'),
  };
}

async function* reread(
  path: Origin,
  verified: Envelope,
  reader: OfficeReader,
  manifest: RescueManifest,
): AsyncGenerator<BundleLine> {
  const origin = await openOrigin(path);
  try {
    const envelope = await openEnvelope(origin, rulesOf(reader));
    if (envelope.sha256 !== verified.sha256) throw new BundleFault('E306', 'changed after it was verified');
    const plain = await openBody(envelope, reader.identities);
    yield* rereadLines(plain(), manifest);
  } finally {
    await origin.close();
  }
}

/**
 * The files of one rescue in the order of their lines. Null where they are of several, one is missing or two do not join:
 * E714.
 */
export function orderRescue<T extends { readonly manifest: RescueManifest }>(
  files: readonly T[],
): readonly T[] | null {
  const first = files[0]?.manifest;
  if (first === undefined || files.some(({ manifest }) => manifest.set !== first.set)) return null;
  const byRange = new Map(files.map((file) => [keyOf(file.manifest.epoch, file.manifest.range.from), file]));
  const ordered: T[] = [];
  for (const held of first.holds) {
    let chain = startOf(first.office, held);
    let from = 1;
    do {
      const file = byRange.get(keyOf(held.epoch, from));
      if (file?.manifest.prev_chain !== chain) return null;
      ordered.push(file);
      ({ chain } = file.manifest);
      from = file.manifest.range.to + 1;
    } while (from <= held.n);
    if (chain !== held.chain) return null;
  }
  return ordered;
}

const keyOf = (epoch: number, from: number): string => `${epoch} ${from}`;
