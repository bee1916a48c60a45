// Seals a range of change lines: compressed, listed, signed, encrypted and signed again, in one pass and in parts.
import { hash } from 'node:crypto';
import { addresseesOf } from './address.ts';
import { encryptAge } from './age.ts';
import type { SealBundleInput, Sealed } from './door.ts';
import { sealEnvelope } from './envelope.ts';
import { refusing, type Refusal } from './fault.ts';
import { packInner } from './inner.ts';
import { tagOfKeyset } from './keyset.ts';
import { packRange, startRange, type LineRange } from './line-range.ts';
import { encodeBundleManifest, placeParts, type BundleManifest } from './manifest.ts';
import { fingerprintOf } from './ssh-key.ts';
import { countsOf } from './tally.ts';

/**
 * Writes `<folder>/<hash>.jwb`, or nothing. Refuses with E9xx (disk) or E906 (seal a shorter range).
 * Throws TypeError for input no bundle may carry: a line out of place or not canonical, a manifest that does not fit.
 */
export function sealBundle(input: SealBundleInput): Promise<Sealed<BundleManifest> | Refusal> {
  return refusing('', async () => {
    const { op, escrow } = input.keyset.recipients;
    const state = startRange(input.from, input.prevChain);
    const done: { manifest?: BundleManifest; text?: string } = {};
    const finish = (): string => {
      done.manifest = manifestOf(input, state);
      done.text = encodeBundleManifest(done.manifest);
      return done.text;
    };
    const plain = packInner(packRange(input.lines, state), input.signer, finish);
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

function manifestOf(input: SealBundleInput, state: LineRange): BundleManifest {
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
