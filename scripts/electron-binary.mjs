// Electron's binary comes from elsewhere than the npm registry and may be out of reach: tried once a day, briefly.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { at, node24, projectEnv } from './paths.mjs';
import { say } from './say.mjs';

const TRIED = at('node_modules', '.electron-tried');
const PATIENCE = 60_000;
const DAY = 24 * 3600_000;

/** Absolute path, or null. @returns {string | null} */
export function findElectron() {
  const home = at('node_modules', 'electron');
  const pathFile = `${home}/path.txt`;
  if (!existsSync(pathFile)) return null;
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? `${home}/dist`;
  const binary = `${folder}/${readFileSync(pathFile, 'utf8').trim()}`;
  return existsSync(binary) ? binary : null;
}

/** The binary, fetched when it can be; null with the reason said. @returns {string | null} */
export function fetchElectron() {
  const found = findElectron();
  if (found !== null || wasTriedToday()) return found;
  say('常亮: 正在获取 Electron · fetching Electron (once; up to a minute)');
  const fetched = spawnSync(node24, [at('node_modules', 'electron', 'install.js')], {
    env: projectEnv(),
    timeout: PATIENCE,
    stdio: 'ignore',
  });
  if (fetched.status === 0) rmSync(TRIED, { force: true });
  else writeFileSync(TRIED, '');
  return findElectron();
}

function wasTriedToday() {
  return existsSync(TRIED) && Date.now() - statSync(TRIED).mtimeMs < DAY;
}
