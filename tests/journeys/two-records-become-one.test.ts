import { expect, test } from 'vitest';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { buildTown } from '#tests/renderer/population/town.ts';
import { numberOf } from '#tests/support/people.ts';
import { LOGINS, startJourney } from './journey.ts';

const LI_XIN = numberOf('19910412', '002');
/** One digit mistyped. */
const OTHER = numberOf('19910412', '042');

test('two records of one person become one, and two again', async () => {
  const { page, press, signIn, carried, inspect } = await startJourney({
    async before(desk) {
      const town = await buildTown(desk);
      await town.person({ name: '李欣', idNumber: LI_XIN, phone: '15400015678', housing: '01' });
      await town.person({ name: '李欣', idNumber: OTHER, addressId: town.nextDoor, housing: '02' });
    },
  });
  await signIn(LOGINS.officer);
  await press('Alt+3');
  await page.getByRole('button', { name: '查重' }).click();
  const housing = page.getByRole('row', { name: /居住方式/u });
  await housing.waitFor();
  expect(await housing.innerText()).toContain('不同');
  await page.getByRole('button', { name: '合并', exact: true }).click();
  await page.getByText('已合并为一条：李欣').waitFor();
  await page.getByText('没有可能重复的记录。').waitFor();
  await press('Alt+3');
  await expect.poll(() => page.getByRole('row', { name: /李欣/u }).count()).toBe(1);

  await page.getByRole('row', { name: /李欣/u }).click();
  await page.getByRole('button', { name: '撤销合并' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销合并' }).click();
  await page.getByText('已撤销合并').first().waitFor();
  await press('Alt+3');
  await expect.poll(() => page.getByRole('row', { name: /李欣/u }).count()).toBe(2);
  const seen = await carried();
  for (const number of [LI_XIN, OTHER]) expect(seen).not.toContain(number);

  const { rows, lines } = await inspect();
  const residents = rows(residentsLedger);
  expect(
    residents.map(({ name, idNumber, housing, mergedInto, retiredAt }) => [
      name,
      idNumber,
      housing,
      mergedInto,
      retiredAt,
    ]),
  ).toEqual([
    ['李欣', LI_XIN, '01', null, null],
    ['李欣', OTHER, '02', null, null],
  ]);
  // The merge and its taking back both stand in the journal.
  const ops = lines.filter(({ l, v }) => l === 'residents' && v > 1).map(({ op }) => op);
  expect(ops.length).toBeGreaterThanOrEqual(2);
});
