/** A consent at the desk: entered from the paper, seen as one line and no more, gone with one click. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import { buildTown } from '#tests/renderer/population/town.ts';
import { consent } from '#tests/support/care-rights-words.ts';
import type { TestOffice } from '#tests/support/office.ts';
import { newDraft, TODAY } from '#tests/support/visits.ts';

const openDesk = useDesks();

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 500 });
});

const LINE = '可能需要帮助：请联系 周强，15400007712';
const CARE = { contactName: '周强', contactPhone: '15400007712', deskLine: true } as const;

/** 张欣, grown up, and 李小明, who is ten. */
async function twoPeople(office: TestOffice): Promise<{ readonly grown: string; readonly child: string }> {
  const town = await buildTown(office);
  const grown = await town.person({ name: '张欣', sex: '2', birthDate: '1952-04-01' });
  const child = await town.person({ name: '李小明', sex: '1', birthDate: '2016-04-01' });
  return { grown: grown.id, child: child.id };
}

async function consented(office: TestOffice, residentId: string, signedOn: string = TODAY): Promise<void> {
  await office.signIn('auxiliary');
  await office.counter.care.enter({ care: { ...consent, ...CARE, residentId, signedOn }, draft: newDraft() });
}

async function approved(office: TestOffice, residentId: string): Promise<void> {
  await consented(office, residentId);
  await office.signIn('officer');
  const { rows } = await office.counter.care.list({ after: null, rows: 10, states: [], ending: false });
  for (const { id, revision } of rows) await office.counter.care.approve({ id, revision });
}

async function openRecord(desk: Desk, name: string): Promise<void> {
  await desk.press('{F3}');
  await desk.user.type(await screen.findByRole('combobox', {}, SLOW), name);
  await desk.user.click(await screen.findByRole('option', { name: new RegExp(`^${name}`, 'u') }, SLOW));
  await screen.findByRole('heading', { level: 1, name: new RegExp(name, 'u') }, SLOW);
}

/** From the rail: Today leads there too. */
const openRoom = async (desk: Desk) =>
  desk.user.click(
    within(await screen.findByRole('navigation', {}, SLOW)).getByRole('button', { name: /^关爱服务/u }),
  );
const button = (name: string) => screen.findByRole('button', { name }, SLOW);
/** At once: what is typed here is no test of typing. */
async function fill({ user }: Desk, field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}

const radio = (form: HTMLElement, name: RegExp) => within(form).getByRole('radio', { name });

describe('an auxiliary', () => {
  it('enters what was ticked, reads the very sentence that the desk will see, and sees nothing of it before it is checked', async () => {
    const desk = await openDesk('auxiliary', async (office) => void (await twoPeople(office)));
    await openRecord(desk, '张欣');
    await desk.user.click(await button('登记关爱同意'));
    const form = await screen.findByRole('form', { name: '登记关爱同意' }, SLOW);
    await waitFor(() => expect(within(form).getByDisplayValue('张欣')).toBeTruthy(), SLOW);
    await desk.user.click(radio(form, /独居老人关照/u));
    await desk.user.click(radio(form, /定期看望/u));
    await desk.user.click(radio(form, /本人签字/u));
    await desk.user.click(radio(form, /^\d?\s*家人$/u));
    for (const [label, text] of [
      [/^签字日期/u, TODAY],
      [/^联系人姓名/u, '周强'],
      [/^联系电话/u, '15400007712'],
    ] as const)
      await fill(desk, within(form).getByLabelText(label), text);
    await desk.user.click(within(form).getByLabelText('同意前台看到一句提示'));
    await within(form).findByText(`勾选后，前台接待本人时只看到：${LINE}`);
    await desk.user.click(within(form).getByRole('button', { name: '登记' }));
    await screen.findByText('已登记，等民警核对纸质同意书', {}, SLOW);
    expect(screen.queryByText(LINE)).toBeNull();
    await desk.office.signIn('officer');
    const { rows } = await desk.counter.care.list({ after: null, rows: 10, states: [], ending: false });
    expect(rows).toHaveLength(1);
    expect(await desk.counter.care.open({ id: rows[0]?.id ?? '' })).toMatchObject({
      name: '张欣',
      category: 'CA01',
      help: 'look-in',
      state: 'waiting',
      ...CARE,
    });
  });

  it('is offered the help of each heading, and no heading that nobody switched on', async () => {
    const desk = await openDesk('auxiliary', async (office) => void (await twoPeople(office)));
    await openRecord(desk, '张欣');
    await desk.user.click(await button('登记关爱同意'));
    const form = await screen.findByRole('form', { name: '登记关爱同意' }, SLOW);
    await within(form).findByRole('radio', { name: /独居老人关照/u }, SLOW);
    // What nobody switched on is not offered.
    expect(within(form).queryByRole('radio', { name: /释放后/u })).toBeNull();
    await desk.user.click(radio(form, /独居老人关照/u));
    await desk.user.click(radio(form, /定期看望/u));
    // Under another heading there is other help.
    await desk.user.click(radio(form, /困境、留守儿童转介/u));
    expect(within(form).queryByRole('radio', { name: /定期看望/u })).toBeNull();
    expect(radio(form, /转介服务单位/u).getAttribute('aria-checked')).toBe('true');
  });

  it('is told in time that a guardian signs for a child', async () => {
    const desk = await openDesk('auxiliary', async (office) => void (await twoPeople(office)));
    await openRecord(desk, '李小明');
    await desk.user.click(await button('登记关爱同意'));
    const form = await screen.findByRole('form', { name: '登记关爱同意' }, SLOW);
    await waitFor(() => expect(within(form).getByDisplayValue('李小明')).toBeTruthy(), SLOW);
    await desk.user.click(radio(form, /困境、留守儿童转介/u));
    await desk.user.click(radio(form, /本人签字/u));
    await desk.user.click(radio(form, /^\d?\s*家人$/u));
    await desk.user.click(within(form).getByRole('button', { name: '登记' }));
    expect(
      (await within(form).findAllByText('未满 14 周岁，须由监护人签字', {}, SLOW)).length,
    ).toBeGreaterThan(0);
  });

  it('reads the one line where it was agreed to, and withdraws with the same words whether there was anything', async () => {
    const desk = await openDesk('auxiliary', async (office) => {
      const { grown } = await twoPeople(office);
      await approved(office, grown);
    });
    const said: string[] = [];
    for (const name of ['张欣', '李小明']) {
      await openRecord(desk, name);
      if (name === '张欣') await screen.findByText(LINE, {}, SLOW);
      await desk.user.click(await button('撤回关爱同意'));
      const dialog = await screen.findByRole('dialog', {}, SLOW);
      said.push((dialog.textContent ?? '').replaceAll(name, ''));
      await desk.user.click(within(dialog).getByRole('button', { name: '撤回' }));
      await screen.findByText(`已办理。${name}现在没有有效的关爱同意。`, {}, SLOW);
      await waitFor(() => expect(screen.queryByText(LINE)).toBeNull(), SLOW);
    }
    expect(said[0]).toBe(said[1]);
  });

  it('has no page of consents, and sees the line where the person is greeted', async () => {
    const desk = await openDesk('auxiliary', async (office) => {
      const { grown } = await twoPeople(office);
      await approved(office, grown);
    });
    expect((await button('关爱服务')).getAttribute('aria-disabled')).toBe('true');
    await desk.press('{F2}');
    const name = await screen.findByLabelText(/^姓名/u, {}, SLOW);
    await waitFor(() => expect(document.activeElement).toBe(name));
    await desk.press('z', 'h', 'x');
    await screen.findByRole('option', { name: /^张欣/u }, SLOW);
    await desk.press('{Enter}');
    await screen.findByText(LINE, {}, SLOW);
    // Somebody else is being written down: the line is about nobody any more.
    await fill(desk, name, '平');
    await waitFor(() => expect(screen.queryByText(LINE)).toBeNull(), SLOW);
  });
});

describe('an officer', () => {
  it('sees on Today what waits, compares it with the paper, and takes it back with one click', async () => {
    const desk = await openDesk('officer', async (office) => {
      const { grown } = await twoPeople(office);
      await consented(office, grown);
    });
    await screen.findByText('关爱同意待核对 1 件', {}, SLOW);
    await openRoom(desk);
    await desk.user.click(await screen.findByRole('row', { name: /张欣/u }, SLOW));
    await desk.user.click(await button('核对相符，生效'));
    await screen.findByText('已生效：张欣', {}, SLOW);
    await screen.findByText('没有待核对的同意书。', {}, SLOW);
    await desk.user.click(await button('已生效'));
    await desk.user.click(await screen.findByRole('row', { name: /张欣/u }, SLOW));
    await desk.user.click(await button('撤回同意'));
    const ask = (await screen.findAllByRole('dialog', {}, SLOW)).at(-1);
    if (ask === undefined) throw new Error('nothing was asked');
    await desk.user.click(within(ask).getByRole('button', { name: '撤回同意' }));
    await screen.findByText('没有已生效的同意。', {}, SLOW);
    const { all } = await desk.counter.care.list({ after: null, rows: 10, states: [], ending: false });
    expect(all).toBe(0);
  });

  it('sends back what the paper does not say, and nothing of it stays', async () => {
    const desk = await openDesk('officer', async (office) => {
      const { grown } = await twoPeople(office);
      await consented(office, grown);
    });
    await openRoom(desk);
    await desk.user.click(await screen.findByRole('row', { name: /张欣/u }, SLOW));
    await desk.user.click(await button('与纸面不符，退回'));
    const reason = await screen.findByLabelText(/^原因/u, {}, SLOW);
    await fill(desk, reason, '电话与纸面不一致');
    await desk.press('{Enter}');
    await screen.findByText('已退回，没有保留内容', {}, SLOW);
    await screen.findByText('没有待核对的同意书。', {}, SLOW);
  });
});
