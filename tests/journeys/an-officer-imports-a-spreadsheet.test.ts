import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { buildTown } from '#tests/renderer/population/town.ts';
import { FORBIDDEN, PEOPLE, RIGHT_NUMBER, SHORT_NUMBER, writeSheet } from '#tests/support/community-sheet.ts';
import { LOGINS, startJourney, type Journey } from './journey.ts';

async function fixRow({ page, press }: Journey, row: number, field: string, text: string): Promise<void> {
  const card = page.getByRole('listitem').filter({ hasText: `第 ${row} 行` });
  await card.getByRole('button', { name: '更正' }).click();
  await card.getByLabel(field).fill(text);
  await press('Enter');
  await card.waitFor({ state: 'detached' });
}

test('a GBK sheet goes through the wizard: two rows are put right, nothing forbidden comes in', async () => {
  const journey = await startJourney({ before: async (desk) => void (await buildTown(desk)) });
  const { page, press, chooser, folder, signIn, carried, inspect } = journey;
  await signIn(LOGINS.officer);
  const file = writeSheet(folder);
  const bytes = readFileSync(file);

  await press('Alt+3');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  chooser.willChoose('table', file);
  await page.getByRole('button', { name: '选择文件' }).click();
  // The next step has the focus each time: Enter goes on.
  await page.getByRole('button', { name: '下一步' }).and(page.locator(':focus')).waitFor();
  expect(await page.getByLabel('文字编码').inputValue()).toBe('gb18030');
  await press('Enter');
  await page.getByText('宗教信仰：个人信息保护法第二十八条').waitFor();
  await page.getByRole('button', { name: '核对全部行' }).and(page.locator(':focus')).waitFor();
  await press('Enter');

  await page.getByRole('button', { name: '写入 8 行' }).waitFor();
  await fixRow(journey, 5, '公民身份号码', RIGHT_NUMBER);
  await fixRow(journey, 6, '姓名', '赵敏');
  await page.getByLabel('读取 10 = 新增 10 + 补全 0 + 重复 0 + 错误 0').waitFor();
  await page.getByRole('button', { name: '写入 10 行' }).click();
  await page.getByRole('heading', { name: '已写入' }).waitFor();
  await page.getByRole('button', { name: '看这批记录' }).click();
  await page.getByRole('row', { name: /张伟/u }).waitFor();
  for (const value of FORBIDDEN) expect(await carried()).not.toContain(value);
  expect(await page.locator('body').innerText()).not.toContain(RIGHT_NUMBER);

  const { rows, lines } = await inspect();
  const residents = rows(residentsLedger);
  const names = PEOPLE.map(({ name }) => (name === '' ? '赵敏' : name));
  expect(residents.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  expect(residents.find(({ name }) => name === '张伟')?.idNumber).toBe(RIGHT_NUMBER);
  expect(new Set(residents.map(({ batchId, source }) => `${batchId === null} ${source}`))).toEqual(
    new Set(['false import']),
  );
  const said = JSON.stringify(lines);
  for (const value of [...FORBIDDEN, `"${SHORT_NUMBER}"`]) expect(said).not.toContain(value);
  // Each cell that was shown whole left a line.
  expect(
    lines.filter(({ op, d }) => op === 'V' && d['call'] === 'imports.cell').map(({ d }) => d['field']),
  ).toEqual(expect.arrayContaining(['idNumber', 'name']));
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a batch is taken back whole, and the journal keeps both', async () => {
  const { page, press, chooser, folder, signIn, inspect } = await startJourney({
    before: async (desk) => void (await buildTown(desk)),
  });
  await signIn(LOGINS.officer);
  await press('Alt+3');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  chooser.willChoose('table', writeSheet(folder));
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '核对全部行' }).click();
  await page.getByRole('button', { name: '写入 8 行' }).click();
  await page.getByRole('button', { name: '整批撤销' }).click();
  await page.getByRole('button', { name: '撤销这一批' }).click();
  await page.getByText('已撤销', { exact: true }).waitFor();

  const { rows, lines } = await inspect();
  const residents = rows(residentsLedger);
  expect(residents).toHaveLength(8);
  expect(residents.filter(({ retiredAt }) => retiredAt === null)).toEqual([]);
  const people = lines.filter(({ l, op }) => l === 'residents' && (op === 'I' || op === 'X'));
  expect(people.map(({ op }) => op).toSorted()).toEqual(Array.from('IIIIIIIIXXXXXXXX'));
});
