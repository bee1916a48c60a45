/** A walk over what happens around the week: the stick is plugged in, written, lost; the office's keys are renewed. */
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { en as weeklyEn, zh as weeklyZh } from '#renderer/weekly/weekly-text.ts';
import { STATION_SECRET } from '#scripts/practice-station.ts';
import { runTool } from '#scripts/tool-run.ts';
import { fixedPart, type ScreenWalk } from './walk.ts';

/** Stands on the note of a stick that is lost: papers of the office are in Chinese whatever the screen's language. */
const NOTE_HEADING = '盘上曾写入的文件';

/** A stick of the station, in a drawer at first. */
export interface Stick {
  /** What stands on its outside. */
  readonly serial: string;
  /** Where it is while it is not plugged in. */
  readonly drawer: string;
  plug(): void;
  pull(): void;
}

/** @param at.ports folder whose folders stand for what is plugged in */
export async function makeStick(
  serial: string,
  at: { readonly home: string; readonly ports: string },
): Promise<Stick> {
  const drawer = `${at.ports}-drawer-${serial}`;
  for (const folder of [drawer, at.ports]) mkdirSync(folder, { recursive: true });
  const inserted = join(at.ports, `LAMP ${serial}`);
  await runTool('station', ['stick', '--home', at.home, '--to', drawer, '--serial', serial], STATION_SECRET);
  return {
    serial,
    drawer,
    plug: () => renameSync(drawer, inserted),
    pull: () => renameSync(inserted, drawer),
  };
}

/** An auxiliary's: the week goes out, and the stick is lost on the way. */
export async function walkStick({ page, look, language }: ScreenWalk, stick: Stick): Promise<void> {
  const words = language === 'zh' ? weeklyZh : weeklyEn;
  const withSerial = (text: string) => text.replace('{{serial}}', stick.serial);
  await page.keyboard.press('F8');
  stick.plug();
  await page.getByText(withSerial(words.export.stick)).waitFor();
  await look('weekly-stick');
  await page.getByRole('button', { name: fixedPart(words.export.confirm) }).click();
  await page.getByText(words.export.doneTitle, { exact: true }).waitFor();
  await look('weekly-written');
  stick.pull();
  await page.getByRole('button', { name: words.lost.open, exact: true }).click();
  const lost = page.getByRole('dialog');
  await lost.getByRole('button', { name: withSerial(words.lost.put), exact: true }).waitFor();
  await look('stick-lost');
  await lost.getByRole('button', { name: withSerial(words.lost.put), exact: true }).click();
  await lost.getByRole('button', { name: words.lost.print, exact: true }).waitFor();
  await look('stick-lost-put-down');
  await lost.getByRole('button', { name: words.lost.print, exact: true }).click();
  await page.getByRole('dialog', { name: words.lost.note }).getByText(NOTE_HEADING).first().waitFor();
  await look('stick-loss-note');
  for (const dialog of [words.lost.note, words.lost.title]) {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: dialog }).waitFor({ state: 'detached' });
  }
}

/** The administrator's, in the settings. The station knows the keys; afterwards they are being renewed. */
export async function walkKeys({ page, look, language }: ScreenWalk): Promise<void> {
  const { officeKey } = language === 'zh' ? weeklyZh : weeklyEn;
  const standing = page.getByText(officeKey.standings['in-use'], { exact: true });
  await standing.waitFor();
  await standing.scrollIntoViewIfNeeded();
  await page
    .getByRole('button', { name: officeKey.renew, exact: true })
    .evaluate((button) => button.scrollIntoView({ block: 'end' }));
  await look('office-keys');
  await page.getByRole('button', { name: officeKey.renew, exact: true }).click();
  const asked = page.getByRole('dialog');
  await asked.waitFor();
  await look('office-keys-ask');
  await asked.getByRole('button', { name: officeKey.renew, exact: true }).click();
  await page.getByText(officeKey.standings.renewing, { exact: true }).waitFor();
  await look('office-keys-renewing');
}
