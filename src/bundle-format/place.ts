// Puts a file where it belongs: no half-written or wrongly written file ever carries a final name.
import { createHash, randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Code } from './codes.ts';
import type { Placed } from './door.ts';
import { BundleFault, refusing, type Refusal } from './fault.ts';
import { limits } from './limits.ts';
import { fileOf, openOrigin, readRange } from './origin.ts';

/** A file whose first bytes can only be known after the rest was written. */
export interface Draft {
  readonly headSize: number;
  readonly body: AsyncIterable<Uint8Array>;
  /** Called once after the body; `head` has `headSize` bytes. */
  readonly finish: (bodySize: number, bodySha256: string) => { head: Uint8Array; tail: Uint8Array };
}

/**
 * Exclusive create of `<random>.part`, write, fsync, read back, compare, rename to the hash of what was read, fsync of
 * the folder. Reading back comes before naming, so that a name is only given to bytes that were read from the file.
 * On any failure only our own `.part` is removed. Throws BundleFault E9xx.
 * @param called the few files whose name says what they are; by their hash if absent
 */
export async function place(folder: string, draft: Draft, called?: string): Promise<Placed> {
  const part = join(folder, `${randomBytes(8).toString('hex')}.part`);
  const handle = await writing('create', () => open(part, 'wx'));
  try {
    const expected = await closing(handle, () => fill(handle, draft));
    const found = await fingerprint(part, draft.headSize);
    if (found.size !== expected.size || !found.head.equals(expected.head) || found.rest !== expected.rest) {
      throw new BundleFault('E905', `${expected.size} bytes written, ${found.size} read back`);
    }
    return await giveName(part, join(folder, called ?? nameOf(found.sha256)), found.size, found.sha256);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Copies a sealed file into a folder with the same care; an equal file already there is left as it is. */
export function placeFile(path: string, folder: string): Promise<Placed | Refusal> {
  return refusing(fileOf(path), async () => {
    const origin = await openOrigin(path);
    try {
      const body = readRange(origin, 0, origin.size);
      const nothing = { head: Buffer.alloc(0), tail: Buffer.alloc(0) };
      return await place(folder, { headSize: 0, body, finish: () => nothing });
    } finally {
      await origin.close();
    }
  });
}

/** Puts a small file of a fixed name with the same care. Throws BundleFault E9xx. */
export function placeAs(folder: string, name: string, bytes: Uint8Array): Promise<Placed> {
  const whole = (async function* () {
    yield await Promise.resolve(bytes);
  })();
  const nothing = { head: Buffer.alloc(0), tail: Buffer.alloc(0) };
  return place(folder, { headSize: 0, body: whole, finish: () => nothing }, name);
}

/** The same for a file that is there already: the new content takes its place in one rename. Throws BundleFault E9xx. */
export async function replaceAs(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const { path } = await placeAs(folder, `${randomBytes(8).toString('hex')}.part`, bytes);
  try {
    await writing('rename', () => rename(path, join(folder, name)));
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

interface Fingerprint {
  readonly size: number;
  readonly head: Buffer;
  /** SHA-256 of everything after the head. */
  readonly rest: string;
}

async function fill(handle: FileHandle, draft: Draft): Promise<Fingerprint> {
  const bodyHash = createHash('sha256');
  let at = draft.headSize;
  for await (const chunk of draft.body) {
    if (at + chunk.length > limits.file) throw new BundleFault('E906', `larger than ${limits.file} bytes`);
    bodyHash.update(chunk);
    await writeFully(handle, chunk, at);
    at += chunk.length;
  }
  const restHash = bodyHash.copy();
  const { head, tail } = draft.finish(at - draft.headSize, bodyHash.digest('hex'));
  if (head.length !== draft.headSize) throw new TypeError('the head is not of the size it promised');
  await writeFully(handle, tail, at);
  await writeFully(handle, head, 0);
  await writing('fsync', () => handle.sync());
  return {
    size: at + tail.length,
    head: Buffer.from(head),
    rest: restHash.update(tail).digest('hex'),
  };
}

async function fingerprint(path: string, headSize: number): Promise<Fingerprint & { sha256: string }> {
  const origin = await openOrigin(path);
  try {
    const head = await origin.read(0, Math.min(headSize, origin.size));
    const whole = createHash('sha256').update(head);
    const rest = createHash('sha256');
    for await (const chunk of readRange(origin, head.length, origin.size - head.length)) {
      whole.update(chunk);
      rest.update(chunk);
    }
    return { size: origin.size, head, rest: rest.digest('hex'), sha256: whole.digest('hex') };
  } finally {
    await origin.close();
  }
}

async function giveName(part: string, path: string, size: number, sha256: string): Promise<Placed> {
  const name = basename(path);
  const placed: Placed = { ok: true, path, name, size, sha256 };
  if (await exists(path)) {
    if ((await fingerprint(path, 0)).sha256 !== sha256) throw new BundleFault('E903', name);
    await writing('remove', () => rm(part));
    return placed;
  }
  await writing('rename', () => rename(part, path));
  await syncFolder(dirname(path));
  return placed;
}

/** First 32 hex of the SHA-256 of the whole file: tells neither office nor week, and `sha256sum` can check it. */
export function nameOf(sha256: string): string {
  return `${sha256.slice(0, 32)}.jwb`;
}

async function exists(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r')).close();
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw asFault('look', error);
  }
}

async function writeFully(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await writing('write', () =>
      handle.write(bytes, done, bytes.length - done, at + done),
    );
    if (bytesWritten === 0) throw new BundleFault('E904', `write: nothing taken at byte ${at + done}`);
    done += bytesWritten;
  }
}

async function closing<T>(handle: FileHandle, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await handle.close();
  }
}

/** A rename is lasting only after this. Windows and some stick file systems cannot do it, and say so. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await closing(handle, () => handle.sync());
  } catch (error) {
    if (!['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP'].includes(errnoOf(error))) throw asFault('fsync', error);
  }
}

const faults: Readonly<Record<string, Code>> = {
  ENOSPC: 'E901',
  EDQUOT: 'E901',
  EFBIG: 'E901',
  EROFS: 'E902',
  EACCES: 'E902',
  EPERM: 'E902',
  EEXIST: 'E903',
};

function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function asFault(step: string, error: unknown): unknown {
  const errno = errnoOf(error);
  return errno === '' ? error : new BundleFault(faults[errno] ?? 'E904', `${step}: ${errno}`);
}

async function writing<T>(step: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asFault(step, error);
  }
}
