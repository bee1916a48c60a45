// Builds out/ when a source is newer than what stands there. Two builds never write at the same time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, tools } from './paths.mjs';
import { runNode } from './run-tool.mjs';
import { Obstacle, say } from './say.mjs';

const STAMP = at('out', '.stamp');
const LOCK = at('node_modules', '.building');
const CONFIGS = ['electron.vite.config.ts', 'station.vite.config.ts', 'package.json', 'package-lock.json'];

/** Path, size and time of every source: cheap, and enough to see a change. */
export function sourcesDigest() {
  const hash = createHash('sha256');
  const note = (/** @type {string} */ path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  };
  for (const config of CONFIGS) note(at(config));
  for (const entry of readdirSync(at('src'), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && !entry.name.endsWith('.tsbuildinfo')) note(join(entry.parentPath, entry.name));
  }
  return hash.digest('hex');
}

const isFresh = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourcesDigest();

/** @param {boolean} force @returns {Promise<void>} */
export async function buildIfStale(force = false) {
  if (!force && isFresh()) return;
  const release = await takeLock();
  try {
    if (!force && isFresh()) return;
    await build();
  } finally {
    release();
  }
}

async function build() {
  const digest = sourcesDigest();
  say('常亮: 正在构建 · building');
  rmSync(STAMP, { force: true });
  const codes = await Promise.all([
    runNode(tools.electronVite, ['build', '--logLevel', 'warn'], { quiet: true }),
    runNode(tools.vite, ['build', '--config', 'station.vite.config.ts', '--logLevel', 'warn'], {
      quiet: true,
    }),
  ]);
  if (codes.some((code) => code !== 0)) {
    throw new Obstacle('构建失败 · the build failed; the reason stands above.');
  }
  mkdirSync(at('out'), { recursive: true });
  writeFileSync(STAMP, digest);
}

/** A folder as lock: made by one, awaited by the others, taken over when its maker is gone. */
async function takeLock() {
  const owner = join(LOCK, 'pid');
  for (;;) {
    try {
      mkdirSync(LOCK);
      writeFileSync(owner, String(process.pid));
      return () => rmSync(LOCK, { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (isAbandoned(owner)) rmSync(LOCK, { recursive: true, force: true });
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** @param {string} owner */
function isAbandoned(owner) {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return false;
  } catch (error) {
    // The lock is made in two steps: without a pid it is abandoned only when it has stood for a while.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return !existsSync(LOCK) || Date.now() - statSync(LOCK).mtimeMs > 5000;
    }
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
