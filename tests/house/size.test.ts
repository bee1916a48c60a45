import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Far above the guidance (120 lines, a dozen files): who reaches this has built a hub. */
const MOST_LINES = 400;
const MOST_FILES = 16;

const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsbuildinfo'))
  .map((entry) => ({ folder: relative(root, entry.parentPath), path: join(entry.parentPath, entry.name) }));

const text = sources.filter(({ path }) => /\.(ts|tsx|css|sql|html)$/.test(path));

describe('the house has no hub', () => {
  it('no file of the sources is longer than anybody reads', () => {
    const long = text
      .map(({ path }) => ({
        path: relative(root, path),
        lines: readFileSync(path, 'utf8').split('\n').length,
      }))
      .filter(({ lines }) => lines > MOST_LINES);
    expect(text.length).toBeGreaterThan(20);
    expect(long).toEqual([]);
  });

  it('no folder holds more files than fit on a page', () => {
    const folders = new Map<string, number>();
    for (const { folder } of sources) folders.set(folder, (folders.get(folder) ?? 0) + 1);
    expect([...folders].filter(([, files]) => files > MOST_FILES)).toEqual([]);
  });
});

describe('nothing in the sources', () => {
  const find = (pattern: RegExp) =>
    text
      .filter(({ path }) => pattern.test(readFileSync(path, 'utf8')))
      .map(({ path }) => relative(root, path));

  it('switches a protection of the window off', () => {
    expect(find(/\b(webSecurity|sandbox|contextIsolation):\s*false\b/)).toEqual([]);
    expect(find(/\bnodeIntegration\w*:\s*true\b/)).toEqual([]);
    expect(find(/allowRunningInsecureContent|enableBlinkFeatures|experimentalFeatures/)).toEqual([]);
  });

  it('opens a browser or a network address', () => {
    expect(find(/\bopenExternal\b/)).toEqual([]);
    expect(find(/\bXMLHttpRequest\b|\bnew WebSocket\b|\bnew EventSource\b|navigator\.sendBeacon/)).toEqual(
      [],
    );
  });

  it('silences the type checker or the linter', () => {
    expect(find(/@ts-(ignore|nocheck|expect-error)|(oxlint|eslint)-disable/)).toEqual([]);
  });
});
