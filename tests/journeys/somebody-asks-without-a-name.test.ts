import { expect, test } from 'vitest';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { LOGINS, startJourney } from './journey.ts';

test('somebody asks without giving a name, and no name is asked for', async () => {
  const { page, openEntry, press, keysPressed, signIn, inspect } = await startJourney();
  await signIn(LOGINS.auxiliary);

  await openEntry();
  await press('Enter', '7', 'Enter', 'Enter');
  await page.getByText('已登记：匿名 · 反诈咨询').waitFor();
  expect(keysPressed()).toBeLessThanOrEqual(5);

  const { rows } = await inspect();
  const visits = rows(visitorsLedger);
  expect(visits).toHaveLength(1);
  expect(visits[0]).toMatchObject({ name: null, phone: null, matter: 'fraud', handledBy: '07-000002' });
});

test('a tip is passed on: what was typed of it is never written', async () => {
  const { page, openEntry, press, type, signIn, inspect } = await startJourney();
  await signIn(LOGINS.auxiliary);

  await openEntry();
  await type('不该留下的名字');
  await press('Enter', '9', 'Enter', 'Enter');
  await page.getByText('已登记：匿名').waitFor();

  const { rows, lines } = await inspect();
  const visits = rows(visitorsLedger);
  expect(visits[0]).toMatchObject({ name: null, phone: null, summary: null, matter: 'tip' });
  expect(JSON.stringify(lines)).not.toContain('不该留下的名字');
});
