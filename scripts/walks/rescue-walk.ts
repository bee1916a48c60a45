/** A walk over the third door of the first run: a new PC, made known to the station in person, is to be the old office again. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { en as wizardEn, zh as wizardZh } from '#renderer/app/wizard/wizard-text.ts';
import { en as backupsEn, zh as backupsZh } from '#renderer/backups/backups-text.ts';
import { en as rescueEn, zh as rescueZh } from '#renderer/rescue/rescue-text.ts';
import { en as weeklyEn, zh as weeklyZh } from '#renderer/weekly/weekly-text.ts';
import type { Words } from '#renderer/ui/words.ts';
import { PRACTICE, PRACTICE_PASSWORD } from '#scripts/practice-office.ts';
import { STATION_SECRET } from '#scripts/practice-station.ts';
import { runTool } from '#scripts/tool-run.ts';
import type { ScriptedChooser } from '#tests/shell/choosers.ts';
import { fixedPart, type ScreenWalk } from './walk.ts';
import type { Stick } from './week-walk.ts';

export interface RescueWalk extends ScreenWalk {
  readonly chooser: ScriptedChooser;
  /** Home of the station that holds what the old office sent. */
  readonly home: string;
  /** A folder of the walk's own: what is exchanged in person. */
  readonly papers: string;
  /** What the station holds comes on it. */
  readonly stick: Stick;
}

const ZH = { wizard: wizardZh, backups: backupsZh, rescue: rescueZh, weekly: weeklyZh };
const EN: Words<typeof ZH> = { wizard: wizardEn, backups: backupsEn, rescue: rescueEn, weekly: weeklyEn };

/** In an empty data folder. It stops before anything is taken back. */
export async function walkRescue(walk: RescueWalk): Promise<void> {
  const words = walk.language === 'zh' ? ZH : EN;
  mkdirSync(walk.papers, { recursive: true });
  await begin(walk, words);
  await found(walk, words.wizard);
  await meet(walk, words);
  await take(walk, words);
}

/** All three doors; the second one once from within. */
async function begin({ page, look, language }: RescueWalk, { wizard, backups }: typeof EN): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (language === 'en') await page.keyboard.press('2');
  const next = () => page.getByRole('button', { name: wizard.next, exact: true }).click();
  await next();
  await page.getByRole('radio', { name: wizard.beginning.backup }).click();
  await look('wizard-beginning');
  await next();
  await page.getByText(backups.none).waitFor();
  await look('wizard-backups');
  await page.getByRole('button', { name: backups.back, exact: true }).click();
  await page.getByRole('radio', { name: wizard.beginning.station }).click();
  await next();
}

async function found({ page, look }: RescueWalk, wizard: (typeof EN)['wizard']): Promise<void> {
  const fill = (field: string, text: string) => page.locator(`[data-field=${field}]`).fill(text);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await fill('name', PRACTICE.name);
  await fill('stationName', PRACTICE.station);
  await fill('code', PRACTICE.code);
  await press(wizard.next);
  await page.locator('[data-field=again]').waitFor();
  await fill('name', PRACTICE.administrator);
  await fill('login', 'admin');
  await fill('password', PRACTICE_PASSWORD);
  await fill('again', PRACTICE_PASSWORD);
  await look('wizard-administrator');
  await press(wizard.administrator.found);
  const code = await page.getByRole('status', { name: wizard.recovery.label, exact: true }).innerText();
  await page.getByLabel(wizard.recovery.typed).fill(code.replace(/\s+/gu, '').slice(0, 12));
  await look('wizard-recovery');
  await page.getByLabel(wizard.recovery.typed).fill(code.replace(/\s+/gu, ''));
  await press(wizard.next);
  await page.getByRole('button', { name: wizard.backup.later, exact: true }).waitFor();
  await look('wizard-backup');
  await press(wizard.backup.later);
  await page.getByRole('button', { name: wizard.done.toRescue, exact: true }).waitFor();
  await look('wizard-done');
  await press(wizard.done.toRescue);
}

/** Cards exchanged, digits compared; the station says that the old PC is gone. */
async function meet(
  { page, look, chooser, home, papers, stick }: RescueWalk,
  { rescue, weekly }: typeof EN,
): Promise<void> {
  const station = (...argv: string[]) => runTool('station', [...argv, '--home', home], STATION_SECRET);
  await page.getByRole('heading', { name: rescue.title, level: 1 }).waitFor();
  await look('rescue');
  stick.plug();
  const card = await station('card', '--out', papers);
  chooser.willChoose('station-card', String(card['file']));
  await page.getByRole('button', { name: weekly.station.chooseCard, exact: true }).click();
  await page.locator('[data-field=digits]').fill((card['digits'] as string[]).join(' '));
  await look('rescue-digits');
  await page.getByRole('button', { name: weekly.station.pin, exact: true }).click();
  await page.getByText(fixedPart(weekly.station.pinned)).waitFor();
  const before = new Set(readdirSync(papers));
  chooser.willChoose('stick', papers);
  await page.getByRole('button', { name: weekly.station.write, exact: true }).click();
  const digits = page.getByRole('group', { name: weekly.station.officeDigits }).first();
  await page.getByText(fixedPart(weekly.station.written)).waitFor();
  await look('rescue-met');
  const enrolment = readdirSync(papers).find((name) => !before.has(name)) ?? '';
  const said = (await digits.locator('span').allInnerTexts()).join(' ');
  await station('enrol', join(papers, enrolment), '--digits', said, '--out', papers, '--anew');
}

async function take({ page, look, home, stick }: RescueWalk, { rescue }: typeof EN): Promise<void> {
  const plugged = page.getByText(rescue.stick.replace('{{serial}}', stick.serial));
  await plugged.waitFor();
  stick.pull();
  await plugged.waitFor({ state: 'detached' });
  await runTool('station', ['rescue', PRACTICE.code, '--to', stick.drawer, '--home', home], STATION_SECRET);
  stick.plug();
  await plugged.waitFor();
  await page.getByRole('button', { name: rescue.look, exact: true }).click();
  const known = page.getByRole('region', { name: rescue.found.title });
  await known.getByRole('button', { name: rescue.take, exact: true }).waitFor();
  await look('rescue-found');
}
