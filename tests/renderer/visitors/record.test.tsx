import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { VisitInput } from '#shared/ledgers/visitors.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import type { TestOffice } from '#tests/support/office.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

const openDesk = useDesks();

// Nothing is laid out here, so the list is told how high it is.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 500 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1100 });
});

const ZHANG: VisitInput = { ...enquiry, name: '张欣', phone: '15400001234', matter: 'dispute' };

/** Visits that an auxiliary has received before the window opens. */
function received(...visits: readonly VisitInput[]) {
  return async (office: TestOffice) => {
    await office.signIn('auxiliary');
    for (const visit of visits) {
      await office.counter.visitors.register({ visit, draft: newDraft() });
      office.clock.forward({ minutes: 1 });
    }
  };
}

async function openRecord(desk: Desk, name: string): Promise<void> {
  await desk.press('{Alt>}2{/Alt}');
  await desk.user.click(await screen.findByRole('row', { name: new RegExp(name, 'u') }, SLOW));
  await screen.findByRole('heading', { level: 1, name }, SLOW);
}

async function only(desk: Desk): Promise<VisitRow> {
  const filter = { states: [], matters: [], from: null, to: null, onSite: false, owed: false };
  const sort = { by: 'arrivedAt', descending: false } as const;
  const { rows } = await desk.counter.visitors.list({ after: null, rows: 100, filter, sort });
  const [visit] = rows;
  if (visit === undefined) throw new Error('no visit');
  return visit;
}

describe('the record of a visit', () => {
  it('is changed in place, and its history says who changed what', async () => {
    const desk = await openDesk('auxiliary', received(ZHANG));
    await openRecord(desk, '张欣');
    await desk.user.click(screen.getByRole('button', { name: '修改事由' }));
    await desk.user.type(screen.getByLabelText(/^摘要/u), '楼上漏水');
    await desk.user.click(screen.getByRole('button', { name: '保存' }));
    const history = await screen.findByRole('tabpanel');
    await within(history).findByText('楼上漏水', {}, SLOW);
    expect(await only(desk)).toMatchObject({ summary: '楼上漏水', phoneMasked: '154····1234' });
  });

  it('keeps what was typed when somebody else saved first, shows their change, and then keeps both', async () => {
    const desk = await openDesk('auxiliary', received(ZHANG));
    await openRecord(desk, '张欣');
    await desk.user.click(screen.getByRole('button', { name: '修改事由' }));
    await desk.user.type(screen.getByLabelText(/^摘要/u), '楼上漏水');

    const { id, revision } = await only(desk);
    const { phone: _, ...visit } = ZHANG;
    await desk.counter.visitors.amend({ id, revision, visit: { ...visit, people: 3 } });

    await desk.user.click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText(/刚被别人改过/u, {}, SLOW);
    expect(screen.getByLabelText(/^摘要/u)).toHaveProperty('value', '楼上漏水');
    const theirs = await screen.findByText(/先保存了修改/u, {}, SLOW);
    expect(theirs.textContent).toContain('王芳');
    expect(theirs.textContent).toContain('人数: 3');

    await desk.user.click(screen.getByRole('button', { name: '按我填的保存' }));
    await desk.user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(
      async () => expect(await only(desk)).toMatchObject({ summary: '楼上漏水', people: 3 }),
      SLOW,
    );
  });

  it('shows an auxiliary the phone masked and says who may see it', async () => {
    const desk = await openDesk('auxiliary', received(ZHANG));
    await openRecord(desk, '张欣');
    expect(screen.getAllByText('154····1234').length).toBeGreaterThan(0);
    expect(document.body.textContent).not.toContain('15400001234');
    expect(screen.getByText('查看完整号码需要社区民警。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '查看 联系电话' })).toBeNull();
    expect(screen.getByRole('button', { name: '作废' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('shows an officer the phone for a reason, and notes who looked and why', async () => {
    const desk = await openDesk('officer', received(ZHANG));
    await openRecord(desk, '张欣');
    await desk.user.click(screen.getByRole('button', { name: '查看 联系电话' }));
    await screen.findByText(/原因和时间会记入日志/u);
    await desk.press('5');
    await desk.user.click(screen.getByRole('button', { name: '查看 60 秒' }));
    expect(await screen.findByText('15400001234', {}, SLOW)).toBeTruthy();
    await desk.user.click(await screen.findByRole('tab', { name: /查看记录/u }));
    const seen = screen.getByRole('tabpanel');
    await waitFor(() => expect(within(seen).getByText(/回访联系/u)).toBeTruthy(), SLOW);
    expect(within(seen).getByText('李建国')).toBeTruthy();
    expect(seen.textContent).not.toContain('15400001234');
  });

  it('says until which day name and phone are kept', async () => {
    const desk = await openDesk('auxiliary', received(ZHANG));
    await openRecord(desk, '张欣');
    expect(screen.getByText('姓名和电话的保存期限：2027-11-23')).toBeTruthy();
  });

  it('notes the promised reply, and the visit is then fed back', async () => {
    const desk = await openDesk(
      'auxiliary',
      received({ ...ZHANG, result: 'appointment', promisedOn: '2026-11-25' }),
    );
    await openRecord(desk, '张欣');
    expect(screen.getAllByText('还有 2 天').length).toBeGreaterThan(0);
    await desk.user.click(screen.getByRole('button', { name: '登记答复' }));
    await desk.user.click(await screen.findByRole('radio', { name: /当场办结/u }));
    await desk.user.click(screen.getByRole('radio', { name: /^2 ?满意/u }));
    await desk.user.click(screen.getByRole('button', { name: '保存答复' }));
    await screen.findByText('2026-11-23 已答复', {}, SLOW);
    expect(await only(desk)).toMatchObject({ satisfied: 'yes', state: 'fed-back', result: 'settled' });
  });

  it('is taken out by an officer with a reason', async () => {
    const desk = await openDesk('officer', received(ZHANG));
    await openRecord(desk, '张欣');
    await desk.user.click(screen.getByRole('button', { name: '作废' }));
    const dialog = await screen.findByRole('dialog');
    await desk.user.click(within(dialog).getByRole('button', { name: '作废' }));
    expect(within(dialog).getByText('请写明原因')).toBeTruthy();
    await desk.user.type(within(dialog).getByLabelText(/^原因/u), '重复登记');
    await desk.user.click(within(dialog).getByRole('button', { name: '作废' }));
    await screen.findByText('还没有来访记录。', {}, SLOW);
  });
});

describe('leaving', () => {
  it('takes one click on Today, and can be taken back', async () => {
    const desk = await openDesk('auxiliary', received(ZHANG));
    await desk.user.click(await screen.findByRole('button', { name: '张欣 离开' }, SLOW));
    const toasts = screen.getByRole('log');
    await within(toasts).findByText('张欣 已离开', {}, SLOW);
    await screen.findByText('现在室内没有来访群众。F2 登记。', {}, SLOW);
    await desk.user.click(within(toasts).getByRole('button', { name: /撤销/u }));
    await screen.findByRole('button', { name: '张欣 离开' }, SLOW);
    expect((await only(desk)).leftAt).toBeNull();
  });

  it('takes one key on the chosen row of the ledger', async () => {
    const desk = await openDesk('auxiliary', received(ZHANG));
    await desk.press('{Alt>}2{/Alt}');
    const row = await screen.findByRole('row', { name: /张欣/u }, SLOW);
    row.focus();
    await desk.press(' ');
    await within(screen.getByRole('log')).findByText('张欣 已离开', {}, SLOW);
    expect((await only(desk)).leftAt).not.toBeNull();
  });
});

describe('the ledger', () => {
  it('filters by chips that can be taken away one by one, with honest counts', async () => {
    const desk = await openDesk(
      'auxiliary',
      received(ZHANG, enquiry, { ...enquiry, name: '李强', result: 'appointment', promisedOn: '2026-11-24' }),
    );
    await desk.press('{Alt>}2{/Alt}');
    await screen.findByText('已显示 3 / 共 3', {}, SLOW);
    await desk.user.click(screen.getByRole('button', { name: '待答复' }));
    await screen.findByText(/已显示 1 \/ 符合 1 · 全部 3/u, {}, SLOW);
    expect(screen.getByRole('row', { name: /李强/u })).toBeTruthy();
    expect(screen.getByText('明天到期')).toBeTruthy();
    await desk.user.selectOptions(screen.getByLabelText('事由'), 'dispute');
    await screen.findByText(/没有符合条件的记录/u, {}, SLOW);
    await desk.user.click(screen.getByRole('button', { name: /去掉筛选 待答复/u }));
    await screen.findByText(/已显示 1 \/ 符合 1 · 全部 3/u, {}, SLOW);
    expect(screen.getByRole('row', { name: /张欣/u })).toBeTruthy();
  });

  it('lets an officer search for a person with a reason that goes into the journal', async () => {
    const desk = await openDesk('officer', received(ZHANG, enquiry));
    await desk.press('{Alt>}2{/Alt}');
    await desk.user.click(await screen.findByRole('button', { name: '按姓名查' }, SLOW));
    const dialog = await screen.findByRole('dialog');
    await desk.user.type(within(dialog).getByLabelText(/^姓名/u), '张');
    await desk.user.click(within(dialog).getByRole('radio', { name: /回访联系/u }));
    await desk.user.click(within(dialog).getByRole('button', { name: '查找' }));
    await screen.findByRole('button', { name: /去掉筛选 姓名：张（原因：回访联系）/u }, SLOW);
    await screen.findByText(/已显示 1 \/ 符合 1/u, {}, SLOW);
    await desk.office.signIn('auditor');
    const { rows } = await desk.counter.journal.page({ after: null, rows: 100, ops: ['V'] });
    expect(rows).toMatchObject([{ ledger: 'visitors', byName: '李建国', reason: 'call-back' }]);
  });

  it('shows an auxiliary that the search by name is locked, and why', async () => {
    const desk = await openDesk('auxiliary', received(ZHANG));
    await desk.press('{Alt>}2{/Alt}');
    await desk.user.click(await screen.findByRole('button', { name: '按姓名查' }, SLOW));
    await within(screen.getByRole('log')).findByText(/需要社区民警/u);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
