/** Sealed files onto a stick: room made sure of, each written beside, read back and only then named. Every fault has its word. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { placeFile, stickNames, type Refusal as FormatRefusal } from '#bundle-format';
import { refuse, Refusal, type StickFault } from '#shared/kernel/failure.ts';
import { bundleFolder } from './folders.ts';

/** Left free on a stick, bytes: what its own tables and the receipts need. */
const MARGIN = 4 * 1024 * 1024;

export interface SealedFile {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Calls `onWritten` after each file was read back. Refuses with `stick` and its fault; no half file bears a final name then.
 * @param stick the stick, or a folder that stands for one
 */
export async function putFiles(
  stick: string,
  files: readonly SealedFile[],
  onWritten: (index: number) => void,
): Promise<void> {
  const folder = await within(stick, () => Promise.resolve(bundleFolder(stick)));
  await within(stick, async () => {
    dropOwnParts(folder);
    await needRoom(folder, files);
  });
  for (const [index, { path }] of files.entries()) {
    const placed = await placeFile(path, folder);
    if (!placed.ok) refuse({ code: 'stick', fault: faultOf(placed, stick) });
    onWritten(index);
  }
}

/** What an export left that was interrupted: bears the name only our own writing gives, and nobody else writes here now. */
function dropOwnParts(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile() && /^[0-9a-f]{16}\.part$/.test(entry.name)) rmSync(join(folder, entry.name));
}

/** Before the first byte: a stick that takes half of it helps nobody. A stick that says 0 blocks in all says nothing. */
async function needRoom(folder: string, files: readonly SealedFile[]): Promise<void> {
  const missing = files.filter(({ path }) => !existsSync(join(folder, basename(path))));
  if (missing.length === 0) return;
  const { blocks, bavail, bsize } = await statfs(folder);
  const needed = missing.reduce((sum, { bytes }) => sum + bytes, MARGIN);
  if (blocks > 0 && bavail * bsize < needed) refuse({ code: 'stick', fault: 'full' });
}

async function within<T>(stick: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const errno = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (errno === '') throw error;
    return refuse({ code: 'stick', fault: faultOfErrno(errno, stick) });
  }
}

function faultOf({ word, detail }: FormatRefusal, stick: string): StickFault {
  switch (word) {
    case 'no-space':
      return 'full';
    case 'read-only':
      return 'read-only';
    case 'file-exists':
      return 'dirty';
    case 'read-back-differs':
      return 'differs';
    default:
      return faultOfErrno(/\bE[A-Z]{2,}\b/.exec(detail)?.[0] ?? '', stick);
  }
}

const GONE = new Set(['ENODEV', 'ENXIO', 'ENOENT', 'ENOTCONN', 'ESTALE', 'ENOTDIR']);

/** A stick that was pulled out and one that breaks can give the same error: where its folder is gone, so is the stick. */
function faultOfErrno(errno: string, stick: string): StickFault {
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return 'full';
  if (errno === 'EROFS' || errno === 'EACCES' || errno === 'EPERM') return 'read-only';
  return GONE.has(errno) || !existsSync(join(stick, stickNames.root)) ? 'gone' : 'faulty';
}
