/** Options of every window, as plain data that a test can read without Electron. */

/** In memory only: no cookie, cache or storage of a page is ever written to disk. */
export const PARTITION = 'lamplight';

/** Paper and night of the theme, so that a window never flashes white. */
export const BACKGROUND = { light: '#F5F3EE', dark: '#141A20' } as const;

export const SMALLEST = { width: 1024, height: 640 } as const;

const SEALED = {
  partition: PARTITION,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
  disableDialogs: true,
} as const;

/** `release`: a packaged office has no developer tools. */
export function counterPreferences({ preload, release }: { preload: string; release: boolean }) {
  return { ...SEALED, devTools: !release, preload } as const;
}

/** The hidden page that draws papers: no preload, so no pipe to the office at all. */
export const paperPreferences = { ...SEALED, devTools: false } as const;

export const PDF_OPTIONS = { preferCSSPageSize: true, printBackground: true } as const;
