import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Counter } from '#tests/support/office.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';
import { complaints } from './judge-screen.ts';
import { ADMIN, LOGINS, startJourney, type Journey } from './journey.ts';

const register = (name: string) => async (counter: Counter) => {
  await counter.visitors.register({ visit: { ...enquiry, name }, draft: newDraft() });
};

/** A day with a backup, one visit more after it, and the window open again. */
async function backedUp(): Promise<Journey> {
  const first = await startJourney({ before: ({ counter }) => register('王先到')(counter) });
  await first.signIn(ADMIN.login, ADMIN.password);
  await first.page.getByRole('button', { name: '现在备份' }).click();
  await first.page.getByText('已备份并核对').waitFor();
  await first.callAs(LOGINS.officer, register('李后到'));
  return first;
}

test('an administrator restores from the settings: the differences first, then a fresh office, the old one beside it', async () => {
  const journey = await startJourney({ goesOn: await backedUp() });
  const { page, signIn, dataDir } = journey;
  await signIn(ADMIN.login, ADMIN.password);
  await page.getByRole('button', { name: '从备份恢复' }).click();
  const drawer = page.getByRole('dialog');
  await drawer
    .getByRole('button', { name: /日常备份/ })
    .first()
    .click();
  await drawer.locator('[data-field=own]').fill(ADMIN.password);
  await drawer.getByRole('button', { name: '查看差别' }).click();
  await drawer.getByRole('row', { name: /来访/ }).waitFor();
  expect(await drawer.getByRole('row', { name: /来访/ }).innerText()).toMatch(/来访\s+1\s+1\s+0\s+0/);
  await drawer.getByText('所里没有，恢复后只留在原数据文件夹里').waitFor();
  expect(readdirSync(dataDir).some((name) => name.startsWith('replaced-'))).toBe(false);
  expect(await complaints(page, 'differences')).toEqual([]);

  await drawer.getByRole('button', { name: '用这份备份恢复' }).click();
  await page.getByText('已从备份恢复。请登录。').waitFor();
  const [replaced = ''] = readdirSync(dataDir).filter((name) => name.startsWith('replaced-'));
  await page.getByText(replaced).waitFor();
  expect(existsSync(join(dataDir, replaced, 'vault.json'))).toBe(true);
  await signIn(LOGINS.officer);
  await page.keyboard.press('Alt+2');
  await page.getByText('王先到').first().waitFor();
  expect(await page.getByText('李后到').count()).toBe(0);
  await journey.close();
});

test('a damaged file: the lock screen says what, keeps a copy, and the office comes back without the command line', async () => {
  const first = await backedUp();
  const { dataDir } = first;
  writeFileSync(join(dataDir, 'office.db'), 'x'.repeat(16384));
  const second = await startJourney({ goesOn: first });
  const { page, signIn } = second;
  await page.locator('[data-field=login]').fill(LOGINS.officer);
  await page.locator('[data-field=password]').fill('the lamp stays lit 24');
  await page.keyboard.press('Enter');
  await page.getByText('数据文件打不开').waitFor();
  await page.getByText('不要删除任何文件').waitFor();
  await page.getByRole('button', { name: '原样另存一份' }).click();
  await page.getByText(/corrupt-\d{8}-\d{6}/).waitFor();
  const found = await complaints(page, 'damaged');

  await page.getByRole('button', { name: '从备份恢复' }).click();
  await page
    .getByRole('button', { name: /日常备份/ })
    .first()
    .click();
  await page.locator('[data-field=login]').fill(ADMIN.login);
  await page.locator('[data-field=password]').fill(ADMIN.password);
  await page.getByRole('button', { name: '查看差别' }).click();
  await page.getByText('只知道它写到哪一条').waitFor();
  found.push(...(await complaints(page, 'damaged, differences')));
  expect(found).toEqual([]);
  await page.getByRole('button', { name: '用这份备份恢复' }).click();
  await page.getByText('已从备份恢复。请登录。').waitFor();
  await signIn(LOGINS.officer);
  await page.keyboard.press('Alt+2');
  await page.getByText('王先到').first().waitFor();
  await second.close();
});
