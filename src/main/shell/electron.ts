/** The shell's verbs under Electron. */
import { dialog, type BrowserWindow } from 'electron';
import { basename, extname } from 'node:path';
import { DIALOG_TITLES, fileFilter } from './dialogs.ts';
import { makePdf, printPaper } from './electron-papers.ts';
import type { Shell } from './shell.ts';
import { pluggedVolumes } from './volumes.ts';

export function createElectronShell(window: BrowserWindow): Shell {
  return {
    name: 'electron',
    async chooseFolder(purpose) {
      const chosen = await dialog.showOpenDialog(window, {
        title: DIALOG_TITLES[purpose],
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      return chosen.filePaths[0] ?? null;
    },
    async chooseFile(purpose, extension) {
      const chosen = await dialog.showOpenDialog(window, {
        title: DIALOG_TITLES[purpose],
        filters: [fileFilter(extension, purpose)],
        properties: ['openFile', 'dontAddToRecent'],
      });
      return chosen.filePaths[0] ?? null;
    },
    async chooseSave(purpose, suggestedName) {
      const chosen = await dialog.showSaveDialog(window, {
        title: DIALOG_TITLES[purpose],
        // A name, never a path: where it goes is the person's choice.
        defaultPath: basename(suggestedName),
        filters: [fileFilter(extname(suggestedName).slice(1))],
        properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
      });
      return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
    },
    volumes: pluggedVolumes,
    pdf: makePdf,
    print: printPaper,
  };
}
