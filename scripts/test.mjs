// Runs the tests, with their temporary folders in memory where there is room.
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { at, tools } from './paths.mjs';
import { runNode } from './run-tool.mjs';

/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm';
/** statfs: a file system in memory (Linux, magic.h). */
const TMPFS = 0x01021994;
/** More than all tests ever hold at once. */
const ROOM = 4 * 1024 ** 3;

/**
 * An office commits to the disk at each save, and the tests save tens of thousands of times: on a disk they wait for it a
 * fifth of their time. What a crash leaves behind is tried by killing processes, which is the same in memory.
 * @param {string[]} args
 */
export async function runTests(args) {
  const folder = hasRoomInMemory() ? mkdtempSync(join(IN_MEMORY, 'lamplight-tests-')) : null;
  const env = {
    // Compiled scripts stay for the next thread and the next run; what changed is compiled anew.
    NODE_COMPILE_CACHE: at('node_modules', '.cache', 'compiled'),
    ...(folder === null ? {} : { TMPDIR: folder }),
  };
  try {
    // Servers that some tests start run as somebody else, as they would in the usual folder.
    if (folder !== null) chmodSync(folder, 0o1777);
    return await runNode(tools.vitest, ['run', ...args], { env });
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

function hasRoomInMemory() {
  if (process.env['TMPDIR'] !== undefined) return false;
  try {
    const { type, bavail, bsize } = statfsSync(IN_MEMORY);
    return type === TMPFS && bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}
