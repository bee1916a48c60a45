/** Names and lives that forms forget: a character beyond the first plane, fifteen of them, no papers, twelve at one door. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { buildTown } from '#tests/renderer/population/town.ts';
import { numberOf } from '#tests/support/people.ts';
import { pageFacts, textOf, wordsOf } from './drawn-pdf.ts';
import { LOGINS, startJourney, type Journey } from './journey.ts';

/** The first character stands in plane 3, which hardly any font has. */
const RARE = '𰻝平';
const LONG = '阿卜杜热合曼·买买提江·吐尔逊';
const NO_PAPERS = '王';
const FAMILY = Array.from({ length: 12 }, (_, index) => `大家庭${String.fromCodePoint(0x4e00 + index)}`);

async function enter({ page, press }: Journey, name: string, idNumber: string | null): Promise<void> {
  await press('Alt+n');
  const field = page.locator('[data-field=name]:focus');
  await field.waitFor();
  await page.keyboard.insertText(name);
  if (idNumber === null) await page.getByLabel('证件种类').selectOption('none');
  else await page.getByLabel('证件号码').fill(idNumber);
  const door = page.getByLabel('住址');
  if ((await door.inputValue()) === '') {
    await door.fill('3-2-501');
    await page.getByRole('option', { name: /青禾苑3栋2单元501/u }).waitFor();
    await press('Enter');
  }
  // The next of the same door follows: the door is kept.
  await press('Control+Enter');
  await page.getByText(`已登记：${name}`).waitFor();
}

async function find({ page, press }: Journey, name: string): Promise<void> {
  await press('F3');
  await page.locator('[role=combobox]:focus').waitFor();
  await page.keyboard.insertText(name);
  await page.getByRole('option', { name: new RegExp(`^${name}`, 'u') }).waitFor();
  await press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

test('hard people are entered, found and printed', async () => {
  const journey = await startJourney({
    async before(desk) {
      const town = await buildTown(desk);
      for (const [index, name] of FAMILY.entries())
        await town.person({
          name,
          addressId: town.nextDoor,
          idNumber: numberOf('19700101', `1${10 + index}`),
        });
    },
  });
  const { page, press, chooser, folder, signIn, inspect } = journey;
  await signIn(LOGINS.officer);
  await enter(journey, RARE, numberOf('19880808', '126'));
  await enter(journey, LONG, numberOf('19850505', '117'));
  await enter(journey, NO_PAPERS, null);
  for (const name of [RARE, LONG, NO_PAPERS]) await find(journey, name);
  // Nothing of the longest name is cut off.
  await find(journey, LONG);
  const heading = page.getByRole('heading', { level: 1, name: LONG });
  expect(await heading.evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0);

  await page
    .getByRole('link', { name: /打印/u })
    .or(page.getByRole('button', { name: /^打印/u }))
    .first()
    .click();
  await page.getByRole('tab', { name: '入户核对表' }).click();
  await page.getByLabel('楼栋、街巷或村').fill('青禾苑3栋');
  await page
    .getByRole('option', { name: /青禾苑3栋/u })
    .first()
    .waitFor();
  await press('Enter');
  await page.getByRole('button', { name: '存为 PDF' }).waitFor();
  const file = join(folder, '核对表.pdf');
  chooser.willChoose('paper', file);
  await page.getByRole('button', { name: '存为 PDF' }).click();
  await page.getByText(/已存为 核对表\.pdf/u).waitFor();
  const { pages } = pageFacts(file);
  const text = Array.from({ length: pages }, (_, index) => textOf(file, index + 1)).join('');
  for (const name of [RARE, NO_PAPERS, ...FAMILY]) expect(text).toContain(name);
  // The longest name goes over two lines of its cell, and no character of it is lost.
  const column = wordsOf(file, 1).filter(({ left, right }) => left > 38 && right < 70);
  const inOrder = column.toSorted((a, b) => a.top - b.top).map((word) => word.text);
  expect(inOrder.join('')).toContain(LONG);
  for (let at = 1; at <= pages; at += 1)
    for (const word of wordsOf(file, at)) expect(word.text).not.toMatch(/\d{15}/u);

  const { rows } = await inspect();
  const residents = rows(residentsLedger);
  expect(residents.map(({ name }) => name)).toEqual([...FAMILY, RARE, LONG, NO_PAPERS]);
  expect(residents.find(({ name }) => name === NO_PAPERS)).toMatchObject({ idType: 'none', idNumber: null });
});
