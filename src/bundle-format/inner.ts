// The inner archive: parts, manifest, its signature, padding. Written in one pass, read without keeping the parts.
import { createHash } from 'node:crypto';
import { BundleFault } from './fault.ts';
import { limits } from './limits.ts';
import { paddingFor } from './padme.ts';
import type { Signer } from './ssh-key.ts';
import { parseSsh, signSsh, verifySsh } from './sshsig.ts';
import { innerNamespace } from './statement.ts';
import { block, decodeHeader, encodeHeader, endBlocks, fillOf, isZero, spanOf } from './tar.ts';

export interface Member {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** manifest.json, its signature, padding. */
const ownMembers = 3;

/** The plaintext of a body: the members given, then the manifest they add up to, signed, padded. */
export async function* packInner(
  members: AsyncIterable<{ name: string; content: Uint8Array }>,
  signer: Signer,
  manifestText: () => string,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  const pack = function* (name: string, content: Uint8Array): Generator<Uint8Array> {
    size += spanOf(content.length);
    yield encodeHeader(name, content.length);
    yield content;
    yield fillOf(content.length);
  };
  let count = ownMembers;
  for await (const { name, content } of members) {
    count += 1;
    if (count > limits.members) throw new BundleFault('E906', `more than ${limits.members} members`);
    yield* pack(name, content);
  }
  const manifest = Buffer.from(manifestText());
  if (manifest.length > limits.manifest)
    throw new BundleFault('E906', `manifest of ${manifest.length} bytes`);
  yield* pack('manifest.json', manifest);
  yield* pack('manifest.json.sig', Buffer.from(signSsh(signer, innerNamespace, manifest)));
  const padding = paddingFor(size + block + endBlocks.length);
  yield encodeHeader('padding', padding);
  yield* zeros(padding);
  yield endBlocks;
}

function* zeros(size: number): Generator<Uint8Array> {
  const chunk = Buffer.alloc(Math.min(size, 64 * 1024));
  for (let left = size; left > 0; left -= chunk.length) yield chunk.subarray(0, left);
}

export interface Inner {
  /** Everything before the manifest, in order. */
  readonly members: readonly Member[];
  readonly manifest: Buffer;
  readonly signature: Buffer;
}

/** Bytes of an async stream, taken by count. Throws E404 where the stream ends too early. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #left: Uint8Array = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Yields `count` bytes in pieces as they come. */
  async *skim(count: number): AsyncGenerator<Uint8Array> {
    let wanted = count;
    while (wanted > 0) {
      if (this.#left.length === 0 && !(await this.#refill())) throw new BundleFault('E404', 'cut short');
      const piece = this.#left.subarray(0, wanted);
      this.#left = this.#left.subarray(piece.length);
      wanted -= piece.length;
      yield piece;
    }
  }

  async take(count: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.skim(count)) pieces.push(piece);
    return pieces.length === 1 && pieces[0] !== undefined ? Buffer.from(pieces[0]) : Buffer.concat(pieces);
  }

  async isAtEnd(): Promise<boolean> {
    return this.#left.length === 0 && !(await this.#refill());
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #refill(): Promise<boolean> {
    do {
      const next = await this.#chunks.next();
      if (next.done === true) return false;
      this.#left = next.value;
    } while (this.#left.length === 0);
    return true;
  }
}

/**
 * Reads to the very end and hashes every member, keeping none but the manifest and its signature.
 * `isPart` says which names may stand before the manifest, after the members given. Throws E404, E610.
 */
export async function readInner(
  plain: AsyncIterable<Uint8Array>,
  isPart: (name: string, before: readonly Member[]) => boolean,
): Promise<Inner> {
  const reader = new ByteReader(plain);
  const members: Member[] = [];
  let size = 0;
  const next = async (): Promise<{ name: string; size: number }> => {
    const header = decodeHeader(await reader.take(block));
    if (header === null) throw new BundleFault('E404', `header at byte ${size}`);
    size += spanOf(header.size);
    return header;
  };
  let header = await next();
  while (header.name !== 'manifest.json') {
    if (!isPart(header.name, members)) throw new BundleFault('E404', `member ${members.length + 1}`);
    if (members.length + 1 + ownMembers > limits.members) throw new BundleFault('E610', 'members');
    if (header.size > limits.part) throw new BundleFault('E610', `${header.name}: ${header.size} bytes`);
    const sum = createHash('sha256');
    for await (const piece of reader.skim(header.size)) sum.update(piece);
    await skipFill(reader, header.size);
    members.push({ name: header.name, size: header.size, sha256: sum.digest('hex') });
    header = await next();
  }
  if (header.size > limits.manifest) throw new BundleFault('E610', `manifest of ${header.size} bytes`);
  const manifest = await reader.take(header.size);
  await skipFill(reader, header.size);

  header = await next();
  if (header.name !== 'manifest.json.sig') throw new BundleFault('E404', 'no manifest.json.sig');
  if (header.size > limits.statement) throw new BundleFault('E610', `signature of ${header.size} bytes`);
  const signature = await reader.take(header.size);
  await skipFill(reader, header.size);

  const expected = paddingFor(size + block + endBlocks.length);
  header = await next();
  if (header.name !== 'padding' || header.size !== expected) throw new BundleFault('E404', 'padding');
  for await (const piece of reader.skim(expected + endBlocks.length)) {
    if (!isZero(piece)) throw new BundleFault('E404', 'padding is not zero');
  }
  if (!(await reader.isAtEnd())) throw new BundleFault('E404', 'bytes after the end');
  return { members, manifest, signature };
}

async function skipFill(reader: ByteReader, size: number): Promise<void> {
  for await (const piece of reader.skim(fillOf(size).length)) {
    if (!isZero(piece)) throw new BundleFault('E404', 'fill is not zero');
  }
}

/** docs/format/bundle-v1.md, check 16: the parts are exactly those listed. */
export function verifyMembers({ members }: Inner, files: readonly Member[]): void {
  if (members.length !== files.length)
    throw new BundleFault('E405', `${members.length} of ${files.length} parts`);
  for (const [i, entry] of files.entries()) {
    const found = members[i];
    if (found?.name !== entry.name || found.size !== entry.size || found.sha256 !== entry.sha256) {
      throw new BundleFault('E405', entry.name);
    }
  }
}

/** docs/format/bundle-v1.md, check 14: the manifest is signed, and by the very key that signed outside. */
export function verifyManifest(inner: Inner, outerSigner: string): void {
  const signature = parseSsh(inner.signature);
  if (signature === null) throw new BundleFault('E406', 'not a canonical SSHSIG');
  if (signature.namespace !== innerNamespace) throw new BundleFault('E406', signature.namespace);
  if (signature.publicKey !== outerSigner) throw new BundleFault('E407', 'manifest.json.sig');
  if (!verifySsh(signature, inner.manifest)) throw new BundleFault('E406', 'manifest.json');
}
