// Pieces of the system a verb needs: asks Debian and Ubuntu for them as root, otherwise names them in one line.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run-tool.mjs';
import { Obstacle, say } from './say.mjs';

/** @type {Record<string, () => boolean>} Debian's package → is it there, under whatever name */
const PIECES = {
  chromium: () => findChromium() !== null,
  'fonts-noto-cjk': hasChineseFont,
  sqlcipher: () => onPath('sqlcipher'),
  age: () => onPath('age'),
  zstd: () => onPath('zstd'),
  jq: () => onPath('jq'),
  'openssh-client': () => onPath('ssh-keygen'),
  'poppler-utils': () => onPath('pdftotext'),
  xvfb: () => process.platform !== 'linux' || onPath('Xvfb'),
  sqlite3: () => onPath('sqlite3'),
  postgresql: hasPostgres,
  pngquant: () => onPath('pngquant'),
  strace: () => process.platform !== 'linux' || onPath('strace'),
};

/** Comes along where Debian has it: the same engine without the browser around it, a third less work for each window nobody sees. */
const LIGHTER = 'chromium-headless-shell';

/** What draws a page. */
export const BROWSER = ['chromium', 'fonts-noto-cjk'];
/** What the measurements are held against. */
export const FLOORS = [...BROWSER, 'age', 'zstd', 'sqlite3', 'postgresql'];
/** What makes the pictures of the docs small. */
export const PICTURES = [...BROWSER, 'pngquant'];
/** What the tests hold the office against: the stock tools. */
export const STOCK_TOOLS = Object.keys(PIECES).filter((name) => !['pngquant', 'strace'].includes(name));
/** What `npm run faults` breaks a process and a disk with. */
export const BREAKERS = ['age', 'zstd', 'jq', 'openssh-client', 'strace'];

/** @param {string} name */
function find(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name];
  return folders.flatMap((folder) => names.map((one) => join(folder, one))).find(mayRun) ?? null;
}

/** @param {string} path */
function mayRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (/** @type {string} */ name) => find(name) !== null;

/** The machine's Chromium, or null. The same names as in tests/shell/chromium-binary.ts. */
function findChromium() {
  const named = process.env['LAMPLIGHT_CHROMIUM'] ?? '';
  if (named !== '' && mayRun(named)) return named;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return names.map(find).find((path) => path !== null) ?? null;
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

/** The server's programs are on no PATH in Debian; the same places as in tests/support/postgres-server.ts. */
function hasPostgres() {
  const debian = '/usr/lib/postgresql';
  const folders = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, 'bin'))
    : [];
  return onPath('initdb') || folders.some((folder) => mayRun(join(folder, 'initdb')));
}

/** @param {string} name */
function isInDebian(name) {
  return spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;
}

/**
 * Refuses with what is missing when it cannot be installed from here.
 * @param {string[]} wanted
 * @returns {Promise<void>}
 */
export async function needPieces(wanted) {
  const missing = () => wanted.filter((name) => PIECES[name]?.() === false);
  const before = missing();
  if (before.length === 0) return;
  const names = before.join(' ');
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Obstacle(
      `缺少系统组件 · missing on this machine: ${names}. Install them with its package manager and run the command again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Obstacle(`缺少系统组件，需要管理员 · missing: ${names}. Run: sudo apt-get install ${names}`);
  }
  say(`常亮: 正在安装系统组件 · installing with apt-get: ${names}`);
  const manner = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], manner);
  const lighter = before.includes('chromium') && isInDebian(LIGHTER) ? [LIGHTER] : [];
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...before, ...lighter], manner);
  const after = missing();
  if (after.length > 0) {
    throw new Obstacle(
      `系统组件安装失败 · apt-get could not install: ${after.join(' ')}. Check the package sources of this machine.`,
    );
  }
}
