/** The shell's verbs without Electron: a chooser for dialogs, Chromium for papers, a folder as printer. */
import { mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '#shared/kernel/failure.ts';
import type { Shell } from '#main/shell/shell.ts';
import { pluggedVolumes } from '#main/shell/volumes.ts';
import type { Chooser } from './choosers.ts';
import { openPaperPress } from './chromium-papers.ts';

export interface ChromiumShellOptions {
  readonly chooser: Chooser;
  /** A folder that stands for the printer: what is printed lies there as a PDF. Without one there is no printer. */
  readonly printer?: string;
  /** A folder whose folders stand for sticks that are plugged in. Without one: whatever this PC has mounted. */
  readonly ports?: string;
}

export interface ChromiumShell extends Shell {
  close(): Promise<void>;
}

/** Needs no window and no office process: the demo and the command line make papers with it too. */
export function createChromiumShell({ chooser, printer, ports }: ChromiumShellOptions): ChromiumShell {
  const press = openPaperPress();
  let printed = 0;
  return {
    name: 'chromium',
    chooseFolder: async (purpose) => chooser.folder(purpose),
    chooseFile: async (purpose, extension) => chooser.file(purpose, extension),
    chooseSave: async (purpose, suggestedName) => chooser.save(purpose, suggestedName),
    volumes: () => (ports === undefined ? pluggedVolumes() : foldersIn(ports)),
    pdf: press.pdf,
    async print(paper) {
      if (printer === undefined) return refuse({ code: 'no-printer' });
      mkdirSync(printer, { recursive: true });
      printed += 1;
      return press.pdf(paper, join(printer, `${paper.name}-${printed}.pdf`));
    },
    close: press.close,
  };
}

async function foldersIn(ports: string): Promise<string[]> {
  const entries = await readdir(ports, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(ports, name));
}
