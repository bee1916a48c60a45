/**
 * The port between the office and whatever opens its window: Electron, the development shell, or nothing (the CLI).
 * If it grows past fifteen verbs, something belongs elsewhere.
 */
import type { Paper } from '#shared/contract/paper.ts';

/** What a folder or file is wanted for: decides the dialog's title and where it opens. */
export type Purpose = 'backup' | 'stick' | 'station-card' | 'paper' | 'export' | 'table';

export interface Shell {
  readonly name: 'electron' | 'chromium' | 'none';
  /** Absolute path, or null when the person cancelled. */
  chooseFolder(purpose: Purpose): Promise<string | null>;
  chooseFile(purpose: Purpose, extension: string): Promise<string | null>;
  chooseSave(purpose: Purpose, suggestedName: string): Promise<string | null>;
  /** Folders at which removable volumes are mounted now; whose they are, nobody has looked yet. */
  volumes(): Promise<readonly string[]>;
  /** Draws a paper on A4 with real Chromium and writes the PDF to `path`, whole or not at all. */
  pdf(paper: Paper, path: string): Promise<{ pages: number }>;
  /** Sends a paper to the printer. Refuses with `no-printer` where there is none. */
  print(paper: Paper): Promise<{ pages: number }>;
}
