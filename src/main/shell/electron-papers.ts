/** Papers under Electron: a hidden page without a pipe draws them, then Chromium makes the PDF or prints. */
import { BrowserWindow } from 'electron';
import type { Paper } from '#shared/contract/paper.ts';
import { Refusal, refuse } from '#shared/kernel/failure.ts';
import { replaceFile } from '#main/files/replace-file.ts';
import { drawingScript, readPageCount } from './drawing.ts';
import { ORIGIN } from './policy.ts';
import { paperPreferences, PDF_OPTIONS } from './window-options.ts';

export function makePdf(paper: Paper, path: string): Promise<{ pages: number }> {
  return withDrawn(paper, async (page, pages) => {
    replaceFile(path, await page.webContents.printToPDF(PDF_OPTIONS));
    return { pages };
  });
}

export function printPaper(paper: Paper): Promise<{ pages: number }> {
  return withDrawn(paper, async (page, pages) => {
    if ((await page.webContents.getPrintersAsync()).length === 0) refuse({ code: 'no-printer' });
    await sendToPrinter(page);
    return { pages };
  });
}

async function withDrawn<T>(
  paper: Paper,
  use: (page: BrowserWindow, pages: number) => Promise<T>,
): Promise<T> {
  const page = new BrowserWindow({ show: false, webPreferences: paperPreferences });
  try {
    await page.loadURL(`${ORIGIN}/print.html`);
    return await use(page, readPageCount(await page.webContents.executeJavaScript(drawingScript(paper))));
  } finally {
    page.destroy();
  }
}

function sendToPrinter(page: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    // The page has its own margins and size (@page); the person chooses printer and copies.
    page.webContents.print(
      { silent: false, printBackground: true, margins: { marginType: 'none' }, pageSize: 'A4' },
      (isPrinted, reason) => {
        if (isPrinted) resolve();
        else if (/cancel/i.test(reason)) reject(new Refusal({ code: 'cancelled' }));
        else reject(new Error(`the printer answered: ${reason}`));
      },
    );
  });
}
