/** A walk over the ways back: from the settings, with the differences first; and from the lock screen of a damaged office. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { en as lockEn, zh as lockZh } from '#renderer/app/lock/lock-text.ts';
import { en as backupsEn, zh as backupsZh } from '#renderer/backups/backups-text.ts';
import { en as settingsEn, zh as settingsZh } from '#renderer/settings/settings-text.ts';
import type { Words } from '#renderer/ui/words.ts';
import { PRACTICE_PASSWORD } from '#scripts/practice-office.ts';
import { fixedPart, typeLogin, type ScreenWalk } from './walk.ts';

const ZH = { lock: lockZh, backups: backupsZh, settings: settingsZh };
const EN: Words<typeof ZH> = { lock: lockEn, backups: backupsEn, settings: settingsEn };

function wordsIn(language: ScreenWalk['language']): Words<typeof ZH> {
  return language === 'zh' ? ZH : EN;
}

/** The administrator's, in the settings. There is a backup, and something was written after it. Nothing is restored. */
export async function walkBackups({ page, look, language }: ScreenWalk): Promise<void> {
  const { settings, backups } = wordsIn(language);
  const title = page.getByText(settings.backup.title, { exact: true });
  await title.waitFor();
  await title.evaluate((heading) => heading.closest('section')?.scrollIntoView({ block: 'center' }));
  await look('backups');
  await page.getByRole('button', { name: settings.backup.restore, exact: true }).click();
  const drawer = page.getByRole('dialog');
  await chooseFirst(drawer, backups.list);
  await drawer.locator('[data-field=own]').fill(PRACTICE_PASSWORD);
  await look('restore-key');
  await drawer.getByRole('button', { name: backups.key.look, exact: true }).click();
  await drawer.getByRole('button', { name: backups.differences.confirm, exact: true }).waitFor();
  await look('restore-differences');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
}

/** What a dying disk leaves: a file of the right size with nothing of the office in it. Nobody has it open. */
export function damage(dataDir: string): void {
  writeFileSync(join(dataDir, 'office.db'), 'x'.repeat(16_384));
}

/** The lock screen of an office whose file does not hold; it ends with the office that came back. */
export async function walkDamaged({ page, look, language }: ScreenWalk): Promise<void> {
  const { lock, backups } = wordsIn(language);
  await typeLogin(page, 'ljg');
  await page.getByText(backups.damaged.title, { exact: true }).waitFor();
  await look('damaged');
  await page.getByRole('button', { name: backups.damaged.copy, exact: true }).click();
  await page.getByText(fixedPart(backups.damaged.copied)).waitFor();
  await look('damaged-copied');
  await page.getByRole('button', { name: backups.damaged.restore, exact: true }).click();
  const panel = page.getByRole('main');
  await panel.getByRole('list', { name: backups.list }).waitFor();
  await look('damaged-backups');
  await chooseFirst(panel, backups.list);
  await look('damaged-key');
  await typeLogin(page, 'admin');
  await panel.getByRole('button', { name: backups.differences.confirm, exact: true }).waitFor();
  await look('damaged-differences');
  await panel.getByRole('button', { name: backups.differences.confirm, exact: true }).click();
  await page.getByText(lock.reason.restored, { exact: true }).waitFor();
  await look('lock-restored');
}

async function chooseFirst(within: Locator, list: string): Promise<void> {
  await within.getByRole('list', { name: list }).getByRole('button').first().click();
}
