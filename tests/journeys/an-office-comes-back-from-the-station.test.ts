import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STATION_SECRET } from '#scripts/practice-station.ts';
import { runTool } from '#scripts/tool-run.ts';
import { staffLedger } from '#main/staff/table.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';
import { complaintsByDay } from './judge-screen.ts';
import { ADMIN, LOGINS, OFFICE, PASSWORD, startJourney, type Journey } from './journey.ts';

/** What the station holds of an office whose PC is gone by now. */
async function lostOffice(): Promise<{
  readonly station: (...args: string[]) => ReturnType<typeof runTool>;
}> {
  const old = await startJourney({
    station: true,
    before: async ({ counter }) => {
      const visit = { ...enquiry, name: '旧电脑上的来访' };
      await counter.visitors.register({ visit, draft: newDraft() });
    },
  });
  await old.close();
  const stick = join(old.folder, 'stick');
  mkdirSync(stick);
  const place = ['--data', old.dataDir, '--to', stick, '--login', LOGINS.officer];
  await runTool('office', ['export', ...place], { LAMPLIGHT_PASSWORD: PASSWORD });
  const station = (...args: string[]) =>
    runTool('station', [...args, '--home', join(old.folder, 'station')], STATION_SECRET);
  await station('receive', '--from', stick);
  return { station };
}

/** The third door of the first run. */
async function setUp({ page, press }: Journey): Promise<void> {
  const next = () => page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('heading', { name: '建立警务室' }).waitFor();
  await next();
  await page.getByText('从派出所取回').click();
  await next();
  await page.getByLabel('警务室名称').fill('新电脑');
  await page.getByLabel('所属派出所').fill(OFFICE.stationName);
  await page.getByLabel('警务室编码').fill(OFFICE.code);
  await next();
  await page.getByLabel('姓名').fill(ADMIN.name);
  await page.getByLabel('登录账号').fill(ADMIN.login);
  await page.getByLabel('口令', { exact: true }).fill(ADMIN.password);
  await page.getByLabel('再输一次口令').fill(ADMIN.password);
  await page.getByRole('button', { name: '建立', exact: true }).click();
  const code = await page.getByRole('status', { name: '恢复码', exact: true }).innerText();
  await page.getByLabel('照着纸面再输一遍').fill(code.replace(/\s+/g, ''));
  await press('Enter');
  await page.getByRole('button', { name: '暂不选择' }).click();
  await page.getByRole('button', { name: '去取回' }).click();
  await page.getByRole('heading', { name: '取回派出所所存的数据', level: 1 }).waitFor();
}

// Ten command lines, each a process with a key to derive: on a busy machine they alone take minutes.
test('the old PC is gone: a new one is made known to the station in person, and is the old office again', async () => {
  const { station } = await lostOffice();
  const journey = await startJourney({ prepared: false });
  const { page, chooser, folder, signIn, inspect } = journey;
  const [papers, stick] = [join(folder, 'papers'), join(folder, 'stick')];
  for (const path of [papers, stick]) mkdirSync(path);
  await setUp(journey);

  const card = await station('card', '--out', papers);
  chooser.willChoose('station-card', String(card['file']));
  await page.getByRole('button', { name: '选择证书文件' }).click();
  await page.getByRole('textbox', { name: '核对数字' }).fill((card['digits'] as string[]).join(' '));
  await page.getByRole('button', { name: '核对并登记' }).click();
  await page.getByText('数字一致，已登记').waitFor();
  chooser.willChoose('stick', papers);
  await page.getByRole('button', { name: '写出本室登记文件' }).click();
  await page.getByText('已写出').waitFor();
  const enrolment = readdirSync(papers).find((name) => !String(card['file']).endsWith(name)) ?? '';
  const groups = page.getByRole('group', { name: '本室核对数字' }).first().locator('span');
  const digits = (await groups.allInnerTexts()).join(' ');
  await station('enrol', join(papers, enrolment), '--digits', digits, '--out', papers, '--anew');
  await station('rescue', OFFICE.code, '--to', stick);

  chooser.willChoose('stick', stick);
  await page.getByRole('button', { name: '换一个文件夹' }).click();
  await page.getByText(stick).waitFor();
  await page.getByRole('button', { name: '核对', exact: true }).click();
  const found = page.getByRole('region', { name: '派出所存有' });
  await found.getByText('来访', { exact: true }).waitFor();
  await found.getByText('没有到过派出所').waitFor();
  expect(await complaintsByDay(page, 'rescue')).toEqual([]);
  await found.getByRole('button', { name: '取回', exact: true }).click();

  await page.locator('[data-field=password]').waitFor();
  await page.getByText(OFFICE.name).first().waitFor();
  await signIn(ADMIN.login, ADMIN.password);
  const { rows, lines } = await inspect();
  expect(rows(visitorsLedger).map(({ name }) => name)).toEqual(['旧电脑上的来访']);
  expect(rows(staffLedger).filter(({ role }) => role === 'administrator')).toHaveLength(1);
  expect(lines.filter(({ d }) => d['event'] === 'rescued')).toHaveLength(1);
}, 400_000);
