/** Saved views: one's own and the room's, each with how many people it finds now. */
import { describe, expect, test } from 'vitest';
import { VIEWS_MAX, type ResidentFilter, type ViewFilter } from '#shared/contract/population/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT, EVERYBODY, openPeopleDesk, type PeopleDesk } from '#tests/support/people.ts';

const { text: _, ...CHOICES } = EVERYBODY;
const FLOATING: ViewFilter = { ...CHOICES, residenceTypes: ['temporary'] };
const TYPED: ResidentFilter = { ...FLOATING, text: '李欣' };
const colleague: Caller = { staff: '07-000009', role: 'officer', door: 'desk' };

const save = (
  desk: PeopleDesk,
  name: string,
  fields: { id?: string; shared?: boolean } = {},
  caller = desk.officer,
) =>
  now(
    desk.people.views.save({ id: null, name, shared: false, filter: FLOATING, ...fields }, caller, CONTEXT),
  );
const list = (desk: PeopleDesk, caller = desk.officer) =>
  now(desk.people.views.list({}, caller, CONTEXT)).map(({ name, mine, count }) => [name, mine, count]);
const issue = (rule: string) => ({ code: 'invalid', issues: [{ field: 'name', rule }] });

describe('a view', () => {
  test('counts the people it finds as they are now', () => {
    const desk = openPeopleDesk();
    expect(save(desk, ' 流动 人口 ')).toMatchObject({ name: '流动 人口', count: 0, mine: true });
    desk.person({ residenceType: 'temporary' });
    expect(list(desk)).toEqual([['流动 人口', true, 1]]);
  });

  test('of one person is seen by nobody else; a shared one by all, and changed by its owner alone', () => {
    const desk = openPeopleDesk();
    save(desk, '我的');
    const { id } = save(desk, '大家的', { shared: true });
    expect(list(desk, colleague)).toEqual([['大家的', false, 0]]);
    expect(failureOfWork(() => save(desk, '别名', { id }, colleague))).toEqual({ code: 'forbidden' });
    expect(failureOfWork(() => now(desk.people.views.drop({ id }, colleague, CONTEXT)))).toEqual({
      code: 'forbidden',
    });
    expect(failureOfWork(() => save(desk, '没有的', { id: 'v0' }))).toEqual({ code: 'missing' });
    save(desk, '只剩我', { id, shared: false });
    expect(list(desk, colleague)).toEqual([]);
    now(desk.people.views.drop({ id }, desk.officer, CONTEXT));
    expect(list(desk)).toEqual([['我的', true, 0]]);
  });

  test('has a name of its own, and there are not more of them than fit', () => {
    const desk = openPeopleDesk();
    const first = save(desk, '流动');
    expect(failureOfWork(() => save(desk, '流动'))).toEqual(issue('exists'));
    expect(save(desk, '流动', { id: first.id, shared: true }).id).toBe(first.id);
    expect(failureOfWork(() => save(desk, '流动', {}, colleague))).toEqual(issue('exists'));
    for (let n = 1; n < VIEWS_MAX; n += 1) save(desk, `视图${n}`);
    expect(failureOfWork(() => save(desk, '再一个'))).toEqual(issue('too-many'));
    expect(list(desk)).toHaveLength(VIEWS_MAX);
    expect(save(desk, '改名', { id: first.id }).name).toBe('改名');
  });

  test('of an older version loses what was typed, everybody’s, once any is read; while something long is written, later', async () => {
    const desk = openPeopleDesk();
    const { id } = save(desk, '流动');
    desk.person({ name: '王芳', residenceType: 'temporary' });
    const stored = () => desk.store.raw.prepare('SELECT filter FROM views WHERE id = ?').pluck().get(id);
    desk.store.write.prepare('UPDATE views SET filter = ? WHERE id = ?').run(JSON.stringify(TYPED), id);
    await desk.journal.writeInSteps(
      desk.officer,
      function* () {
        yield { done: 0, total: 1 };
        expect(list(desk)).toEqual([['流动', true, 1]]);
        expect(stored()).toContain('李欣');
      },
      {},
    );
    list(desk, colleague);
    expect(JSON.parse(String(stored()))).toEqual(FLOATING);
    const first = now(desk.people.views.list({}, desk.officer, CONTEXT))[0];
    expect(first).toMatchObject({ filter: FLOATING, count: 1 });
  });

  test('is no part of the ledger: no line tells of it, and a filter of another version is left alone', () => {
    const desk = openPeopleDesk();
    const lines = desk.lines().length;
    const { id } = save(desk, '流动');
    expect(desk.lines()).toHaveLength(lines);
    desk.store.write.prepare(`UPDATE views SET filter = '{"later":true}' WHERE id = ?`).run(id);
    expect(list(desk)).toEqual([]);
  });
});
