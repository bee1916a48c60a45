import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from '#shared/version.ts';

test('both programs say the version that the package has', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(VERSION).toBe(version);
});
