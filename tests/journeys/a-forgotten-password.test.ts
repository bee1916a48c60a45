import { expect, test } from 'vitest';
import { LOGINS, PASSWORD, startJourney } from './journey.ts';

test('a wrong password is told, then waited for, then the recovery code opens the office', async () => {
  const { page, press, recoveryCode, inspect } = await startJourney();
  const attempt = async () => {
    await page.getByLabel('登录账号').fill(LOGINS.auxiliary);
    await page.getByLabel('口令', { exact: true }).fill('not the password');
    await press('Enter');
  };
  await attempt();
  await page.getByText('账号或口令不对').first().waitFor();

  await page.getByRole('button', { name: '忘记口令' }).click();
  await page.getByRole('textbox', { name: '恢复码' }).fill(recoveryCode.replaceAll('-', ' ').toLowerCase());
  await page.getByLabel('登录账号').fill(LOGINS.auxiliary);
  await page.getByRole('textbox', { name: '新口令' }).fill('a new lamp for 2026');
  await page.getByRole('button', { name: '换新口令并解锁' }).click();
  await page.getByRole('navigation').waitFor();

  await press('Control+l');
  await page.getByText('已锁定。草稿已保存。').waitFor();
  await page.getByRole('button', { name: /王芳/ }).click();
  await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
  await press('Enter');
  await page.getByText('账号或口令不对').first().waitFor();
  await page.getByLabel('口令', { exact: true }).fill('a new lamp for 2026');
  await press('Enter');
  await page.getByRole('navigation').waitFor();

  const { lines } = await inspect();
  const events = lines.filter(({ op, u }) => op === 'A' && u === '07-000002').map(({ d }) => d);
  expect(events).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ event: 'recovered', failures: 1 }),
      expect.objectContaining({ event: 'unlocked', failures: 1 }),
    ]),
  );
});
