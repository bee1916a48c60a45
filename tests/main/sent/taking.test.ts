import { expect, test } from 'vitest';
import { sentWordRule } from '#shared/ledgers/sent/sent-words.ts';
import { textTaker } from '#main/ledgers/notices/taking.ts';
import { orderTaker } from '#main/ledgers/orders/taking.ts';
import { orderOf, ruleTextOf } from '#tests/bundle-format/office-and-station.ts';
import { OFFICE_CODE, openTestStore } from '#tests/support/store.ts';

test('an order or a text that says what none may say is refused, and none of its words are kept anywhere', () => {
  const { store, journal, officer, lines } = openTestStore();
  const orders = orderTaker(store.read, OFFICE_CODE);
  const texts = textTaker(store.read, OFFICE_CODE);
  journal.write(officer, (desk) => {
    orders(desk, [orderOf({ text: '到社区矫正人员冯敏家中走访' })]);
    texts(desk, [ruleTextOf({ title: '列管人员名单' })]);
  });
  const [order] = store.raw.prepare('SELECT state, title, text, sender FROM orders').all();
  expect(order).toEqual({ state: 'refused', title: '', text: '', sender: '' });
  expect(store.raw.prepare('SELECT refused, title, text FROM notices').all()).toEqual([
    { refused: 1, title: '', text: '' },
  ]);
  expect(lines().join('')).not.toMatch(/冯敏|列管|矫正/u);
});

test('a text of a lower version changes nothing; of the same version the later one is the one', () => {
  const { store, journal, officer } = openTestStore();
  const take = textTaker(store.read, OFFICE_CODE);
  const send = (version: number, at: string, text: string) =>
    journal.write(officer, (desk) => take(desk, [ruleTextOf({ version, at, text, id: at.slice(0, 16) })]));
  send(2, '2026-11-23T08:00:00.000Z', '二');
  send(1, '2026-11-24T08:00:00.000Z', '一');
  const text = () => store.raw.prepare('SELECT version, text FROM notices').get();
  expect(text()).toEqual({ version: 2, text: '二' });
  send(2, '2026-11-22T08:00:00.000Z', '早');
  expect(text()).toEqual({ version: 2, text: '二' });
  send(2, '2026-11-25T08:00:00.000Z', '晚');
  expect(text()).toEqual({ version: 2, text: '晚' });
});

test.each([
  ['放学时段到校门口值守', null],
  ['电话 15400000031，11 月 23 日前回复', null],
  ['2026-11-23 15400000031', null],
  ['社 区 矫 正对象', 'label'],
  ['告诫书回访', 'matter-of-law'],
  ['人身安全保护令', 'matter-of-law'],
  ['ＳＭ０７', 'matter-of-law'],
  ['51990119800101001X', 'citizen-number'],
  ['519901 1980-01-01 0017', 'citizen-number'],
])('the words %s are judged %s', (text, rule) => {
  expect(sentWordRule(text)).toBe(rule);
});
