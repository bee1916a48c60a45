/** Runs once before all journeys: the offices they begin in, which each then copies. Passwords take a second a piece. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareOffice, type Language } from './prepared-office.ts';

const LANGUAGES: readonly Language[] = ['zh', 'en'];

export interface Prepared {
  readonly language: Language;
  readonly dataDir: string;
  readonly recoveryCode: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    offices: Prepared[];
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-prepared-'));
  const offices: Prepared[] = [];
  for (const language of LANGUAGES) {
    const dataDir = join(folder, language);
    offices.push({ language, dataDir, recoveryCode: await prepareOffice(dataDir, language) });
  }
  project.provide('offices', offices);
  return () => rmSync(folder, { recursive: true, force: true });
}
