/** What once broke a parser, and what each of them takes. Found by `npm run faults -- fuzz`, kept for ever. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allParsers } from '#tests/support/parsers.ts';

const FOUND = join(import.meta.dirname, '../fixtures/parsers');
const AT_MOST_MS = 2000;

test.each([...allParsers()])(
  '$name reads its own files, and refuses with a word whatever once broke it',
  async (parser) => {
    for (const seed of await parser.seeds()) expect(await parser.read(seed)).toBe(true);
    const folder = join(FOUND, parser.name);
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      const started = performance.now();
      await parser.read(readFileSync(join(folder, file)));
      expect(performance.now() - started, file).toBeLessThan(AT_MOST_MS * 5);
    }
  },
);
