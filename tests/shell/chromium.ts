/**
 * The development shell: the same out/ as Electron's, in the machine's Chromium, with no open port.
 * It stands beside the tests so that it can never ship. Runs under vitest and under plain Node 24.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { LockReason } from '#shared/pipe.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { openDefectLog } from '#main/rpc/defect-log.ts';
import { VERSION } from '#shared/version.ts';
import { hostOffice } from '#main/shell/link/office-host.ts';
import { maySandbox, needChromium, QUIET_FLAGS } from './chromium-binary.ts';
import { openHatch, type Hatch } from './chromium-hatch.ts';
import { forkOffice, type ForkedOffice } from './chromium-office.ts';
import { FAKE_ORIGIN, servePages } from './chromium-pages.ts';
import { createChromiumShell, type ChromiumShellOptions } from './chromium-shell.ts';
import { rendererRoot } from './places.ts';
import { shiftClock } from './shift-clock.ts';

export interface OpenOptions extends ChromiumShellOptions {
  readonly dataDir: string;
  readonly headless: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Milliseconds added to the time of office and page. */
  readonly clockOffset?: number;
}

export interface OpenOffice {
  readonly page: Page;
  /** Violations of the page policy, in the browser's words: must stay empty. */
  readonly violations: readonly string[];
  /** Addresses the page asked for in vain: must stay empty. */
  readonly refused: readonly string[];
  /** Uncaught errors of the page. */
  readonly pageErrors: readonly Error[];
  /** What the system's lock screen or sleep would do. */
  lock(reason: LockReason): void;
  /** Process id of the office that answers now. */
  officePid(): number;
  /** Ends the office process without a word, as a power cut would. */
  killOffice(): void;
  /** Resolves when the window has been closed, by whomever, and everything is tidied away. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export async function openOffice(options: OpenOptions): Promise<OpenOffice> {
  const { dataDir, clockOffset = 0 } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const shell = createChromiumShell(options);
  let child: ForkedOffice | null = null;
  let hatch: Hatch | null = null;
  // The office starts while the browser does.
  const host = hostOffice({
    startChild: (reason) => {
      child = forkOffice({ dataDir, version: VERSION, shell: 'chromium', reason }, clockOffset);
      return child;
    },
    shell,
    sendToCounter: (frame) => hatch?.deliver(frame),
    log: openDefectLog(dataFolder(dataDir).log, systemClock),
  });
  const window = await launch(options).catch(async (error: unknown) => {
    await host.close(false);
    throw error;
  });
  const { context, page } = window;
  const tidy = once(async () => {
    await host.close(!page.isClosed());
    await window.close();
    await shell.close();
  });
  const closed = new Promise<void>((resolve, reject) => {
    context.on('close', () => void tidy().then(resolve, reject));
  });
  page.on('close', () => void tidy());
  page.on('crash', () => void page.reload());
  try {
    const seen = watch(page);
    const refused = await servePages(context, rendererRoot);
    if (clockOffset !== 0) await page.addInitScript(shiftClock, clockOffset);
    hatch = await openHatch(page, host.receive);
    await page.goto(`${FAKE_ORIGIN}/index.html`);
    return {
      ...seen,
      page,
      refused,
      lock: host.lock,
      officePid: () => child?.process.pid ?? 0,
      killOffice: () => child?.kill(),
      closed,
      close: tidy,
    };
  } catch (error) {
    await tidy();
    throw error;
  }
}

interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  close(): Promise<void>;
}

/** A browser with a profile of its own that leaves nothing behind. */
async function launch(options: OpenOptions): Promise<Window> {
  const { headless, viewport = { width: 1366, height: 768 }, deviceScaleFactor = 1, colorScheme } = options;
  const profile = makeProfile();
  const forget = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  const asWindow = [
    // A window without tabs or address; the office's own page follows once it is served.
    `--app=${pathToFileURL(join(profile, BLANK)).href}`,
    `--window-size=${viewport.width},${viewport.height}`,
    // Root has no sandbox here; without this a bar over the office says so.
    ...(maySandbox ? [] : ['--test-type']),
  ];
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: needChromium(headless),
      chromiumSandbox: maySandbox,
      headless,
      args: headless ? QUIET_FLAGS : [...QUIET_FLAGS, ...asWindow],
      ...(headless
        ? // Where nobody watches nothing fades in, so that nothing is waited for.
          { viewport, deviceScaleFactor, reducedMotion: 'reduce' as const }
        : { viewport: null, ignoreDefaultArgs: ['--enable-automation', 'about:blank'] }),
      ...(colorScheme === undefined ? {} : { colorScheme }),
      // With a window the caller closes with care; without one Playwright ends the browser when the tests are ended.
      handleSIGINT: headless,
      handleSIGTERM: headless,
      handleSIGHUP: headless,
      locale: 'zh-CN',
      acceptDownloads: false,
      serviceWorkers: 'block',
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const close = async () => {
      await context.close();
      forget();
    };
    return { context, page, close };
  } catch (error) {
    forget();
    throw error;
  }
}

const BLANK = 'blank.html';

/** Chromium neither offers to translate the office nor to keep its passwords. */
function makeProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'lamplight-profile-'));
  const preferences = {
    translate: { enabled: false },
    credentials_enable_service: false,
    autofill: { profile_enabled: false, credit_card_enabled: false },
  };
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, BLANK), '<!doctype html><meta charset="utf-8"><title>常亮</title>');
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

function watch(page: Page): { violations: string[]; pageErrors: Error[] } {
  const violations: string[] = [];
  const pageErrors: Error[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions Policy/i.test(message.text())) violations.push(message.text());
  });
  page.on('pageerror', (error) => pageErrors.push(error));
  return { violations, pageErrors };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | null = null;
  return () => (begun ??= work());
}
