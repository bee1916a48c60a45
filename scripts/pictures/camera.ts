/** Takes the pictures in docs/screens: the same file for the same screen, small enough to stand in a repository. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export const LANGUAGES = ['zh', 'en'] as const;
export const SCHEMES = ['light', 'dark'] as const;

/** Words and colours of a picture. */
export interface Look {
  readonly language: (typeof LANGUAGES)[number];
  readonly scheme: (typeof SCHEMES)[number];
}

/** The largest a picture in the docs may be. */
const BYTES_MAX = 150 * 1024;

const out = join(import.meta.dirname, '..', '..', 'docs', 'screens');

/** @param only the one screen that is wanted; empty for every one */
export function loadCamera(only: string): (page: Page, name: string, look: Look) => Promise<void> {
  mkdirSync(out, { recursive: true });
  return async (page, name, { language, scheme }) => {
    if (only !== '' && only !== name) return;
    // Nothing lies under the pointer.
    await page.mouse.move(0, 0);
    // What a screen asks the office for is there by then.
    await page.waitForTimeout(500);
    const path = join(out, `${name}-${language}-${scheme}.png`);
    writeFileSync(path, reduceColours(await page.screenshot()));
    const { size } = statSync(path);
    process.stderr.write(`${path} ${Math.round(size / 1024)} KB\n`);
    if (size > BYTES_MAX) throw new Error(`${path} is larger than ${BYTES_MAX} bytes`);
  };
}

/** A screen has few colours: a palette makes its picture a third as large and changes nothing the eye sees. */
function reduceColours(png: Buffer): Buffer {
  const reduced = spawnSync('pngquant', ['--quality', '70-98', '--speed', '1', '-'], { input: png });
  if (reduced.status !== 0) throw new Error(`pngquant: ${String(reduced.stderr)}`);
  return reduced.stdout;
}
