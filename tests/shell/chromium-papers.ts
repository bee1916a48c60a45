/** Papers with the machine's Chromium, without a window: print.html draws, page.pdf() makes the file. */
import { chromium, type Browser } from 'playwright-core';
import type { Paper } from '#shared/contract/paper.ts';
import { replaceFile } from '#main/files/replace-file.ts';
import { drawingScript, readPageCount } from '#main/shell/drawing.ts';
import { maySandbox, needChromium, QUIET_FLAGS } from './chromium-binary.ts';
import { FAKE_ORIGIN, servePages } from './chromium-pages.ts';
import { rendererRoot } from './places.ts';

export interface PaperPress {
  pdf(paper: Paper, path: string): Promise<{ pages: number }>;
  close(): Promise<void>;
}

/** Chromium starts with the first paper and stays until `close`. */
export function openPaperPress(): PaperPress {
  let browser: Promise<Browser> | null = null;
  const start = () =>
    (browser ??= chromium.launch({
      executablePath: needChromium(true),
      headless: true,
      chromiumSandbox: maySandbox,
      args: QUIET_FLAGS,
    }));
  return {
    async pdf(paper, path) {
      const context = await (await start()).newContext({ serviceWorkers: 'block' });
      try {
        await servePages(context, rendererRoot);
        const page = await context.newPage();
        await page.goto(`${FAKE_ORIGIN}/print.html`);
        const pages = readPageCount(await page.evaluate(drawingScript(paper)));
        replaceFile(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
        return { pages };
      } finally {
        await context.close();
      }
    },
    async close() {
      await (await browser)?.close();
      browser = null;
    },
  };
}
