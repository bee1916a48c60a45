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

/**
 * Parts of at most 16 MiB before compression, cut at line ends; one is held at a time, as bytes in one place: as many lines
 * kept as strings would need several times as much, and of a small heap.
 */
export async function* packParts(packing: Packing): AsyncGenerator<{ name: string; content: Buffer }> {
  const pending = openPending();
  for await (const line of packing.lines) {
    const bytes = Buffer.byteLength(line);
    if (pending.size() + bytes > limits.partRaw) yield await packPart(pending, packing);
    packing.admit(line);
    pending.add(line, bytes);
  }
  if (pending.rows() > 0) yield await packPart(pending, packing);
}

/** Lines of the part that is being filled. */
interface Pending {
  readonly size: () => number;
  readonly rows: () => number;
  readonly add: (line: string, bytes: number) => void;
  /** Valid until the next line is added. */
  readonly raw: () => Buffer;
  readonly clear: () => void;
}

const FIRST_ROOM = 64 * 1024;

function openPending(): Pending {
  let room = Buffer.allocUnsafeSlow(FIRST_ROOM);
  let [size, rows] = [0, 0];
  return {
    size: () => size,
    rows: () => rows,
    add(line, bytes) {
      if (size + bytes > room.length) {
        const larger = Buffer.allocUnsafeSlow(
          Math.max(size + bytes, Math.min(2 * room.length, limits.partRaw)),
        );
        room.copy(larger, 0, 0, size);
        room = larger;
      }
      size += room.write(line, size);
      rows += 1;
    },
    raw: () => room.subarray(0, size),
    clear: () => {
      [size, rows] = [0, 0];
    },
  };
}

async function packPart(
  pending: Pending,
  { nameOf, files }: Packing,
): Promise<{ name: string; content: Buffer }> {
  const raw = pending.raw();
  const content = await compressPart(raw);
  const name = nameOf(files.length);
  files.push({
    name,
    size: content.length,
    sha256: hash('sha256', content),
    raw_size: raw.length,
    raw_sha256: hash('sha256', raw),
    rows: pending.rows(),
  });
  pending.clear();
  return { name, content };
}
