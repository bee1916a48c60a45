// From compressed parts to lines: every part is checked against the signed manifest before a line of it is read.
import { hash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { chainNext, leafOf } from './chain.ts';
import { parseChange, readForgotten, type Change } from './change.ts';
import type { BundleLine } from './door.ts';
import { BundleFault } from './fault.ts';
import { ByteReader } from './inner.ts';
import type { BundleManifest, PartEntry } from './manifest.ts';
import type { Packed } from './parts.ts';
import { block, decodeHeader, spanOf } from './tar.ts';
import { addToTally, findCountFlaw, startTally, type Counted } from './tally.ts';
import { decompressPart } from './zstd.ts';

/** What reading lines needs of a manifest, whatever kind of file they came in. */
export type LineManifest = Pick<BundleManifest, 'files' | 'range' | 'prev_chain' | 'chain' | 'schema'> &
  Counted;

/** Yields each part decompressed. Throws E405 where the body is no longer what the manifest says, E601, E602. */
export async function* walkParts<P extends Packed>(
  plain: AsyncIterable<Uint8Array>,
  manifest: { readonly files: readonly P[] },
): AsyncGenerator<{ entry: P; raw: Buffer }> {
  const reader = new ByteReader(plain);
  try {
    for (const entry of manifest.files) {
      const header = decodeHeader(await reader.take(block));
      if (header?.name !== entry.name || header.size !== entry.size)
        throw new BundleFault('E405', entry.name);
      const part = (await reader.take(spanOf(entry.size) - block)).subarray(0, entry.size);
      if (hash('sha256', part) !== entry.sha256) throw new BundleFault('E405', entry.name);
      const raw = await decompressPart(part, entry.raw_size, entry.name);
      if (hash('sha256', raw) !== entry.raw_sha256) throw new BundleFault('E602', entry.name);
      yield { entry, raw };
    }
  } finally {
    await reader.close();
  }
}

/**
 * Yields the lines of one part. `strict` checks the form of each line; without it the part must have passed strictly
 * before under the same manifest. Throws E603, E604, E606.
 */
export function* walkLines(
  entry: PartEntry,
  raw: Buffer,
  before: Buffer,
  strict: boolean,
): Generator<BundleLine> {
  if (strict) needUtf8(entry, raw);
  let chain = before;
  let n = entry.from;
  for (let at = 0; at < raw.length; n += 1) {
    const end = raw.indexOf(10, at) + 1;
    if (end === 0) throw new BundleFault('E603', `${entry.name}: no end after line ${n - 1}`);
    const line = raw.toString('utf8', at, end);
    const forgotten = readForgotten(line);
    const change = forgotten === null ? readChange(line, n, strict) : null;
    const found = forgotten?.n ?? change?.n;
    if (found !== n) throw new BundleFault('E604', `${found} in the place of ${n}`);
    chain = chainNext(chain, leafOf(line));
    yield { n, line, change, forgotten, chain };
    at = end;
  }
  if (n !== entry.to + 1)
    throw new BundleFault('E606', `${entry.name}: ${n - entry.from} of ${entry.rows} lines`);
}

/** Throws E603. */
export function needUtf8({ name }: Packed, raw: Buffer): void {
  if (!isUtf8(raw)) throw new BundleFault('E603', `${name}: not UTF-8`);
}

function readChange(line: string, n: number, strict: boolean): Change {
  if (!strict) return JSON.parse(line) as Change;
  try {
    return parseChange(line);
  } catch (error) {
    if (error instanceof BundleFault) throw new BundleFault(error.code, `line ${n}: ${error.detail}`);
    throw error;
  }
}

/** docs/format/bundle-v1.md, checks 21 to 23: reads everything once and keeps nothing. */
export async function verifyLines(plain: AsyncIterable<Uint8Array>, manifest: LineManifest): Promise<void> {
  const tally = startTally();
  let chain: Buffer = Buffer.from(manifest.prev_chain, 'hex');
  for await (const { entry, raw } of walkParts(plain, manifest)) {
    for (const line of walkLines(entry, raw, chain, true)) {
      if (line.change !== null && line.change.s > manifest.schema) {
        throw new BundleFault('E603', `line ${line.n}: schema above the manifest's`);
      }
      addToTally(tally, line.change);
      chain = line.chain;
    }
  }
  if (chain.toString('hex') !== manifest.chain)
    throw new BundleFault('E605', `after line ${manifest.range.to}`);
  const wrong = findCountFlaw(tally, manifest);
  if (wrong !== null) throw new BundleFault('E606', wrong);
}

/** Lines of a body that verifyLines accepted. */
export async function* rereadLines(
  plain: AsyncIterable<Uint8Array>,
  manifest: LineManifest,
): AsyncGenerator<BundleLine> {
  let chain: Buffer = Buffer.from(manifest.prev_chain, 'hex');
  for await (const { entry, raw } of walkParts(plain, manifest)) {
    for (const line of walkLines(entry, raw, chain, false)) {
      chain = line.chain;
      yield line;
    }
  }
}
