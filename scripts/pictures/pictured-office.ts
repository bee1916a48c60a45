/** The office of the pictures: a practice office with its station, one week confirmed, one visit with a past. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makePracticeOffice, PRACTICE_PASSWORD } from '#scripts/practice-office.ts';
import { enrolPractice, STATION_SECRET } from '#scripts/practice-station.ts';
import { runTool } from '#scripts/tool-run.ts';
import { makeMatter } from '#scripts/walks/dispute-walk.ts';
import { sendDown } from '#scripts/walks/sent-walk.ts';
import type { Look } from './camera.ts';
import { asSomebody, TODAY } from './windows.ts';

const PEOPLE = { residents: 30_000, visitors: 300 };

const VISIT = {
  name: '张欣',
  phone: '15400012345',
  people: 1,
  matter: 'residence',
  summary: '租住胜利路12号，办理居住登记',
  papersChecked: true,
  result: null,
  referredTo: null,
  promisedOn: '2026-11-26',
} as const;

export interface PicturedOffice {
  readonly dataDir: string;
  /** Home of its station. */
  readonly home: string;
}

/** @param folder is its own */
export async function makePicturedOffice(
  folder: string,
  language: Look['language'],
): Promise<PicturedOffice> {
  const [dataDir, home, stick] = [join(folder, 'data'), join(folder, 'station'), join(folder, 'stick')];
  mkdirSync(stick, { recursive: true });
  await makePracticeOffice(dataDir, { ...PEOPLE, language });
  await enrolPractice({ dataDir, home, papers: stick });
  const office = { LAMPLIGHT_PASSWORD: PRACTICE_PASSWORD };
  await runTool('office', ['export', '--data', dataDir, '--to', stick, '--login', 'wf'], office);
  await runTool('station', ['receive', '--home', home, '--from', stick], STATION_SECRET);
  await sendDown(home, stick, TODAY);
  await runTool('office', ['receipts', '--data', dataDir, '--from', stick, '--login', 'wf'], office);
  await asSomebody(dataDir, 'ljg', async (counter) => {
    const made = await counter.visitors.register({ visit: VISIT, draft: 'dscreens0001' });
    const { phone: _kept, ...fields } = VISIT;
    const visit = { ...fields, people: 2, summary: '租住胜利路12号3单元，办理居住登记' };
    const amended = await counter.visitors.amend({ id: made.id, revision: made.revision, visit });
    await counter.visitors.reveal({ id: made.id, field: 'phone', reason: 'call-back', note: '' });
    await counter.visitors.leave({ id: made.id, revision: amended.revision });
    await makeMatter(counter);
  });
  return { dataDir, home };
}

/** A backup, and what two people wrote after it. */
export async function backUpAndGoOn(dataDir: string): Promise<void> {
  await asSomebody(dataDir, 'admin', async (counter) => void (await counter.backups.make({})));
  await asSomebody(dataDir, 'wf', async (counter) => {
    for (const [n, name] of ['周敏', '何远'].entries())
      await counter.visitors.register({ visit: { ...VISIT, name }, draft: `dscreens010${n}` });
  });
}
