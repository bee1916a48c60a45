import { expect, test } from 'vitest';
import { addDays, dayOf } from '#shared/kernel/calendar-day.ts';
import { STATION_SECRET } from '#scripts/practice-station.ts';
import { runTool } from '#scripts/tool-run.ts';
import { zh as corrections } from '#renderer/corrections/corrections-text.ts';
import { zh as orders } from '#renderer/ledgers/orders/orders-text.ts';
import { zh as today } from '#renderer/today/today-text.ts';
import { zh as weekly } from '#renderer/weekly/weekly-text.ts';
import { complaints } from './judge-screen.ts';
import { LOGINS, OFFICE, startJourney } from './journey.ts';
import { personAt } from '#tests/support/people.ts';
import { elementIn } from '#tests/support/places.ts';
import { newDraft } from '#tests/support/visits.ts';
import { exportWeek, readReceipts, withStation } from './statutory-desk.ts';

const DUE = addDays(dayOf(new Date().toISOString()), 4);

test('an order comes on the stick and its answer is at the station; a correction is accepted, another declined', async () => {
  const people: string[] = [];
  const journey = await startJourney({
    station: true,
    before: async ({ counter: { addresses, residents } }) => {
      const add = async (parent: string | null, kind: 'community' | 'street' | 'gate', name: string) =>
        (await addresses.add({ address: elementIn(parent, kind, name), draft: newDraft() })).id;
      const street = await add(await add(null, 'community', '胜利社区'), 'street', '胜利路');
      const door = await add(street, 'gate', '12号');
      for (const name of ['何远', '周明'])
        people.push(
          (await residents.register({ resident: personAt(door, { name }), draft: newDraft() })).resident.id,
        );
    },
  });
  const { page, press, signIn, folder } = journey;
  const { stick } = withStation(journey);
  const station = (...argv: string[]) =>
    runTool('station', [...argv, '--home', `${folder}/station`], STATION_SECRET);
  const [first = '', second = ''] = people;
  await signIn(LOGINS.officer);
  await exportWeek(journey, stick);
  await station('receive', '--from', stick);
  const sender = ['--sender', '郑审核'];
  await station(
    'order',
    OFFICE.code,
    '--title',
    '护校巡防',
    '--text',
    '放学时段到示例小学门口值守。',
    '--due',
    DUE,
    ...sender,
  );
  const propose = (number: string, value: string) =>
    station(
      'correct',
      OFFICE.code,
      'residents',
      number,
      '--set',
      `name=${value}`,
      '--reason',
      '户籍底册用字',
      '--officer',
      '郑审核',
    );
  await propose(first, '何遠');
  await propose(second, '周铭');
  await station('answer', OFFICE.code, '--to', stick);
  await readReceipts(journey);

  await press('Alt+1');
  await page.getByText(today.orders.title, { exact: true }).waitFor();
  await page.getByRole('button', { name: /护校巡防/u }).click();
  await page.getByRole('heading', { level: 1, name: '护校巡防' }).waitFor();
  const found = await complaints(page, 'order');
  await page.getByRole('button', { name: orders.record.acknowledge }).click();
  await page.getByText(orders.states.acknowledged).first().waitFor();
  // Without a sentence nothing is done.
  await page.getByRole('button', { name: orders.record.finish }).click();
  await page.getByText(orders.issues.required).first().waitFor();
  await page.locator('[data-field=feedback]').fill('已值守，秩序良好。');
  await press('Control+s');
  await page.getByText(orders.states.done).first().waitFor();

  await press('Alt+8');
  await page.getByRole('tab', { name: new RegExp(orders.tabs.notices, 'u') }).click();
  found.push(...(await complaints(page, 'notices')));
  await page.getByRole('tab', { name: new RegExp(orders.tabs.corrections, 'u') }).click();
  const card = (number: string) => page.locator('section').filter({ hasText: number });
  await card(first).getByRole('button', { name: corrections.look }).click();
  await card(first).getByText('何遠').waitFor();
  found.push(...(await complaints(page, 'corrections')));
  expect(found).toEqual([]);
  await card(first).getByRole('button', { name: corrections.accept }).click();
  await card(first).waitFor({ state: 'detached' });
  await card(second).getByRole('button', { name: corrections.look }).click();
  await card(second).getByRole('button', { name: corrections.decline }).click();
  await page.getByRole('dialog').locator('[data-field=reason]').fill('身份证上是“周明”');
  await page.getByRole('dialog').getByRole('button', { name: corrections.decline }).click();
  await page.getByText(corrections.none).waitFor();

  // The stick is chosen already.
  await press('F8');
  await page.getByRole('button', { name: /确认导出第\d+周/u }).click();
  await page.getByText(weekly.export.doneTitle).waitFor();
  await station('receive', '--from', stick);
  expect(await station('orders', OFFICE.code)).toMatchObject({
    orders: [{ title: '护校巡防', stands: 'done', feedback: '已值守，秩序良好。' }],
  });
  const { corrections: answered } = (await station('corrections', OFFICE.code)) as {
    corrections: readonly { number: string; end: string; why: string }[];
  };
  expect(answered.map(({ number, end, why }) => [number, end, why]).toSorted()).toEqual([
    [first, 'accepted', ''],
    [second, 'declined', '身份证上是“周明”'],
  ]);
  const { lines } = await journey.inspect();
  expect(lines.filter(({ op }) => op === 'C')).toHaveLength(2);
});
