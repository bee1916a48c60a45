/** Orders, texts and corrections of the station in a real office, and their answers back: a stick in somebody's pocket. */
import { rmSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOfCall } from '#tests/support/failures.ts';
import { OFFICE } from '#tests/support/office.ts';
import { personAt } from '#tests/support/people.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { openPair, type Pair } from './real-office.ts';
import { sentDown } from './sent-down.ts';

/** One office and one station for the whole file: each test leaves nothing that waits. */
let pair: Pair;
let down: ReturnType<typeof sentDown>;
let isOpen = false;
beforeEach(async () => {
  if (isOpen) return;
  pair = await openPair();
  down = sentDown(pair);
  await down.deliver();
  isOpen = true;
});
afterAll(() => pair.desk.dispose());
const { code } = OFFICE;
const desk = () => pair.desk.counter;

/** The order of this number as the desk sees it. */
async function atDesk(number: string) {
  const row = (await down.atDesk()).rows.find((one) => one.number === number);
  return row ?? Promise.reject(new Error(`no order ${number}`));
}
const atStation = async (number: string) => (await down.orders()).find((one) => one.number === number);
async function finish(number: string, feedback = '已办。') {
  const { id, revision } = await atDesk(number);
  return desk().orders.finish({ id, revision, feedback });
}

describe('an order', () => {
  test('goes the whole way: given, carried, acknowledged, done with a sentence, closed at the station', async () => {
    const number = await down.order();
    expect(number).toBe('20261123-001');
    expect(await atStation(number)).toMatchObject({ stands: 'sent', overdue: false });

    await pair.desk.signIn('auxiliary');
    expect(await pair.read(await down.answer())).toMatchObject([{ check: null }]);
    const due = await desk().orders.due({});
    expect(due).toMatchObject({ open: 1, late: 0, first: [{ number, late: 0 }] });
    const row = await atDesk(number);
    expect(row).toMatchObject({
      title: '护校巡防',
      text: '放学时段到校门口值守。',
      dueOn: '2026-11-27',
      sender: '郑审核',
      state: 'received',
    });
    const taken = await desk().orders.acknowledge({ id: row.id, revision: row.revision });
    expect(taken).toMatchObject({ state: 'acknowledged', acknowledgedOn: '2026-11-23' });
    expect(await desk().orders.acknowledge({ id: row.id, revision: row.revision })).toEqual(taken);
    expect(await finish(number, '已值守三天，秩序良好。')).toMatchObject({
      state: 'done',
      doneOn: '2026-11-23',
    });
    expect(await failureOfCall(finish(number))).toMatchObject({ issues: [{ rule: 'not-now' }] });
    expect(await desk().orders.due({})).toEqual({ open: 0, late: 0, first: [] });

    await down.deliver();
    expect(await atStation(number)).toMatchObject({
      stands: 'done',
      feedback: '已值守三天，秩序良好。',
      doneOn: '2026-11-23',
    });
    expect(await carried()).toBe(0);
    await pair.desk.signIn('officer');
  });

  test('cannot be done without a sentence, nor with one that makes somebody a kind of person', async () => {
    const number = await down.order();
    await pair.read(await down.answer());
    const refused = (feedback: string) => failureOfCall(finish(number, feedback));
    expect(await refused('   ')).toMatchObject({ issues: [{ field: 'feedback', rule: 'required' }] });
    expect(await refused('走访上访户一户')).toMatchObject({ issues: [{ rule: 'label' }] });
    expect(await refused('长'.repeat(201))).toMatchObject({ issues: [{ rule: 'too-long' }] });
    expect(await atDesk(number)).toMatchObject({ state: 'received', revision: 1 });
    await finish(number);
  });

  test('is in every receipt until the lines of the office show it, and taken once however often it is read', async () => {
    await down.deliver();
    const number = await down.order();
    rmSync(await down.answer(), { recursive: true });
    const [first, second] = [await down.answer(), await down.answer()];
    for (const stick of [first, first, second, first]) await pair.read(stick);
    const rows = (await down.atDesk()).rows.filter((one) => one.number === number);
    expect(rows).toMatchObject([{ revision: 1 }]);
    expect(await carried()).toBe(1);
    await finish(number);
    await down.deliver();
    expect(await carried()).toBe(0);
  });

  test('that was taken back is taken back here, also where it comes only now, and not where it is done', async () => {
    const numbers = [await down.order('一'), await down.order('二'), await down.order('三')];
    const [one = '', two = '', three = ''] = numbers;
    expect((await down.withdraw(three)).exit).toBe(0);
    await pair.read(await down.answer());
    const states = () => Promise.all(numbers.map(async (number) => (await atDesk(number)).state));
    expect(await states()).toEqual(['received', 'received', 'withdrawn']);
    await finish(one);
    await down.withdraw(one);
    await down.withdraw(two);
    await pair.read(await down.answer());
    expect(await states()).toEqual(['done', 'withdrawn', 'withdrawn']);
    await down.deliver();
    const given = await down.orders();
    const stands = numbers.map((number) => given.find((one) => one.number === number)?.stands);
    expect(stands).toEqual(['done', 'withdrawn', 'withdrawn']);
    expect(await carried()).toBe(0);
    expect((await down.withdraw(one)).answer.code).toBe('order-closed');
    expect((await down.withdraw('20261123-099')).answer.code).toBe('unknown-order');
  });

  test('names nobody of a matter of law: the station does not send it', async () => {
    const refused = async (text: string) => (await down.orderWith('--text', text)).answer.code;
    expect(await refused('到社区矫正人员家中走访')).toBe('label-in-words');
    expect(await refused('走 访 上·访 户')).toBe('label-in-words');
    expect(await refused('人身安全保护令回访')).toBe('matter-in-words');
    expect(await refused('核对SM03期满')).toBe('matter-in-words');
    expect(await refused('查519901 19800101 0017是否在住')).toBe('number-in-words');
    expect(await refused('入户登记，电话 0833-0123456')).toBeUndefined();
    expect((await down.orderWith('--text', '长'.repeat(501))).answer.code).toBe('usage');
    expect(await carried()).toBe(1);
  });

  test('that is late is said to be, here and there', async () => {
    const number = await down.order();
    await pair.read(await down.answer());
    await down.deliver();
    pair.forward({ days: 6 });
    await pair.desk.signIn('officer');
    expect(await atDesk(number)).toMatchObject({ late: 2 });
    expect((await desk().orders.due({})).late).toBeGreaterThan(0);
    expect(await atStation(number)).toMatchObject({ stands: 'received', overdue: true });
    await finish(number);
  });
});

describe('a text', () => {
  test('is read by each account, again in each new version, and ends on its day', async () => {
    expect((await down.text('work-rules', '一、在警务室办公。', '--until', '2026-12-20')).exit).toBe(0);
    await pair.read(await down.answer());
    expect(await desk().notices.unread({})).toEqual({ count: 1 });
    const [row] = await desk().notices.list({ over: false });
    if (row === undefined) throw new Error('no text');
    expect(row).toMatchObject({ version: 1, text: '一、在警务室办公。', readAt: null, readers: [] });
    await desk().notices.read({ id: row.id, revision: row.revision });
    await desk().notices.read({ id: row.id, revision: row.revision });
    expect(await desk().notices.list({ over: false })).toMatchObject([{ readers: ['李建国'] }]);
    await pair.desk.signIn('auxiliary');
    expect(await desk().notices.unread({})).toEqual({ count: 1 });
    await desk().notices.read({ id: row.id, revision: row.revision });
    expect(await desk().notices.unread({})).toEqual({ count: 0 });

    await pair.desk.signIn('officer');
    await down.deliver();
    expect(await down.texts()).toMatchObject([{ code: 'work-rules', version: 1, has: 1 }]);
    expect(await carried()).toBe(0);

    await down.text('work-rules', '一、在警务室办公。\n二、每周走访。');
    await pair.read(await down.answer());
    const stale = await failureOfCall(desk().notices.read({ id: row.id, revision: row.revision }));
    expect(stale).toMatchObject({ code: 'stale' });
    expect(await desk().notices.list({ over: false })).toMatchObject([
      { version: 2, until: null, readAt: null, readers: [] },
    ]);
    pair.forward({ days: 30 });
    await pair.desk.signIn('auxiliary');
    expect(await desk().notices.list({ over: true })).toEqual([]);
    await down.text('work-rules', '一、作废。', '--until', '2026-12-29');
    await pair.read(await down.answer());
    pair.forward({ days: 1 });
    await pair.desk.signIn('auxiliary');
    expect(await desk().notices.list({ over: false })).toEqual([]);
    expect(await desk().notices.list({ over: true })).toMatchObject([{ version: 3, inForce: false }]);
    await pair.desk.signIn('officer');
  });

  test('that says what none may say is not sent', async () => {
    expect((await down.text('rules', '列管人员每周见面。')).answer.code).toBe('label-in-words');
    expect((await down.texts()).map(({ code: one }) => one)).toEqual(['work-rules']);
  });
});

describe('a correction', () => {
  let number: string;
  let door: string;
  beforeEach(async () => {
    await pair.desk.signIn('officer');
    ({ id: number, door } = await down.resident('何远'));
    await down.deliver();
  });
  const resident = async () => desk().residents.open({ id: number });
  const proposals = async () => (await desk().corrections.list({})).filter(({ record }) => record === number);
  const answers = async () => (await down.corrections()).filter((one) => one.number === number);
  const opened = async () => {
    const [row] = await proposals();
    if (row === undefined) throw new Error('nothing is proposed');
    return desk().corrections.open({ id: row.id });
  };

  test('is decided by an officer: taken over under the rules of the ledger, and said at the station', async () => {
    expect((await down.correct('residents', number, 'name=何遠', 'phone=15400000031')).exit).toBe(0);
    await pair.read(await down.answer());
    expect((await resident()).name).toBe('何远');
    expect(await proposals()).toMatchObject([
      { ledger: 'residents', record: number, fields: ['name', 'phone'], stands: 'same', officer: '郑审核' },
    ]);
    const { id, revision, values } = await opened();
    expect(values).toEqual([
      { field: 'name', now: '何远', proposed: '何遠', changedSince: false },
      { field: 'phone', now: null, proposed: '15400000031', changedSince: false },
    ]);
    expect(await views()).toBe(1);
    await desk().corrections.accept({ id, revision, fields: ['name', 'phone'] });
    expect((await resident()).name).toBe('何遠');
    expect(await proposals()).toEqual([]);
    await down.deliver();
    expect(await answers()).toMatchObject([
      { number, end: 'accepted', taken: ['name', 'phone'], fields: ['name', 'phone'] },
    ]);
    expect(await carried()).toBe(0);
  });

  test('is declined with a reason, and does not come again', async () => {
    await down.correct('residents', number, 'name=何遠');
    const stick = await down.answer();
    await pair.read(stick);
    const { id, revision } = await opened();
    await desk().corrections.decline({ id, revision, reason: '本人出示的身份证为“何远”' });
    await pair.read(await down.answer());
    expect(await proposals()).toEqual([]);
    await down.deliver();
    expect(await answers()).toMatchObject([{ end: 'declined', why: '本人出示的身份证为“何远”' }]);
    expect((await resident()).revision).toBe(1);
  });

  test('of what the office changed since says which fields, and takes over only what somebody chose', async () => {
    await down.correct('residents', number, 'name=何遠', 'phone=15400000031');
    const before = 1;
    await desk().residents.amend({
      id: number,
      revision: before,
      resident: personAt(door, { name: '何媛' }),
    });
    await pair.read(await down.answer());
    expect(await proposals()).toMatchObject([{ stands: 'conflict' }]);
    const { id, revision, values } = await opened();
    expect(values.map(({ field, now, changedSince }) => [field, now, changedSince])).toEqual([
      ['name', '何媛', true],
      ['phone', null, false],
    ]);
    const stale = await failureOfCall(desk().corrections.accept({ id, revision: before, fields: ['name'] }));
    expect(stale).toEqual({ code: 'stale', revision });
    await desk().corrections.accept({ id, revision, fields: ['phone'] });
    expect((await resident()).name).toBe('何媛');
    await down.deliver();
    expect(await answers()).toMatchObject([{ end: 'accepted', taken: ['phone'] }]);
  });

  test('that breaks the rules of the ledger is refused by them and stays to be declined', async () => {
    await down.correct('residents', number, 'phone=123456789');
    await pair.read(await down.answer());
    const { id, revision } = await opened();
    const failure = await failureOfCall(desk().corrections.accept({ id, revision, fields: ['phone'] }));
    expect(failure).toMatchObject({ code: 'invalid', issues: [{ field: 'phone', rule: 'not-a-phone' }] });
    expect(await proposals()).toHaveLength(1);
    expect(await failureOfCall(desk().corrections.accept({ id, revision, fields: ['name'] }))).toMatchObject({
      code: 'invalid',
      issues: [{ field: 'fields', rule: 'not-proposed' }],
    });
    await desk().corrections.decline({ id, revision, reason: '号码不对' });
  });

  test('goes with its record, on both sides', async () => {
    await down.correct('residents', number, 'name=何遠');
    await pair.read(await down.answer());
    await desk().residents.retire({ id: number, revision: 1, reason: '重复登记' });
    expect(await proposals()).toEqual([]);
    await pair.read(await down.answer());
    expect(await proposals()).toEqual([]);
    await down.deliver();
    expect(await answers()).toMatchObject([{ end: 'gone' }]);
    expect(await carried()).toBe(0);
  });

  test('is nobody else’s to see or to decide', async () => {
    await down.correct('residents', number, 'name=何遠');
    await pair.read(await down.answer());
    const { id } = await opened();
    await pair.desk.signIn('auxiliary');
    for (const call of [
      desk().corrections.list({}),
      desk().corrections.waiting({}),
      desk().corrections.open({ id }),
      desk().corrections.decline({ id, revision: 1, reason: '不对' }),
    ])
      expect(await failureOfCall(call)).toEqual({ code: 'forbidden' });
    await pair.desk.signIn('officer');
    await desk().corrections.decline({ id, revision: 1, reason: '不对' });
    await down.deliver();
  });

  test('is not proposed of a matter of law, of a field that no form has, or of what is said already', async () => {
    const code = async (...given: Parameters<typeof down.correct>) =>
      (await down.correct(...given)).answer.code;
    expect(await code('statutory_matters', '07-000001', 'leadBody=司法所')).toBe('not-correctable');
    expect(await code('care_consents', '07-000001', 'help=x')).toBe('not-correctable');
    expect(await code('staff', '07-000002', 'name=王')).toBe('not-correctable');
    expect(await code('residents', number, 'ethnicity=汉')).toBe('field-unfit');
    expect(await code('residents', number, 'addressId=07-000001')).toBe('field-unfit');
    expect(await code('residents', number, 'sex=男')).toBe('field-unfit');
    expect(await code('residents', number, 'registerAddress=上访户老宅')).toBe('label-in-words');
    expect(await code('residents', number, 'name=何远')).toBe('says-so-already');
    expect(await code('residents', '07-009999', 'name=何远')).toBe('unknown-record');
    expect(await answers()).toEqual([]);
  });

  async function views(): Promise<number> {
    const raw = pair.desk.office().session.opened()?.store.raw;
    return Number(
      raw
        ?.prepare(`SELECT count(*) FROM journal WHERE op = 'V' AND ledger = 'residents' AND record = ?`)
        .pluck()
        .get(number),
    );
  }
});

/** What the next receipt would send down. */
async function carried(): Promise<number> {
  const answer = await pair.station.done('answer', code, '--to', tempFolder());
  const [receipt] = answer.receipts ?? [];
  return receipt?.sent ?? -1;
}
