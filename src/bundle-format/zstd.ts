// One part, one zstd frame: the frame is walked by hand, because decoders disagree about what may follow it.
import { constants, zstdCompress, zstdDecompress, type ZstdOptions } from 'node:zlib';
import { BundleFault } from './fault.ts';

const magic = 0xfd2fb528;
const windowLogMax = 24;
/** Node takes no smaller piece. */
const MIN_CHUNK = 64;

/** Level 3, content checksum on. */
export function compressPart(raw: Buffer): Promise<Buffer> {
  const params = { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 };
  return settle((done) => zstdCompress(raw, { params }, done));
}

/** Exactly `rawSize` bytes out of exactly one frame, or E601 / E602. Never allocates more than `rawSize`. */
export async function decompressPart(part: Buffer, rawSize: number, name: string): Promise<Buffer> {
  const wrong = findFrameFlaw(part, rawSize);
  if (wrong !== null) throw new BundleFault('E601', `${name}: ${wrong}`);
  const options: ZstdOptions = {
    params: { [constants.ZSTD_d_windowLogMax]: windowLogMax },
    maxOutputLength: rawSize,
    // One piece that takes it all, where many small ones would have to be put together at the end: half the memory.
    chunkSize: Math.max(MIN_CHUNK, rawSize + 1),
  };
  const raw = await settle((done) => zstdDecompress(part, options, done)).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new BundleFault('E602', `${name}: larger than ${rawSize} bytes`);
    throw new BundleFault('E601', `${name}: ${code}`);
  });
  if (raw.length !== rawSize) throw new BundleFault('E602', `${name}: ${raw.length} of ${rawSize} bytes`);
  return raw;
}

/** RFC 8878, 3.1.1: header and block headers of one frame with checksum that ends where the part ends; or what is wrong. */
export function findFrameFlaw(part: Buffer, rawSize: number): string | null {
  if (part.length < 9 || part.readUInt32LE(0) !== magic) return 'not a zstd frame';
  const descriptor = part.readUInt8(4);
  const single = (descriptor & 0x20) !== 0;
  if ((descriptor & 0x18) !== 0) return 'reserved header bits';
  if ((descriptor & 0x04) === 0) return 'no checksum';
  if ((descriptor & 0x03) !== 0) return 'dictionary';
  const sizeFlag = descriptor >> 6;
  const sizeBytes = sizeFlag === 0 ? (single ? 1 : 0) : 2 ** sizeFlag;
  let at = 5;
  if (!single) {
    if (10 + (part.readUInt8(at) >> 3) > windowLogMax) return 'window too large';
    at += 1;
  }
  if (at + sizeBytes > part.length) return 'cut short';
  if (sizeBytes > 0 && contentSize(part, at, sizeBytes) !== BigInt(rawSize)) return 'content size';
  at += sizeBytes;
  for (;;) {
    if (at + 3 > part.length) return 'cut short';
    const header = part.readUIntLE(at, 3);
    const type = (header >> 1) & 3;
    if (type === 3) return 'reserved block type';
    at += 3 + (type === 1 ? 1 : header >> 3);
    if ((header & 1) === 1) break;
  }
  return at + 4 === part.length ? null : 'the frame does not end where the part ends';
}

function contentSize(part: Buffer, at: number, bytes: number): bigint {
  if (bytes === 8) return part.readBigUInt64LE(at);
  const value = part.readUIntLE(at, bytes);
  return BigInt(bytes === 2 ? value + 256 : value);
}

function settle(work: (done: (error: Error | null, result: Buffer) => void) => void): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    work((error, result) => (error === null ? resolve(result) : reject(error)));
  });
}
