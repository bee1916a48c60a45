/** A practice station that knows the practice office: keys made, cards exchanged, digits compared. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PRACTICE, PRACTICE_PASSWORD } from './practice-office.ts';
import { runTool, type Answer } from './tool-run.ts';

export const STATION_SECRET = { STATION_PASSPHRASE: 'two officers and one drawer' };

export interface Enrolled {
  readonly officeDigits: string;
  readonly stationDigits: string;
}

/** @param at.papers folder through which the two cards pass */
export async function enrolPractice(at: {
  readonly dataDir: string;
  readonly home: string;
  readonly papers: string;
  /** Of the administrator; that of a practice office where none is given. */
  readonly password?: string;
}): Promise<Enrolled> {
  mkdirSync(at.papers, { recursive: true });
  const home = ['--home', at.home];
  await runTool(
    'station',
    ['keygen', ...home, '--code', PRACTICE.code.slice(0, 6), '--name', PRACTICE.station],
    STATION_SECRET,
  );
  const card = await runTool('station', ['card', ...home, '--out', at.papers], STATION_SECRET);
  const stationDigits = digitsOf(card);
  const enrolment = await runTool(
    'office',
    [
      'enrol',
      '--data',
      at.dataDir,
      '--login',
      'admin',
      '--card',
      String(card['file']),
      '--digits',
      stationDigits,
      '--out',
      at.papers,
    ],
    { LAMPLIGHT_PASSWORD: at.password ?? PRACTICE_PASSWORD },
  );
  const officeDigits = digitsOf(enrolment);
  const file = join(at.papers, String(enrolment['file']));
  await runTool(
    'station',
    ['enrol', file, ...home, '--digits', officeDigits, '--out', at.papers],
    STATION_SECRET,
  );
  return { officeDigits, stationDigits };
}

function digitsOf(answer: Answer): string {
  const { digits } = answer;
  return Array.isArray(digits) ? digits.join(' ') : String(digits);
}
