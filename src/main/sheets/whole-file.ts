/** A file written beside its place and put there when it is whole: never half of one, and nothing left after an error. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '#main/files/replace-file.ts';

export async function writeWhole(path: string, write: (file: WriteStream) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  await rm(part, { force: true });
  try {
    // For this user alone: what is written is personal data.
    await write(createWriteStream(part, { flags: 'wx', mode: 0o600 }));
    await sync(part);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

async function sync(path: string): Promise<void> {
  await using file = await open(path, 'r+');
  await file.sync();
}
