import { expect, test } from 'vitest';
import { homeVisitsLedger, residentsLedger } from '#main/ledgers/population/tables.ts';
import { buildTown } from '#tests/renderer/population/town.ts';
import { numberOf } from '#tests/support/people.ts';
import { LOGINS, startJourney } from './journey.ts';

test('a building is verified from its face: two keys a door, and a slip is taken back', async () => {
  const { page, press, keysPressed, signIn, inspect } = await startJourney({
    async before(desk) {
      const town = await buildTown(desk);
      await town.person({ name: '李欣', idNumber: numberOf('19910412', '002') });
      await town.person({ name: '何波', idNumber: numberOf('19810605', '011') });
      await town.person({ name: '徐云梅', addressId: town.nextDoor });
    },
  });
  await signIn(LOGINS.auxiliary);
  await press('F3');
  await page.locator('[role=combobox]:focus').waitFor();
  await page.keyboard.insertText('青禾苑3栋');
  await page
    .getByRole('group', { name: '地址' })
    .getByRole('option', { name: /青禾苑3栋/u })
    .first()
    .click();
  await page.getByRole('button', { name: '楼面' }).click();
  await page
    .getByRole('button', { name: /501 未核对/u })
    .and(page.locator(':focus'))
    .waitFor();

  const before = keysPressed();
  await press('Enter');
  await page.getByRole('button', { name: '核对无变化' }).and(page.locator(':focus')).waitFor();
  await press('1');
  await page.getByText('核对无变化，2 人已核对').waitFor();
  await page.getByRole('button', { name: /501 已核对 2 人/u }).waitFor();
  expect(keysPressed() - before).toBe(2);

  await page.getByRole('button', { name: /502 未核对/u }).click();
  await page.getByRole('button', { name: '核对无变化' }).and(page.locator(':focus')).waitFor();
  await press('2');
  await page.getByText(/青禾苑3栋2单元502：无人/u).waitFor();
  await page.getByRole('log').getByRole('button', { name: /撤销/u }).last().click();
  await page.getByText('已撤销走访').waitFor();

  const { rows, lines } = await inspect();
  const residents = rows(residentsLedger);
  const homeVisits = rows(homeVisitsLedger);
  expect(residents.map(({ name, verifiedHow }) => [name, verifiedHow])).toEqual([
    ['李欣', 'visit'],
    ['何波', 'visit'],
    ['徐云梅', null],
  ]);
  expect(homeVisits.map(({ result, retiredAt }) => [result, retiredAt === null])).toEqual([
    ['met', true],
    ['nobody', false],
  ]);
  expect(lines.filter(({ l }) => l === 'home_visits').map(({ op }) => op)).toEqual(['I', 'I', 'X']);
});
