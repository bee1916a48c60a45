import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { wordFrame } from '#shared/pipe.ts';
import { scriptChooser } from './choosers.ts';
import { openOffice, type OpenOffice } from './chromium.ts';
import { findInternetSockets } from './open-sockets.ts';

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-shell-'));
  folders.push(folder);
  return folder;
}

const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('lamplight-profile-'));
const before = profiles();
const dataDir = newFolder();
let office: OpenOffice;

beforeAll(async () => {
  office = await openOffice({ dataDir, headless: true, chooser: scriptChooser() });
  await noteFrames(office.page);
});
afterAll(async () => {
  await office.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** From now on the page keeps what the shell says to it. */
const noteFrames = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    window.hatch?.listen((frame) => heard.push(frame));
  });
const heard = (page: Page) => page.evaluate((): unknown => Reflect.get(window, 'heard'));

describe('the office in Chromium', () => {
  it('shows its page without a violation of the policy, a missing file or an error', async () => {
    await expect.poll(() => office.page.locator('body').innerText()).not.toBe('');
    expect(office.violations).toEqual([]);
    expect(office.refused).toEqual([]);
    expect(office.pageErrors).toEqual([]);
  });

  it('gives the page the same hatch as the preload does', async () => {
    const shape = await office.page.evaluate(() => ({
      verbs: Object.keys(window.hatch ?? {}).sort(),
      isFrozen: Object.isFrozen(window.hatch),
    }));
    expect(shape).toEqual({ verbs: ['listen', 'post'], isFrozen: true });
  });

  it('answers a page that is ready, and drops what is no frame', async () => {
    await office.page.evaluate(
      (ready) => {
        for (const frame of ['', 'x', 's{', ready]) window.hatch?.post(frame);
      },
      wordFrame({ word: 'counter-ready' }),
    );
    await expect
      .poll(() => heard(office.page))
      .toContain(wordFrame({ word: 'office-ready', reason: 'start' }));
  });

  it('ends the office process on lock, and a fresh one says why', async () => {
    const pid = office.officePid();
    office.lock('screen');
    await expect
      .poll(() => heard(office.page))
      .toContain(wordFrame({ word: 'office-ready', reason: 'screen' }));
    expect(office.officePid()).not.toBe(pid);
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('survives the death of the office process', async () => {
    office.killOffice();
    await expect
      .poll(() => heard(office.page))
      .toContain(wordFrame({ word: 'office-ready', reason: 'crash' }));
  });

  it.runIf(process.platform === 'linux')('has no socket to anywhere, nor a port open', async () => {
    // Page and office have long answered: whoever would call home has had time.
    expect(findInternetSockets(process.pid)).toEqual([]);
    const server = createServer().listen(0);
    await once(server, 'listening');
    expect(findInternetSockets(process.pid)).toHaveLength(1);
    server.close();
  });

  it('tells the second window on one data folder that the office is busy', async () => {
    const second = await openOffice({ dataDir, headless: true, chooser: scriptChooser() });
    try {
      await noteFrames(second.page);
      await vi.waitFor(async () => {
        // Each ready page after a failure is a new try, and the first one has the folder still.
        await second.page.evaluate(
          (ready) => window.hatch?.post(ready),
          wordFrame({ word: 'counter-ready' }),
        );
        expect(await heard(second.page)).toContain(
          wordFrame({ word: 'office-failed', failure: { code: 'busy' } }),
        );
      }, 10_000);
    } finally {
      await second.close();
    }
  });

  it('lets the page neither fetch nor go elsewhere', async () => {
    const fetched = await office.page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(fetched).toBe('refused');
    await office.page.evaluate(() => window.location.assign('https://example.org/'));
    await expect.poll(() => office.refused).toContain('https://example.org/');
  });

  it('leaves no browser profile behind when the person closes the window', async () => {
    await office.page.close();
    await office.closed;
    expect(profiles().filter((name) => !before.includes(name))).toEqual([]);
    expect(() => process.kill(office.officePid(), 0)).toThrow();
  });
});

describe('the office on another day', () => {
  it('is there for page and process alike', async () => {
    const day = 86_400_000;
    const later = await openOffice({
      dataDir: newFolder(),
      headless: true,
      chooser: scriptChooser(),
      clockOffset: 30 * day,
    });
    try {
      const shift = (await later.page.evaluate(() => new Date().getTime())) - Date.now();
      expect(Math.round(shift / day)).toBe(30);
    } finally {
      await later.close();
    }
  });
});
