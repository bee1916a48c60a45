// Seals a range of change lines: compressed, listed, signed, encrypted and signed again, in one pass and in parts.
import { hash } from 'node:crypto';
import { addresseesOf } from './address.ts';
import { encryptAge } from './age.ts';
import { chainNext, leafOf } from './chain.ts';
import { parseChange, readForgotten } from './change.ts';
import type { SealBundleInput, Sealed } from './door.ts';
import { sealEnvelope } from './envelope.ts';
import { refusing, type Refusal } from './fault.ts';
import { packInner } from './inner.ts';
import { tagOfKeyset } from './keyset.ts';
import { encodeBundleManifest, partName, placeParts, type BundleManifest } from './manifest.ts';
import { packParts, type Packed } from './parts.ts';
import { fingerprintOf } from './ssh-key.ts';
import { addToTally, countsOf, startTally, type Tally } from './tally.ts';

/**
 * Writes `<folder>/<hash>.jwb`, or nothing. Refuses with E9xx (disk) or E906 (seal a shorter range).
 * Throws TypeError for input no bundle may carry: a line out of place or not canonical, a manifest that does not fit.
 */
export function sealBundle(input: SealBundleInput): Promise<Sealed<BundleManifest> | Refusal> {
  return refusing('', async () => {
    const { op, escrow } = input.keyset.recipients;
    const state: SealState = {
      tally: startTally(),
      files: [],
      chain: Buffer.from(input.prevChain, 'hex'),
      next: input.from,
    };
    const done: { manifest?: BundleManifest; text?: string } = {};
    const finish = (): string => {
      done.manifest = manifestOf(input, state);
      done.text = encodeBundleManifest(done.manifest);
      return done.text;
    };
    const packing = {
      lines: input.lines,
      nameOf: partName,
      admit: (line: string) => admit(line, state),
      files: state.files,
    };
    const plain = packInner(packParts(packing), input.signer, finish);
    const placed = await sealEnvelope({
      folder: input.folder,
      kind: 'bundle',
      tag: tagOfKeyset(input.keyset),
      signer: input.signer,
      body: encryptAge(plain, [op, escrow]),
    });
    if (done.manifest === undefined || done.text === undefined)
      throw new TypeError('sealed without a manifest');
    return { ...placed, manifest: done.manifest, manifestSha256: hash('sha256', done.text) };
  });
}

interface SealState {
  readonly tally: Tally;
  readonly files: Packed[];
  chain: Buffer;
  /** n of the next line. */
  next: number;
}

/** A line the station would refuse must not leave the office. */
function admit(line: string, state: SealState): void {
  const forgotten = readForgotten(line);
  const change = forgotten === null ? parseOwn(line, state.next) : null;
  if ((forgotten ?? change)?.n !== state.next) throw new TypeError(`line ${state.next} is not in its place`);
  addToTally(state.tally, change);
  state.chain = chainNext(state.chain, leafOf(line));
  state.next += 1;
}

function parseOwn(line: string, n: number): ReturnType<typeof parseChange> {
  try {
    return parseChange(line);
  } catch (error) {
    throw new TypeError(`line ${n} cannot be sealed`, { cause: error });
  }
}

function manifestOf(input: SealBundleInput, state: SealState): BundleManifest {
  return {
    format: 'jwb-manifest',
    v: 1,
    kind: 'bundle',
    office: input.office,
    office_key: fingerprintOf(input.signer.publicKey),
    epoch: input.epoch,
    epoch_base: input.epochBase,
    sealed_epoch: input.sealedEpoch ?? input.epoch,
    seq: input.seq,
    prev: input.prev,
    range: { from: input.from, to: state.next - 1 },
    prev_chain: input.prevChain,
    chain: state.chain.toString('hex'),
    counts: countsOf(state.tally, input.live),
    forgotten: state.tally.forgotten,
    schema: input.schema,
    app: input.app,
    created: input.created,
    to: addresseesOf(input.keyset),
    last_receipt: input.lastReceipt,
    files: placeParts(state.files, input.from),
    blobs: [],
  };
}
