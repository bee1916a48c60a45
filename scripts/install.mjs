// Brings node_modules to what package-lock.json says, and only when it is not.
import { existsSync, readFileSync } from 'node:fs';
import { at, hasNode24 } from './paths.mjs';
import { run } from './run-tool.mjs';
import { Obstacle, say } from './say.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */

/** @param {string} path */
const readLock = (path) => /** @type {Lock} */ (JSON.parse(readFileSync(path, 'utf8')));

/** Compares the lock file with the one npm leaves inside node_modules. Optional packages may be another platform's. */
export function isInstalled() {
  const left = at('node_modules', '.package-lock.json');
  if (!existsSync(left) || !hasNode24()) return false;
  const installed = readLock(left).packages;
  return Object.entries(readLock(at('package-lock.json')).packages).every(
    ([path, wanted]) =>
      path === '' || wanted.optional === true || installed[path]?.version === wanted.version,
  );
}

/** @returns {Promise<void>} */
export async function installDependencies() {
  if (isInstalled()) return;
  say('常亮: 正在安装依赖 · installing dependencies with npm ci (once; a few minutes)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=http'], { quiet: true }).catch(
    () => 1,
  );
  if (code !== 0) {
    throw new Obstacle(
      `依赖安装失败 · npm ci failed (exit ${code}). Check the connection to the npm registry (npm config get registry) and run the command again.`,
    );
  }
  if (!hasNode24()) await run(npm, ['rebuild', 'node', '--foreground-scripts'], { quiet: true });
  if (!hasNode24()) {
    throw new Obstacle(
      '缺少 Node 24 · the npm package `node` did not unpack its binary (is ignore-scripts set?). Run: npm rebuild node',
    );
  }
}
