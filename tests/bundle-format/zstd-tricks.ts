// What may be hidden in a compressed part: other frames, other content, more than it says.
import { constants, zstdCompressSync } from 'node:zlib';
import { hostileBundle } from './hostile-bundle.ts';
import type { Trick } from './trick.ts';

const skippable = Buffer.from('502a4d1804000000deadbeef', 'hex');

export function frame(raw: Buffer, params: Record<number, number> = {}): Buffer {
  return zstdCompressSync(raw, { params: { [constants.ZSTD_c_checksumFlag]: 1, ...params } });
}

const level = (wanted: number): Trick =>
  trick(
    `one frame at level ${wanted}`,
    (raw) => frame(raw, { [constants.ZSTD_c_compressionLevel]: wanted }),
    ['ok'],
  );

function trick(what: string, compress: (raw: Buffer) => Buffer, codes: readonly string[] = ['E601']): Trick {
  return { what, bytes: () => hostileBundle({ compress }), codes };
}

/** Not tricks at all: a rule that refuses everything would pass the rest. */
export const honestParts: readonly Trick[] = [1, 3, 19].map(level);

const halves = (raw: Buffer): readonly [Buffer, Buffer] => [
  frame(raw.subarray(0, raw.length >> 1)),
  frame(raw.subarray(raw.length >> 1)),
];

export const besideTricks: readonly Trick[] = [
  trick('two frames', (raw) => Buffer.concat(halves(raw))),
  trick('an empty frame after', (raw) => Buffer.concat([frame(raw), frame(Buffer.alloc(0))])),
  trick('a skippable frame before', (raw) => Buffer.concat([skippable, frame(raw)])),
  trick('a skippable frame after', (raw) => Buffer.concat([frame(raw), skippable])),
  trick('only a skippable frame', () => skippable),
  trick('garbage after', (raw) => Buffer.concat([frame(raw), Buffer.from('garbage')])),
  trick('one zero after', (raw) => Buffer.concat([frame(raw), Buffer.alloc(1)])),
  trick('the last byte missing', (raw) => frame(raw).subarray(0, -1)),
  trick('no checksum', (raw) => frame(raw, { [constants.ZSTD_c_checksumFlag]: 0 })),
  trick('not compressed at all', (raw) => raw),
  trick('only a magic number', () => Buffer.from('28b52ffd', 'hex')),
  // The manifest may not even list it.
  trick('nothing', () => Buffer.alloc(0), ['E408']),
  trick('a dictionary id', (raw) =>
    Buffer.concat([frame(raw).subarray(0, 4), Buffer.from([0x05]), frame(raw).subarray(5)]),
  ),
];

const flipped = (at: number): Trick =>
  trick(
    `a bit turned at ${at}`,
    (raw) => {
      const part = frame(raw);
      const index = at < 0 ? part.length + at : at;
      part.writeUInt8(part.readUInt8(index) ^ 0x40, index);
      return part;
    },
    ['E601', 'E602'],
  );

export const contentTricks: readonly Trick[] = [
  ...[-1, -2, 20].map(flipped),
  trick(
    'another text of the right size',
    (raw) => {
      const other = Buffer.from(raw);
      other.write('X', raw.indexOf('张'));
      return frame(other);
    },
    ['E602'],
  ),
  trick('more than the manifest says', (raw) => frame(Buffer.concat([raw, raw]))),
  trick('less than the manifest says', (raw) => frame(raw.subarray(0, -1)), ['E601', 'E602']),
  trick('256 MiB of zeros', () => frame(Buffer.alloc(256 * 1024 * 1024))),
];

export const zstdTricks: readonly Trick[] = [...honestParts, ...besideTricks, ...contentTricks];
