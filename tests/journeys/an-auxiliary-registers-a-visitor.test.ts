import { expect, test } from 'vitest';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { LOGINS, startJourney } from './journey.ts';

test('an auxiliary registers a visitor by keyboard alone, within the budget, and sees them leave', async () => {
  const { page, openEntry, press, type, keysPressed, signIn, inspect } = await startJourney();
  await signIn(LOGINS.auxiliary);

  await openEntry();
  await type('张欣');
  await press('Enter', '2', 'Enter', 'Enter');
  await page.getByText('已登记：张欣 · 居住登记').waitFor();
  // F2, Enter, the matter's digit, Enter over the phone, Enter to save.
  expect(keysPressed()).toBeLessThanOrEqual(5);

  await press('Escape');
  const onSite = page.getByRole('button', { name: '张欣 离开' });
  await onSite.click();
  await page.getByText('张欣 已离开').first().waitFor();

  const { rows, lines } = await inspect();
  const visits = rows(visitorsLedger);
  expect(visits).toHaveLength(1);
  expect(visits[0]).toMatchObject({
    name: '张欣',
    matter: 'residence',
    phone: null,
    people: 1,
    synthetic: true,
  });
  expect(visits[0]?.leftAt).not.toBeNull();
  expect(lines.filter(({ l }) => l === 'visitors').map(({ op, v }) => `${op}${v}`)).toEqual(['I1', 'U2']);
});

test('a slip is taken back within ten seconds, and the journal keeps both', async () => {
  const { page, openEntry, press, type, signIn, inspect } = await startJourney();
  await signIn(LOGINS.auxiliary);
  await openEntry();
  await type('记错了');
  await press('Enter', '1', 'Enter', 'Enter');
  await page.getByText('已登记：记错了 · 户籍证件咨询').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销登记').waitFor();

  const { rows, lines } = await inspect();
  const visits = rows(visitorsLedger);
  expect(visits[0]?.retiredAt).not.toBeNull();
  expect(lines.filter(({ l }) => l === 'visitors').map(({ op, why }) => [op, why])).toEqual([
    ['I', undefined],
    ['X', 'undo'],
  ]);
});
