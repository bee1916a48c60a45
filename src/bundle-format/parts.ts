// Lines cut into compressed parts on their way into an archive, the same for every kind of file that carries lines.
import { hash } from 'node:crypto';
import { limits } from './limits.ts';
import { compressPart } from './zstd.ts';

/** A part as a manifest lists it. */
export interface Packed {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly raw_size: number;
  readonly raw_sha256: string;
  readonly rows: number;
}

export interface Packing {
  readonly lines: Iterable<string> | AsyncIterable<string>;
  readonly nameOf: (index: number) => string;
  /** Asked of each line in its order, before it is packed; throws for one that must not leave. */
  readonly admit: (line: string) => void;
  /** Filled as the parts go by. */
  readonly files: Packed[];
}

/** Parts of at most 16 MiB before compression, cut at line ends; one is held at a time. */
export async function* packParts(packing: Packing): AsyncGenerator<{ name: string; content: Buffer }> {
  let pending: string[] = [];
  let size = 0;
  for await (const line of packing.lines) {
    const bytes = Buffer.byteLength(line);
    if (size + bytes > limits.partRaw) {
      yield await packPart(pending, packing);
      pending = [];
      size = 0;
    }
    packing.admit(line);
    pending.push(line);
    size += bytes;
  }
  if (pending.length > 0) yield await packPart(pending, packing);
}

async function packPart(
  lines: readonly string[],
  { nameOf, files }: Packing,
): Promise<{ name: string; content: Buffer }> {
  const raw = Buffer.from(lines.join(''));
  const content = await compressPart(raw);
  const name = nameOf(files.length);
  files.push({
    name,
    size: content.length,
    sha256: hash('sha256', content),
    raw_size: raw.length,
    raw_sha256: hash('sha256', raw),
    rows: lines.length,
  });
  return { name, content };
}
