// The outer archive: statement, signature, body. Nothing inside the body is looked at for an unknown sender.
import { createHash } from 'node:crypto';
import type { Code } from './codes.ts';
import type { Origin, Placed } from './door.ts';
import { BundleFault, refusing, type Refusal } from './fault.ts';
import { limits } from './limits.ts';
import { fileOf, openOrigin, readRange, type OpenOrigin } from './origin.ts';
import { nameOf, place } from './place.ts';
import type { Signer } from './ssh-key.ts';
import { parseSsh, signSsh, verifySsh } from './sshsig.ts';
import {
  bodyNameOf,
  encodeStatement,
  kinds,
  outerNamespace,
  parseStatement,
  type Kind,
  type Statement,
} from './statement.ts';
import { block, decodeHeader, encodeHeader, endBlocks, fillOf, isZero, spanOf } from './tar.ts';

export interface SealEnvelopeInput {
  readonly folder: string;
  readonly kind: Kind;
  readonly tag: string;
  readonly signer: Signer;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Streams the body, then writes statement and signature in front of it. Throws BundleFault E9xx. */
export function sealEnvelope({ folder, kind, tag, signer, body }: SealEnvelopeInput): Promise<Placed> {
  const head = (size: number, sha256: string): Buffer => {
    const statement = Buffer.from(encodeStatement(kind, tag, sha256));
    const signature = Buffer.from(signSsh(signer, outerNamespace(kind), statement));
    return Buffer.concat([
      ...member('SHA256SUMS', statement),
      ...member('SHA256SUMS.sig', signature),
      encodeHeader(bodyNameOf(kind), size),
    ]);
  };
  return place(folder, {
    headSize: head(0, '0'.repeat(64)).length,
    body,
    finish: (size, sha256) => ({
      head: head(size, sha256),
      tail: Buffer.concat([fillOf(size), endBlocks]),
    }),
  });
}

function member(name: string, content: Buffer): Buffer[] {
  return [encodeHeader(name, content.length), content, fillOf(content.length)];
}

/** An outer archive whose signature and hash were verified. */
export interface Envelope {
  readonly statement: Statement;
  /** `ssh-ed25519 …` */
  readonly signer: string;
  readonly bodySize: number;
  /** May be walked more than once while the origin is open. */
  readonly body: () => AsyncIterable<Buffer>;
  readonly sha256: string;
  readonly warnings: Code[];
}

export interface EnvelopeRules {
  readonly kind: Kind;
  /** The code that refuses this signer, or null. */
  readonly refuseSigner: (publicKey: string) => Code | null;
  /** The code that refuses this tag, or null. */
  readonly refuseTag: (tag: string) => Code | null | Promise<Code | null>;
}

/** docs/format/bundle-v1.md, checks 4 to 11. Throws BundleFault. */
export async function openEnvelope(origin: OpenOrigin, rules: EnvelopeRules): Promise<Envelope> {
  const outer = await readOuter(origin);
  const statement = parseStatement(outer.statement);
  const signature = parseSsh(outer.signature);
  if (signature === null) throw new BundleFault('E301', 'SHA256SUMS.sig is not a canonical SSHSIG');
  if (signature.namespace !== outerNamespace(statement.kind))
    throw new BundleFault('E302', signature.namespace);
  if (!verifySsh(signature, outer.statement)) throw new BundleFault('E305', 'SHA256SUMS');
  if (statement.version !== 1) throw new BundleFault('E203', `version ${statement.version}`);
  if (statement.kind !== rules.kind) throw new BundleFault('E204', statement.kind);
  throwIf(rules.refuseSigner(signature.publicKey), 'SHA256SUMS.sig');

  const sums = await hashAll(origin, outer);
  if (sums.body !== statement.bodySha256) throw new BundleFault('E306', outer.bodyName);
  throwIf(await rules.refuseTag(statement.tag), statement.tag);
  return {
    statement,
    signer: signature.publicKey,
    bodySize: outer.bodySize,
    body: () => readRange(origin, outer.bodyAt, outer.bodySize),
    sha256: sums.whole,
    warnings: origin.file === '' || origin.file === nameOf(sums.whole) ? [] : ['W106'],
  };
}

/** The kind a file claims to be, for sorting a folder: nothing of it is verified. */
export async function kindOf(path: Origin): Promise<Kind | Refusal> {
  const address = await addressOf(path);
  return 'code' in address ? address : address.kind;
}

/** Kind, tag and signing key as a file claims them, for sorting alone: nothing of it is verified. */
export async function addressOf(
  path: Origin,
): Promise<{ readonly kind: Kind; readonly tag: string; readonly signer: string | null } | Refusal> {
  return refusing(fileOf(path), async () => {
    const origin = await openOrigin(path);
    try {
      const { statement, signature } = await readOuter(origin);
      const { kind, tag } = parseStatement(statement);
      const known = kinds.find((candidate) => candidate === kind);
      if (known === undefined) throw new BundleFault('E204', kind);
      return { kind: known, tag, signer: parseSsh(signature)?.publicKey ?? null };
    } finally {
      await origin.close();
    }
  });
}

function throwIf(code: Code | null, detail: string): void {
  if (code !== null) throw new BundleFault(code, detail);
}

interface Outer {
  readonly statement: Buffer;
  readonly signature: Buffer;
  readonly bodyName: string;
  readonly bodyAt: number;
  readonly bodySize: number;
}

async function readOuter(origin: OpenOrigin): Promise<Outer> {
  if (origin.size > limits.file) throw new BundleFault('E610', `${origin.size} bytes`);
  const statement = await readSmall(origin, 0, 'SHA256SUMS');
  const second = spanOf(statement.length);
  const signature = await readSmall(origin, second, 'SHA256SUMS.sig');
  const third = second + spanOf(signature.length);
  const header = decodeHeader(await origin.read(third, block));
  const bodyName = bodyNameOf(parseStatement(statement).kind);
  if (header?.name !== bodyName) throw new BundleFault('E202', `no ${bodyName} at byte ${third}`);

  const bodyAt = third + block;
  const end = bodyAt + header.size;
  const total = third + spanOf(header.size) + endBlocks.length;
  if (origin.size < total) throw new BundleFault('E201', `${origin.size} of ${total} bytes`);
  if (origin.size > total) throw new BundleFault('E202', `${origin.size - total} bytes too many`);
  if (!isZero(await origin.read(end, total - end))) throw new BundleFault('E202', 'end blocks');
  return { statement, signature, bodyName, bodyAt, bodySize: header.size };
}

async function readSmall(origin: OpenOrigin, at: number, name: string): Promise<Buffer> {
  const header = decodeHeader(await origin.read(at, block));
  if (header?.name !== name) throw new BundleFault('E202', `no ${name} at byte ${at}`);
  if (header.size > limits.statement) throw new BundleFault('E202', `${name} has ${header.size} bytes`);
  const content = await origin.read(at + block, spanOf(header.size) - block);
  if (!isZero(content.subarray(header.size))) throw new BundleFault('E202', `fill after ${name}`);
  return content.subarray(0, header.size);
}

async function hashAll(origin: OpenOrigin, outer: Outer): Promise<{ body: string; whole: string }> {
  const whole = createHash('sha256').update(await origin.read(0, outer.bodyAt));
  const body = createHash('sha256');
  for await (const chunk of readRange(origin, outer.bodyAt, outer.bodySize)) {
    whole.update(chunk);
    body.update(chunk);
  }
  const end = outer.bodyAt + outer.bodySize;
  whole.update(await origin.read(end, origin.size - end));
  return { body: body.digest('hex'), whole: whole.digest('hex') };
}
