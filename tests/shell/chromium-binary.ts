/** The machine's own Chromium, and the flags that keep it from talking to anybody. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Draws as Chromium does and has no window to open. */
const HEADLESS = ['chromium-headless-shell', 'chrome-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Absolute path, or null when there is none. LAMPLIGHT_CHROMIUM goes first. */
function findChromium(headless: boolean): string | null {
  const { env } = process;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = headless ? [...HEADLESS, ...NAMES] : NAMES;
  const places = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/usr/bin/chromium',
  ];
  return [env['LAMPLIGHT_CHROMIUM'] ?? '', ...places].find((path) => path !== '' && mayRun(path)) ?? null;
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Absolute path, of one without windows where that is enough; says what to do when there is none. */
export function needChromium(headless: boolean): string {
  const path = findChromium(headless);
  if (path === null) {
    throw new Error(
      '没有找到 Chromium · no Chromium found: install the package chromium or set LAMPLIGHT_CHROMIUM',
    );
  }
  return path;
}

export const QUIET_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-quic',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--password-store=basic',
  // No name leads anywhere: what is not served by the shell itself cannot be reached.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--lang=zh-CN',
  '--font-render-hinting=none',
];

/** Chromium refuses its sandbox to root, and only then does it go without. */
export const maySandbox = process.getuid?.() !== 0;
