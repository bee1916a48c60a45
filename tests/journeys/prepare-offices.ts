/** Runs once before all journeys: the offices they begin in, which each then copies. Passwords take a second a piece. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareOffice, type Look } from './prepared-office.ts';

const LOOKS: readonly Look[] = [
  { language: 'zh', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
];

export interface Prepared {
  readonly look: Look;
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
  for (const look of LOOKS) {
    const dataDir = join(folder, `${look.language}-${look.scheme}`);
    offices.push({ look, dataDir, recoveryCode: await prepareOffice(dataDir, look) });
  }
  project.provide('offices', offices);
  return () => rmSync(folder, { recursive: true, force: true });
}
