/** A zip archive of parts, as xlsx and ods are: bounded before it is unpacked, checked while it is. */
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { MAX_ENTRIES, refuseDamaged, refuseEncrypted, refuseTooBig } from './limits.ts';
import { isSystemError } from './system-error.ts';

export interface PackageParts {
  /** Names without regard to case, as OPC wants them. */
  has(name: string): boolean;
  /** Unpacks a part piece by piece. Refuses one that is missing, larger than `most`, or not what its checksum says. */
  read(name: string, most: number): AsyncGenerator<Buffer>;
  readAll(name: string, most: number): Promise<Buffer>;
  close(): void;
}

export async function openParts(path: string): Promise<PackageParts> {
  const zip = await damagedUnlessSystem(
    openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }),
  );
  try {
    if (zip.entryCount > MAX_ENTRIES) refuseTooBig();
    return partsOf(zip, await readDirectory(zip));
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readDirectory(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  const fill = async () => {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  };
  await damagedUnlessSystem(fill());
  return entries;
}

function partsOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): PackageParts {
  async function* read(name: string, most: number): AsyncGenerator<Buffer> {
    const entry = entries.get(name.toLowerCase()) ?? refuseDamaged();
    if (entry.isEncrypted()) refuseEncrypted();
    if (entry.uncompressedSize > most) refuseTooBig();
    let size = 0;
    let sum = 0;
    for await (const piece of unpack(zip, entry)) {
      size += piece.length;
      // A part that is larger than it says was made to fill the memory.
      if (size > entry.uncompressedSize) refuseDamaged();
      sum = crc32(piece, sum);
      yield piece;
    }
    if (size !== entry.uncompressedSize || sum !== entry.crc32) refuseDamaged();
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read,
    async readAll(name, most) {
      const pieces: Buffer[] = [];
      for await (const piece of read(name, most)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    close: () => zip.close(),
  };
}

/** Large pieces: each costs a turn through the threads that unpack. */
const PIECE = 128 * 1024;
const STORED = 0;
const DEFLATED = 8;

async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED) refuseDamaged();
  const packed = await damagedUnlessSystem(zip.openReadStreamPromise(entry, { decodeFileData: false }));
  const stream =
    method === STORED ? packed : pipeline(packed, createInflateRaw({ chunkSize: PIECE }), () => {});
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    if (isSystemError(error)) throw error;
    refuseDamaged();
  }
}

async function damagedUnlessSystem<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (isSystemError(error)) throw error;
    return refuseDamaged();
  });
}
