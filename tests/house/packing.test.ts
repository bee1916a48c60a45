import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const tool = (...parts: string[]) => join(root, 'node_modules', ...parts);
const { version } = JSON.parse(readFileSync(tool('electron', 'package.json'), 'utf8')) as { version: string };

/** Where Electron keeps its switches inside its binary: a mark, a version, their number, then one character each. */
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

let folder = '';
let unpacked = '';
let packed: string[] = [];

/** A folder shaped like Electron's, so that packing can be shown where Electron cannot be fetched. */
function standIn(): string {
  const home = join(folder, 'electron');
  mkdirSync(join(home, 'resources'), { recursive: true });
  mkdirSync(join(home, 'locales'));
  for (const language of ['zh-CN', 'en-US', 'de'])
    writeFileSync(join(home, 'locales', `${language}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(home, name), '');
  writeFileSync(join(home, 'version'), version);
  writeFileSync(join(home, 'electron'), `ELF ${FUSE_MARK}\u0001\u0009${'1'.repeat(9)} end`);
  chmodSync(join(home, 'electron'), 0o755);
  return home;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lamplight-packing-'));
  const settings = [`-c.electronDist=${standIn()}`, `-c.directories.output=${join(folder, 'dist')}`];
  const args = ['--publish', 'never', '--linux', 'dir', '--x64', ...settings];
  const made = spawnSync(process.execPath, [tool('electron-builder', 'cli.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  unpacked = join(folder, 'dist', 'linux-unpacked');
  const asar = join(unpacked, 'resources', 'app.asar');
  const listed = spawnSync(process.execPath, [tool('@electron', 'asar', 'bin', 'asar.js'), 'list', asar], {
    encoding: 'utf8',
  });
  packed = listed.stdout.split('\n').filter((line) => line !== '');
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed office', () => {
  it('holds its own built files and the database, and nothing of the checkout', () => {
    expect(packed).toContain('/out/main/office-process.js');
    expect(packed).toContain('/out/main/sheets-thread.js');
    expect(packed).toContain('/out/preload/index.cjs');
    expect(packed).toContain('/out/renderer/index.html');
    const folders = new Set(
      packed.map((path) =>
        path
          .split('/')
          .slice(1, path.startsWith('/out/') ? 3 : 2)
          .join('/'),
      ),
    );
    expect([...folders].sort()).toEqual([
      'node_modules',
      'out',
      'out/main',
      'out/preload',
      'out/renderer',
      'package.json',
      'resources',
    ]);
    const modules = packed.filter((path) => /^\/node_modules\/[^/]+$/.test(path));
    expect(modules).toEqual(['/node_modules/better-sqlite3']);
  });

  it('holds no test, no source, no map and no command line', () => {
    expect(packed.filter((path) => /\.(ts|tsx|map|test\.\w+)$|\/tests?\/|\/cli\.js$/.test(path))).toEqual([]);
  });

  it('holds only its own system’s binaries', () => {
    const binaries = packed.filter((path) => path.endsWith('.node'));
    expect(binaries).toContain('/node_modules/better-sqlite3/prebuilds/linux-x64.node');
    expect(binaries.filter((path) => /darwin|win32|musl/.test(path))).toEqual([]);
  });

  it('speaks Chinese and English', () => {
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
  });

  it('cannot be used as Node, debugged, or run from anything but its own archive', () => {
    const binary = readFileSync(join(unpacked, 'lamplight'), 'latin1');
    const switches = binary.slice(binary.indexOf(FUSE_MARK) + FUSE_MARK.length + 2, -' end'.length);
    // RunAsNode, CookieEncryption, NodeOptions, NodeCliInspect off; asar integrity, only asar on; V8 snapshot as it
    // was; file privileges off; the ninth belongs to V8.
    expect(switches.slice(0, 6)).toBe('000011');
    expect(switches[7]).toBe('0');
  });
});
