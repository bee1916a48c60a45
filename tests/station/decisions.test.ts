/** 依法登记事项 to the station and its answer back: a real office, the real command line, and a stick in somebody's pocket. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { OFFICE } from '#tests/support/office.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { openPair, type Pair } from './real-office.ts';
import type { Answer, EntryAnswer } from './station-kit.ts';

const WHY = { reason: 'own-request', note: '', explanation: '' } as const;
const REVIEWER = ['--reviewer', '郑审核'] as const;

let pair: Pair;
beforeEach(async () => {
  pair = await openPair();
  onTestFinished(() => pair.desk.dispose());
});

/** The week arrives, and the receipts go back on the same stick. */
async function deliver(): Promise<string> {
  const stick = await pair.exportTo();
  await pair.station.done('receive', '--from', stick);
  return stick;
}
const entries = async (): Promise<readonly EntryAnswer[]> =>
  (await pair.station.done('pending')).entries ?? [];
const approve = (number: string, ...also: string[]) =>
  pair.station.run('approve', OFFICE.code, number, ...REVIEWER, ...also);
const deny = (number: string, reason: string) =>
  pair.station.run('deny', OFFICE.code, number, ...REVIEWER, '--reason', reason);
/** Receipts alone, onto a stick of their own. */
async function answer(): Promise<string> {
  const stick = tempFolder();
  await pair.station.done('answer', OFFICE.code, '--to', stick);
  return stick;
}
const decisionsIn = ({ receipts }: Answer) => receipts?.map(({ decisions }) => decisions);
const listed = async () =>
  (await pair.desk.counter.statutory.list(WHY)).map(({ id, standing }) => [id, standing]);
const waiting = async () =>
  (await pair.desk.counter.statutory.waiting({})).map(({ id, state, denial }) => [id, state, denial]);

describe('an approval', () => {
  test('goes the whole way: entered, exported, seen at the station, approved, carried back by an auxiliary, in force', async () => {
    const number = await pair.enter('SM01');
    expect(await listed()).toEqual([]);
    await deliver();
    expect(await entries()).toMatchObject([
      {
        office: OFFICE.code,
        number,
        revision: 1,
        asked: 'answer',
        category: 'SM01',
        categoryName: '取保候审',
        basis: expect.stringContaining('《刑事诉讼法》第67'),
        person: '何远',
        officer: '李建国',
        daysLeft: 14,
        answered: null,
        flaw: null,
      },
    ]);
    expect((await approve(number)).exit).toBe(0);
    expect(await entries()).toMatchObject([{ number, answered: 'approve' }]);
    const stick = await answer();

    await pair.desk.signIn('auxiliary');
    const [outcome] = await pair.read(stick);
    expect(outcome).toEqual({ file: expect.stringMatching(/^[0-9a-f]{32}\.jwb$/), check: null });

    await pair.desk.signIn('officer');
    expect(await listed()).toEqual([[number, 'in-force']]);
    const record = await pair.desk.counter.statutory.open({ id: number, ...WHY });
    expect(record).toMatchObject({ reviewer: '郑审核', secondReviewer: '', approvedOn: '2026-11-23' });
    expect(record.duties.map(({ kind }) => kind)).toContain('talk');

    const next = await pair.exportTo();
    expect(decisionsIn(await pair.station.done('receive', '--from', next))).toEqual([0]);
    expect(await entries()).toEqual([]);
  });

  test('is in every receipt until the lines of the office show it, so that a lost stick loses nothing', async () => {
    const number = await pair.enter('SM04');
    await deliver();
    await approve(number);
    rmSync(await answer(), { recursive: true });
    pair.forward({ days: 7 });
    await pair.desk.signIn('officer');
    const stick = await pair.exportTo();
    expect(decisionsIn(await pair.station.done('receive', '--from', stick))).toEqual([1]);
    await pair.read(stick);
    expect(await listed()).toEqual([[number, 'in-force']]);
  });

  test('read twice, or again in a later receipt, is taken once', async () => {
    const number = await pair.enter('SM04');
    await deliver();
    await approve(number);
    const [first, second] = [await answer(), await answer()];
    for (const stick of [first, first, second, first]) await pair.read(stick);
    const { revision, duties } = await pair.desk.counter.statutory.open({ id: number, ...WHY });
    expect([revision, duties.length]).toEqual([2, 2]);
  });

  test('in an older receipt that is read after a newer one changes nothing', async () => {
    const [one, two] = [await pair.enter('SM04'), await pair.enter('SM01')];
    await deliver();
    await approve(one);
    const older = await answer();
    await deny(two, '文书编号不清');
    const newer = await answer();
    await pair.read(newer);
    const after = [await listed(), await waiting()];
    expect(after).toEqual([[[one, 'in-force']], [[two, 'denied', '文书编号不清']]]);
    expect(await pair.read(older)).toMatchObject([{ check: 'E701' }]);
    expect([await listed(), await waiting()]).toEqual(after);
  });

  test('on one stick with another receipt is taken in the order of the station, whatever the files are called', async () => {
    const [one, two] = [await pair.enter('SM04'), await pair.enter('SM01')];
    await deliver();
    const stick = tempFolder();
    await approve(one);
    await pair.station.done('answer', OFFICE.code, '--to', stick);
    await approve(two);
    await pair.station.done('answer', '--all', '--to', stick);
    expect((await pair.read(stick)).map(({ check }) => check)).toEqual([null, null]);
    expect((await listed()).toSorted()).toEqual([
      [one, 'in-force'],
      [two, 'in-force'],
    ]);
  });

  test('of what was changed meanwhile is not taken, and the station reads the entry anew', async () => {
    const number = await pair.enter('SM01');
    await deliver();
    await approve(number);
    const stick = await answer();
    const correction = {
      name: '何遠',
      birthDate: '1987-03-14',
      leadBody: '青禾镇司法所',
      leadContact: '周明',
      leadPhone: '15400000031',
    };
    await pair.desk.counter.statutory.correct({ id: number, revision: 1, correction, reason: '姓名用字' });
    await pair.read(stick);
    expect(await waiting()).toEqual([[number, 'provisional', '']]);

    await deliver();
    expect(await entries()).toMatchObject([{ number, revision: 2, person: '何遠', answered: null }]);
    expect(await approve(number, '--revision', '1')).toMatchObject({
      exit: 3,
      answer: { code: 'other-revision' },
    });
    expect((await approve(number, '--revision', '2')).exit).toBe(0);
    await pair.read(await answer());
    expect(await listed()).toEqual([[number, 'in-force']]);
  });
});

describe('a denial', () => {
  test('comes back with its reason, and the station holds it as taken', async () => {
    const number = await pair.enter('SM02');
    await deliver();
    expect((await deny(number, '非本人住处，不得登记')).exit).toBe(0);
    await pair.read(await answer());
    expect(await waiting()).toEqual([[number, 'denied', '非本人住处，不得登记']]);
    expect(await listed()).toEqual([]);
    const stick = await pair.exportTo();
    expect(decisionsIn(await pair.station.done('receive', '--from', stick))).toEqual([0]);
    expect(await approve(number)).toMatchObject({ exit: 3, answer: { code: 'not-provisional' } });
  });

  test('of an entry that was withdrawn meanwhile changes nothing', async () => {
    const number = await pair.enter('SM01');
    await deliver();
    await deny(number, '文书不全');
    const stick = await answer();
    await pair.desk.counter.statutory.withdraw({ id: number, revision: 1 });
    expect(await pair.read(stick)).toMatchObject([{ check: null }]);
    expect([await listed(), await waiting()]).toEqual([[], []]);
    const next = await pair.exportTo();
    expect(decisionsIn(await pair.station.done('receive', '--from', next))).toEqual([0]);
    expect(await deny(number, '文书不全')).toMatchObject({ exit: 3, answer: { code: 'record-gone' } });
  });

  test('after the fourteen days is not taken any more: the entry has removed itself', async () => {
    const number = await pair.enter('SM01');
    await deliver();
    await approve(number);
    const stick = await answer();
    pair.forward({ days: 14 });
    await pair.desk.signIn('officer');
    await pair.read(stick);
    expect([await listed(), await waiting()]).toEqual([[], []]);
    expect(await entries()).toEqual([]);
    expect(await deny(number, '逾期')).toMatchObject({ exit: 3, answer: { code: 'too-late' } });
  });
});

test('an order of a court runs at once: the station takes note of it and is asked nothing', async () => {
  const number = await pair.enter('SM08');
  expect(await listed()).toEqual([[number, 'in-force']]);
  await deliver();
  const [notice] = await entries();
  expect(notice).toMatchObject({ number, asked: 'notice', category: 'SM08', flaw: null });
  expect(JSON.stringify(notice)).not.toContain('林晓');
  expect(await approve(number)).toMatchObject({ exit: 3, answer: { code: 'needs-no-answer' } });
  pair.forward({ days: 14 });
  expect(await entries()).toEqual([]);
});

test('监视居住 asks for two reviewers, and two different ones', async () => {
  const number = await pair.enter('SM02');
  await deliver();
  expect(await approve(number)).toMatchObject({ exit: 3, answer: { code: 'second-missing' } });
  expect(await approve(number, '--second', ' 郑审核')).toMatchObject({
    exit: 3,
    answer: { code: 'second-same' },
  });
  expect((await approve(number, '--second', '冯复核')).exit).toBe(0);
  await pair.read(await answer());
  expect(await pair.desk.counter.statutory.open({ id: number, ...WHY })).toMatchObject({
    reviewer: '郑审核',
    secondReviewer: '冯复核',
  });
});

test('a receipt with one byte of its answer changed is refused, and nothing of it is taken', async () => {
  const number = await pair.enter('SM01');
  await deliver();
  await approve(number);
  const stick = await answer();
  const folder = join(stick, 'JWB', 'to-office');
  const [name = ''] = readdirSync(folder);
  const whole = readFileSync(join(folder, name));
  const changed = Buffer.from(whole);
  changed.writeUInt8(changed.readUInt8(changed.length - 2000) ^ 1, changed.length - 2000);
  writeFileSync(join(folder, name), changed);
  expect(await pair.read(stick)).toMatchObject([{ check: 'E306' }]);
  expect(await waiting()).toEqual([[number, 'provisional', '']]);
  writeFileSync(join(folder, name), whole);
  expect(await pair.read(stick)).toMatchObject([{ check: null }]);
  expect(await listed()).toEqual([[number, 'in-force']]);
});

test('whoever carries the stick is told the same whether a receipt brings an answer or not', async () => {
  const number = await pair.enter('SM01');
  await deliver();
  const without = await answer();
  await approve(number);
  const withOne = await answer();
  await pair.desk.signIn('auxiliary');
  const [a, b] = [await pair.read(without), await pair.read(withOne)];
  const shape = (outcomes: typeof a) => outcomes.map((outcome) => ({ ...outcome, file: '' }));
  expect(shape(b)).toEqual(shape(a));
});

test('a seal that was opened at the station is told to the auditor once, with who and why', async () => {
  const number = await pair.enter('SM01');
  await deliver();
  await approve(number);
  await pair.read(await answer());
  const { revision } = await pair.desk.counter.statutory.open({ id: number, ...WHY });
  await pair.desk.counter.statutory.end({ id: number, revision, how: 'released', endedOn: '2026-11-23' });
  const raw = () => pair.desk.office().session.opened()?.store.raw;
  const sealed = () => raw()?.prepare('SELECT count(*) FROM sealed_records').pluck().get();
  await expect.poll(sealed).toBe(1);
  await deliver();

  const argv = ['unseal', OFFICE.code, number, ...REVIEWER, '--reason', '当事人申请复议'];
  const { content } = await pair.station.done(...argv);
  expect(content).toMatchObject({ from: 'statutory_matters', record: { id: number, name: '何远' } });
  for (const stick of [await answer(), await answer()]) await pair.read(stick);
  const lines = raw()
    ?.prepare(`SELECT line FROM journal WHERE ledger = 'sealed_records' AND op = 'A'`)
    .pluck()
    .all();
  expect(lines?.map((line) => JSON.parse(String(line)) as unknown)).toMatchObject([
    { d: { event: 'unsealed', reviewer: '郑审核' }, why: '当事人申请复议' },
  ]);
  const stick = await pair.exportTo();
  expect(decisionsIn(await pair.station.done('receive', '--from', stick))).toEqual([0]);
});
