/** Runs once before all journeys: the offices they begin in, which each then copies. Passwords take a second a piece. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { enrolPractice, STATION_SECRET } from '#scripts/practice-station.ts';
import { homeAt } from '#station/home.ts';
import { readSecret, writeSecret } from '#station/keys/key-file.ts';
import { ADMIN } from '#tests/support/office.ts';
import { prepareOffice, type Language } from './prepared-office.ts';

/** log2 of scrypt's N: a station that guards nothing. At 18 every order to it would begin with seconds of derivation. */
const QUICK_WORK = 10;

/** Its folder holds `data`, the office; where a station knows it, `station`, its home, and `papers`, the cards exchanged. */
export interface Prepared {
  readonly language: Language;
  readonly enrolled: boolean;
  readonly folder: string;
  readonly recoveryCode: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    offices: Prepared[];
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const around = mkdtempSync(join(tmpdir(), 'lamplight-prepared-'));
  const prepare = async (language: Language): Promise<Prepared> => {
    const folder = join(around, language);
    const recoveryCode = await prepareOffice(join(folder, 'data'), language);
    return { language, enrolled: false, folder, recoveryCode };
  };
  const chinese = await prepare('zh');
  project.provide('offices', [chinese, await enrolled(chinese), await prepare('en')]);
  return () => rmSync(around, { recursive: true, force: true });
}

/** The same office, which a station knows. */
async function enrolled(alone: Prepared): Promise<Prepared> {
  const folder = `${alone.folder}-enrolled`;
  cpSync(alone.folder, folder, { recursive: true });
  const home = join(folder, 'station');
  const papers = join(folder, 'papers');
  await enrolPractice({ dataDir: join(folder, 'data'), home, papers, password: ADMIN.password });
  const passphrase = STATION_SECRET.STATION_PASSPHRASE;
  const { stationKey, rootKey, escrowKey } = homeAt(home);
  for (const file of [stationKey, rootKey, escrowKey])
    await writeSecret(file, await readSecret(file, passphrase), passphrase, QUICK_WORK, true);
  return { ...alone, enrolled: true, folder };
}
