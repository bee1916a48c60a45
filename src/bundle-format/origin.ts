// One way to read a file, whether it lies on a disk or in memory.
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Origin } from './door.ts';
import { BundleFault } from './fault.ts';

export interface OpenOrigin {
  /** Base name of the path, '' for bytes. */
  readonly file: string;
  readonly size: number;
  /** Exactly `length` bytes, or E103 / E201. */
  readonly read: (at: number, length: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

export const chunkSize = 256 * 1024;

export function fileOf(origin: Origin): string {
  return typeof origin === 'string' ? basename(origin) : '';
}

export async function openOrigin(origin: Origin): Promise<OpenOrigin> {
  if (typeof origin !== 'string') return openBytes(origin);
  const handle = await reading(0, () => open(origin, 'r'));
  try {
    const stat = await reading(0, () => handle.stat());
    if (!stat.isFile()) throw new BundleFault('E202', 'not a regular file');
    return {
      file: basename(origin),
      size: stat.size,
      read: (at, length) => readFully(handle, at, length),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function openBytes(bytes: Uint8Array): OpenOrigin {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    file: '',
    size: all.length,
    read: (at, length) =>
      at + length > all.length
        ? Promise.reject(new BundleFault('E201', `ends at byte ${all.length}`))
        : Promise.resolve(all.subarray(at, at + length)),
    close: () => Promise.resolve(),
  };
}

async function readFully(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await reading(at + done, () => handle.read(buffer, done, length - done, at + done));
    if (bytesRead === 0) throw new BundleFault('E201', `ends at byte ${at + done}`);
    done += bytesRead;
  }
  return buffer;
}

async function reading<T>(at: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new BundleFault('E103', `${code} at byte ${at}`);
  }
}

export async function* readRange(origin: OpenOrigin, from: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += chunkSize) {
    yield await origin.read(from + at, Math.min(chunkSize, length - at));
  }
}
