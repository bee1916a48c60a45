import { expect, test } from 'vitest';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { LOGINS, PASSWORD, startJourney } from './journey.ts';

test('locked while typing: the process ends, the screen tells nothing, and the draft comes back', async () => {
  const { page, window, openEntry, press, type, signIn, inspect } = await startJourney();
  await signIn(LOGINS.auxiliary);
  const before = window.officePid();

  await openEntry();
  await type('写到一半的人');
  await press('Control+l');
  await page.getByText('已锁定。草稿已保存。').waitFor();
  expect(window.officePid()).not.toBe(before);
  expect(() => process.kill(before, 0)).toThrow(/ESRCH/);
  expect(await page.locator('body').innerText()).not.toContain('写到一半的人');

  // Whoever was here this shift is a tile; only the password has to be typed.
  await page.getByRole('button', { name: /王芳/ }).click();
  await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
  await press('Enter');
  await page.getByRole('navigation').waitFor();
  await openEntry();
  await page.getByRole('button', { name: '恢复草稿' }).click();
  await expect.poll(() => page.getByLabel('姓名').inputValue()).toBe('写到一半的人');
  await press('Enter', '3', 'Enter', 'Enter');
  await page.getByText('已登记：写到一半的人 · 求助').waitFor();

  const { rows, lines } = await inspect();
  const visits = rows(visitorsLedger);
  expect(visits.map(({ name }) => name)).toEqual(['写到一半的人']);
  expect(lines.filter(({ op }) => op === 'A').map(({ d }) => d['event'])).toEqual(
    expect.arrayContaining(['unlocked', 'locked']),
  );
});

test('a draft is for the person who wrote it and for nobody else', async () => {
  const { page, openEntry, press, type, signIn } = await startJourney();
  await signIn(LOGINS.auxiliary);
  await openEntry();
  await type('王芳写的');
  await press('Control+l');
  await page.getByText('已锁定。草稿已保存。').waitFor();
  await page
    .getByRole('button', { name: /其他人|换人|王芳/ })
    .first()
    .waitFor();
  await page
    .getByLabel('登录账号')
    .or(page.getByRole('button', { name: '其他人登录' }))
    .first()
    .click();
  await signIn(LOGINS.officer);
  await openEntry();
  await page.getByLabel('姓名').waitFor();
  expect(await page.getByRole('button', { name: '恢复草稿' }).count()).toBe(0);
  expect(await page.getByLabel('姓名').inputValue()).toBe('');
});
