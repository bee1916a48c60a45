import { expect, test } from 'vitest';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { buildTown } from '#tests/renderer/population/town.ts';
import { numberOf } from '#tests/support/people.ts';
import { LOGINS, startJourney, type AtDesk, type Journey } from './journey.ts';

const LI_XIN = numberOf('19910412', '002');
const PHONE = '15400015678';

async function liXin(desk: AtDesk): Promise<void> {
  const town = await buildTown(desk);
  await town.person({ name: '李欣', idNumber: LI_XIN, sex: '2', phone: PHONE });
  await town.person({ name: '何波', idNumber: numberOf('19810605', '011'), addressId: town.nextDoor });
}

async function ask({ page, press }: Journey, text: string): Promise<void> {
  await press('F3');
  await page.locator('[role=combobox]:focus').waitFor();
  await press(...text);
}

test('somebody is found by initials, by last four and by their door, within the budget', async () => {
  const journey = await startJourney({ before: liXin });
  const { page, press, keysPressed, signIn, carried, inspect } = journey;
  await signIn(LOGINS.auxiliary);

  await ask(journey, 'lx');
  const found = page.getByRole('option', { name: /^李欣/u });
  await found.waitFor();
  expect(await found.innerText()).not.toContain(LI_XIN);
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: '李欣' }).waitFor();
  // F3, two letters, Enter.
  expect(keysPressed()).toBeLessThanOrEqual(6);

  await press('Alt+1');
  const before = keysPressed();
  await ask(journey, LI_XIN.slice(-4));
  await page.getByRole('option', { name: /^李欣.*证号后四位/u }).waitFor();
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: '李欣' }).waitFor();
  expect(keysPressed() - before).toBeLessThanOrEqual(6);

  await ask(journey, PHONE.slice(-4));
  await page.getByRole('option', { name: /^李欣.*电话后四位/u }).waitFor();
  await press('Escape');

  await ask(journey, '3-2-502');
  await page.getByRole('group', { name: '地址' }).getByText('青禾苑3栋2单元502').waitFor();
  await page.getByRole('option', { name: /^何波/u }).waitFor();

  const seen = await carried();
  for (const secret of [LI_XIN, PHONE]) expect(seen).not.toContain(secret);
  // What was looked for is kept nowhere.
  const { lines } = await inspect();
  expect(lines.filter(({ op }) => op === 'V').map(({ d }) => d['call'])).toEqual([]);
  expect(JSON.stringify(lines)).not.toContain('3-2-502');
});

test('nobody of that name: the box offers to register them, with the name already typed', async () => {
  const journey = await startJourney({ before: liXin });
  const { page, press, type, signIn, inspect } = journey;
  await signIn(LOGINS.auxiliary);
  await press('F3');
  await page.locator('[role=combobox]:focus').waitFor();
  await type('钱多多');
  await page.getByText('没有找到“钱多多”').first().waitFor();
  await page.getByRole('option', { name: '用“钱多多”新建人口记录' }).click();
  await expect.poll(() => page.locator('[data-field=name]').inputValue()).toBe('钱多多');
  await page.getByLabel('证件种类').selectOption('none');
  await page.getByLabel('住址').fill('3-2-501');
  await page.getByRole('option', { name: /青禾苑3栋2单元501/u }).waitFor();
  await press('Enter', 'Control+Enter');
  await page
    .getByText(/已登记/u)
    .first()
    .waitFor();

  const { rows, lines } = await inspect();
  const residents = rows(residentsLedger);
  const made = residents.find(({ name }) => name === '钱多多');
  expect(made).toMatchObject({ idType: 'none', idNumber: null, retiredAt: null });
  expect(lines.filter(({ l, op, k }) => l === 'residents' && op === 'I' && k === made?.id)).toHaveLength(1);
});
