import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { ADMIN, OFFICE, startJourney } from './journey.ts';

test('an office is set up: language, identity, administrator, recovery code from paper, backup folder', async () => {
  const { page, press, chooser, folder, dataDir, inspect } = await startJourney({ prepared: false });
  const next = () => page.getByRole('button', { name: '下一步' }).click();

  await page.getByRole('heading', { name: '建立警务室' }).waitFor();
  await next();
  // A PC without data may also bring an office back: the new one is what Enter takes.
  await page.getByText('从备份恢复').waitFor();
  await next();
  await page.getByLabel('警务室名称').fill(OFFICE.name);
  await page.getByLabel('所属派出所').fill(OFFICE.stationName);
  await page.getByLabel('警务室编码').fill('５１９９０１-07');
  await next();
  await page.getByLabel('姓名').fill(ADMIN.name);
  await page.getByLabel('登录账号').fill(ADMIN.login);
  await page.getByLabel('口令', { exact: true }).fill('12345678901');
  await page.getByLabel('再输一次口令').fill('12345678901');
  await page.getByRole('button', { name: '建立', exact: true }).click();
  // Digits alone are guessed in a day: refused at the field, with everything else kept.
  expect(await page.getByLabel('恢复码', { exact: true }).count()).toBe(0);
  await page.getByLabel('口令', { exact: true }).fill(ADMIN.password);
  await page.getByLabel('再输一次口令').fill(ADMIN.password);
  await page.getByRole('button', { name: '建立', exact: true }).click();

  const code = await page.getByRole('status', { name: '恢复码', exact: true }).innerText();
  expect(existsSync(join(dataDir, 'vault.json'))).toBe(false);
  await page.getByLabel('照着纸面再输一遍').fill('0000 0000 0000 0000 0000 0000 0000 0000 0000');
  await press('Enter');
  await page.getByText('与恢复码不一致').first().waitFor();
  await page.getByLabel('照着纸面再输一遍').fill(code.replace(/\s+/g, ''));
  await press('Enter');

  const backup = join(folder, 'backup');
  mkdirSync(backup);
  chooser.willChoose('backup', backup);
  await page.getByRole('button', { name: '选择文件夹' }).click();
  await page.getByText(backup).waitFor();
  await page.getByRole('button', { name: '完成建立' }).click();
  await page.getByText('已经建立').waitFor();
  await page.getByRole('button', { name: '添加人员' }).click();
  await page.getByRole('heading', { name: '设置', level: 1 }).waitFor();

  await press('Control+l');
  await page.getByText('已锁定。草稿已保存。').waitFor();
  // The first lock makes the first backup.
  expect(readdirSync(backup)).toHaveLength(1);

  const { rows, lines } = await inspect();
  const visits = rows(visitorsLedger);
  expect(visits).toEqual([]);
  const made = lines.filter(({ op }) => op === 'I').map(({ l, d }) => [l, d['name']]);
  // One administrator by name, and no account besides.
  expect(made).toEqual([
    ['staff', ADMIN.name],
    ['office', OFFICE.name],
  ]);
});
