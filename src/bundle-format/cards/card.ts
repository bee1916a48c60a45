// Enrolment and keyset files: public keys only, signed but not encrypted, one member in a plain body.
import { tagOfKeyset, encodeKeyset, findKeysetFlaw, keysetSpec, type Keyset } from '#bundle-format/keyset.ts';
import type { Code } from '#bundle-format/codes.ts';
import { digitsOfEnrolment, digitsOfKeyset } from './digits.ts';
import type { KeysetReader, OpenedEnrolment, OpenedKeyset, Origin, Placed } from '#bundle-format/door.ts';
import { encodeEnrolment, enrolmentSpec, type Enrolment } from './enrolment.ts';
import { openEnvelope, sealEnvelope, type Envelope, type EnvelopeRules } from '#bundle-format/envelope.ts';
import { BundleFault, refusing, type Refusal } from '#bundle-format/fault.ts';
import { limits } from '#bundle-format/limits.ts';
import { fileOf, openOrigin } from '#bundle-format/origin.ts';
import { parseManifest } from '#bundle-format/parse-manifest.ts';
import {
  countersign,
  encodeRenewal,
  findRenewalFlaw,
  renewalNames,
  renewalSpec,
  verifyCountersign,
  type Renewal,
} from './renewal.ts';
import type { Signer } from '#bundle-format/ssh-key.ts';
import { block, decodeHeader, endBlocks, packTar, spanOf } from '#bundle-format/tar.ts';

const noTag = '00000000';

/** Writes `<folder>/<hash>.jwb`, or nothing. Throws TypeError when the signer is not the key the card names. */
export function sealEnrolment(input: {
  readonly folder: string;
  readonly signer: Signer;
  readonly enrolment: Enrolment;
}): Promise<Placed | Refusal> {
  const { folder, signer, enrolment } = input;
  return refusing('', async () => {
    if (signer.publicKey !== enrolment.sign) throw new TypeError('an enrolment is signed by its own key');
    const body = cardBody([['enrol.json', encodeEnrolment(enrolment)]]);
    return sealEnvelope({ folder, kind: 'enrol', tag: noTag, signer, body });
  });
}

/** The same for a key that follows `former`. Throws TypeError when either signer is not the key the renewal names. */
export function sealRenewal(input: {
  readonly folder: string;
  readonly signer: Signer;
  readonly former: Signer;
  readonly renewal: Renewal;
}): Promise<Placed | Refusal> {
  const { folder, signer, former, renewal } = input;
  return refusing('', async () => {
    if (signer.publicKey !== renewal.sign) throw new TypeError('a renewal is signed by the new key');
    if (former.publicKey !== renewal.former)
      throw new TypeError('a renewal is countersigned by the former key');
    const text = encodeRenewal(renewal);
    const [card, countersignature] = renewalNames;
    const body = cardBody([
      [card, text],
      [countersignature, countersign(former, text)],
    ]);
    return sealEnvelope({ folder, kind: 'enrol', tag: noTag, signer, body });
  });
}

/**
 * Proves only that the sender holds the key it names: compare the digits before trusting it. Where `renews` is not null, the
 * key it names there agreed, and whoever trusts that key need compare nothing.
 */
export function openEnrolment(path: Origin): Promise<OpenedEnrolment | Refusal> {
  return refusing(fileOf(path), async () => {
    const rules: EnvelopeRules = {
      kind: 'enrol',
      refuseSigner: () => null,
      refuseTag: (tag) => (tag === noTag ? null : 'E804'),
    };
    const { envelope, members } = await readCard(path, rules, renewalNames, 'E804');
    const [content, countersignature] = members;
    const { enrolment, renews } = readEnrolment(content, countersignature);
    if (enrolment.sign !== envelope.signer) throw new BundleFault('E805', enrolment.office);
    const { sha256, warnings } = envelope;
    return { ok: true, enrolment, renews, digits: digitsOfEnrolment(enrolment), sha256, warnings };
  });
}

/** A countersignature is there exactly where somebody is named to countersign. */
function readEnrolment(
  content: Buffer,
  countersignature: Buffer | undefined,
): Pick<OpenedEnrolment, 'enrolment' | 'renews'> {
  if (countersignature === undefined) {
    if (content.includes('{"format":"jwb-enrol","v":2,'))
      throw new BundleFault('E804', 'no countersignature');
    return { enrolment: parseManifest(enrolmentSpec, () => null, content, 'E804', 2), renews: null };
  }
  const renewal = parseManifest(renewalSpec, findRenewalFlaw, content, 'E804', 2);
  const { former, from, v: _, ...same } = renewal;
  verifyCountersign(former, content, countersignature);
  return { enrolment: { ...same, v: 1 }, renews: { former, from } };
}

/** Writes `<folder>/<hash>.jwb`, or nothing. Throws TypeError when `root` is not the root key the keyset names. */
export function sealKeyset(input: {
  readonly folder: string;
  readonly root: Signer;
  readonly keyset: Keyset;
}): Promise<Placed | Refusal> {
  const { folder, root, keyset } = input;
  return refusing('', async () => {
    if (root.publicKey !== keyset.root) throw new TypeError('a keyset is signed by the root key it names');
    const body = cardBody([['keyset.json', encodeKeyset(keyset)]]);
    return sealEnvelope({ folder, kind: 'keyset', tag: tagOfKeyset(keyset), signer: root, body });
  });
}

/** With no root pinned it proves only that the sender holds the root key it names: compare the digits. */
export function openKeyset(path: Origin, reader: KeysetReader): Promise<OpenedKeyset | Refusal> {
  return refusing(fileOf(path), async () => {
    const rules: EnvelopeRules = {
      kind: 'keyset',
      refuseSigner: (key) => (reader.root === null || reader.root === key ? null : 'E801'),
      refuseTag: () => null,
    };
    const { envelope, members } = await readCard(path, rules, ['keyset.json'], 'E803');
    const [content] = members;
    const keyset = parseManifest(keysetSpec, findKeysetFlaw, content, 'E803');
    const tag = tagOfKeyset(keyset);
    if (keyset.root !== envelope.signer) throw new BundleFault('E801', keyset.station);
    if (envelope.statement.tag !== tag) throw new BundleFault('E803', 'tag');
    const same = compareHeld(keyset, reader.held);
    const warnings: Code[] = same ? [...envelope.warnings, 'I806'] : envelope.warnings;
    return { ok: true, keyset, tag, digits: digitsOfKeyset(keyset), sha256: envelope.sha256, warnings };
  });
}

/** Whether it is the very keyset already held. Throws E802, E803. */
function compareHeld(keyset: Keyset, held: Keyset | null): boolean {
  if (held === null) return false;
  if (keyset.station !== held.station) throw new BundleFault('E803', `station ${keyset.station}`);
  if (keyset.version > held.version) return false;
  if (keyset.version === held.version && encodeKeyset(keyset) === encodeKeyset(held)) return true;
  throw new BundleFault('E802', `version ${keyset.version}, held ${held.version}`);
}

async function* cardBody(members: readonly (readonly [string, string])[]): AsyncGenerator<Uint8Array> {
  yield packTar(members.map(([name, text]) => ({ name, content: Buffer.from(text) })));
}

interface Card {
  readonly envelope: Envelope;
  /** The first of the names is always there; more of them, in their order, where they came along. */
  readonly members: readonly [Buffer, ...Buffer[]];
}

async function readCard(
  path: Origin,
  rules: EnvelopeRules,
  names: readonly string[],
  code: Code,
): Promise<Card> {
  const origin = await openOrigin(path);
  try {
    const envelope = await openEnvelope(origin, rules);
    if (envelope.bodySize > limits.card + 4 * names.length * block)
      throw new BundleFault('E610', `${envelope.bodySize} bytes`);
    const pieces: Buffer[] = [];
    for await (const piece of envelope.body()) pieces.push(piece);
    return { envelope, members: unpackCard(Buffer.concat(pieces), names, code) };
  } finally {
    await origin.close();
  }
}

function unpackCard(body: Buffer, names: readonly string[], code: Code): Card['members'] {
  const members: { readonly name: string; readonly content: Buffer }[] = [];
  for (let at = 0; at < body.length - endBlocks.length;) {
    const header = decodeHeader(body.subarray(at, at + block));
    const name = names[members.length];
    if (name === undefined || header?.name !== name || at + spanOf(header.size) > body.length)
      throw new BundleFault(code, `no ${name ?? 'more'} at byte ${at}`);
    members.push({ name, content: body.subarray(at + block, at + block + header.size) });
    at += spanOf(header.size);
  }
  if (!packTar(members).equals(body)) throw new BundleFault(code, 'archive is not canonical');
  const [first, ...more] = members.map(({ content }) => content);
  if (first === undefined) throw new BundleFault(code, `no ${names[0] ?? ''}`);
  return [first, ...more];
}
