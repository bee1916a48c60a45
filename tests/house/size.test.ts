import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Far above the guidance (120 lines, a dozen files): who reaches this has built a hub. */
const MOST_LINES = 400;
const MOST_FILES = 20;
/** Lists of words, one line each in two languages: long, but nobody has to follow them. */
const WORDS = { name: /-text\.ts$/, mostLines: 600 };
/** A library with one door, reviewed as a whole: flat, one rule of the format a file. */
const LIBRARY = { folder: join('src', 'bundle-format'), mostFiles: 40 };

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
      .filter(({ path, lines }) => lines > (WORDS.name.test(path) ? WORDS.mostLines : MOST_LINES));
    expect(text.length).toBeGreaterThan(20);
    expect(long).toEqual([]);
  });

  it('no folder holds more files than fit on a page', () => {
    const folders = new Map<string, number>();
    for (const { folder } of sources) folders.set(folder, (folders.get(folder) ?? 0) + 1);
    const most = (folder: string) => (folder === LIBRARY.folder ? LIBRARY.mostFiles : MOST_FILES);
    expect([...folders].filter(([folder, files]) => files > most(folder))).toEqual([]);
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
