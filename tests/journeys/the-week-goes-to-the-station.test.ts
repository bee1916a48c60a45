import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runTool } from '#scripts/tool-run.ts';
import { LOGINS, startJourney } from './journey.ts';

const secrets = { STATION_PASSPHRASE: 'two officers and one drawer' };

test('the office pins its station by digits, the week goes on the stick, and the receipt comes back', async () => {
  const { page, openEntry, press, type, chooser, folder, signIn, inspect } = await startJourney();
  const home = join(folder, 'station');
  const papers = join(folder, 'papers');
  const stick = join(folder, 'stick');
  for (const path of [papers, stick]) mkdirSync(path);
  await runTool('station', ['keygen', '--home', home, '--code', '519901', '--name', '青禾镇派出所'], secrets);
  const card = await runTool('station', ['card', '--home', home, '--out', papers], secrets);
  const digits = (card['digits'] as string[]).join(' ');

  await signIn(LOGINS.officer);
  await press('F8');
  chooser.willChoose('station-card', String(card['file']));
  await page.getByRole('button', { name: '选择证书文件' }).click();
  await page
    .getByRole('textbox', { name: '核对数字' })
    .fill(digits.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)));
  await page.getByRole('button', { name: '核对并登记' }).click();
  await page.getByText('数字').and(page.locator('[role=alert], [role=alert] *')).first().waitFor();
  await page.getByRole('textbox', { name: '核对数字' }).fill(digits);
  await page.getByRole('button', { name: '核对并登记' }).click();
  await page.getByText('数字一致，已登记 青禾镇派出所').waitFor();

  chooser.willChoose('stick', papers);
  await page.getByRole('button', { name: '写出本室登记文件' }).click();
  await page.getByText('已写出').waitFor();
  const enrolment = readdirSync(papers).find((name) => !String(card['file']).endsWith(name)) ?? '';
  const groups = page.getByRole('group', { name: '本室核对数字' }).first().locator('span');
  const shown = (await groups.allInnerTexts()).join(' ');
  await runTool(
    'station',
    ['enrol', join(papers, enrolment), '--home', home, '--digits', shown, '--out', papers],
    secrets,
  );

  await openEntry();
  await type('上报前来的人');
  await press('Enter', '1', 'Enter', 'Enter');
  await page.getByText('已登记：上报前来的人').waitFor();
  await press('Escape');

  await press('F8');
  chooser.willChoose('stick', stick);
  // The folder of the enrolment is still offered; the week goes onto another stick.
  await page.getByRole('button', { name: '换一个文件夹' }).click();
  await page.getByRole('button', { name: /确认导出第\d+周/ }).click();
  await page.getByText('可以拔出').waitFor();
  const [file] = readdirSync(join(stick, 'JWB', 'to-station'));
  expect(file).toMatch(/^[0-9a-f]{32}\.jwb$/);
  const bytes = readFileSync(join(stick, 'JWB', 'to-station', file ?? ''));
  expect(bytes.includes('上报前来的人')).toBe(false);

  await runTool('station', ['receive', '--home', home, '--from', stick], secrets);
  const report = await runTool('station', ['report', '--home', home], secrets);
  expect(report['offices']).toMatchObject([
    { office: '519901-07', live: { visitors: 1, staff: 4, office: 1 } },
  ]);

  await page.getByRole('button', { name: '只读回执' }).click();
  await page.getByText('已送达').first().waitFor();

  const { lines } = await inspect();
  const events = lines.filter(({ l, op }) => op === 'R' || l === 'weekly').map(({ d }) => d['event']);
  expect(events).toEqual(['bundle-sealed', 'bundle-written', 'receipt']);
});
