import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SETTLE_MS } from '#renderer/ledgers/visitors/quick/saved-visit.tsx';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';

const openDesk = useDesks();

/** desk.md's budget beside the visitor's own name. */
const BUDGET = 5;

async function allVisits({ counter }: Desk) {
  const filter = { states: [], matters: [], from: null, to: null, onSite: false, owed: false };
  const page = await counter.visitors.list({
    after: null,
    rows: 100,
    filter,
    sort: { by: 'arrivedAt', descending: false },
  });
  return page.rows;
}

async function pending({ counter }: Desk) {
  return counter.drafts.pending({ form: 'visitor' });
}

function saved() {
  return screen.findByRole('button', { name: /再登记一位/u }, SLOW);
}

describe('the quick entry', () => {
  it('registers a first-time visitor with five keys beside the name', async () => {
    const desk = await openDesk('auxiliary');
    await desk.press('{F2}');
    await screen.findByLabelText(/^姓名/u, {}, SLOW);
    await desk.user.keyboard('张欣');
    await desk.press('{Enter}', '4', '{Enter}');
    await saved();
    expect(desk.pressed()).toBeLessThanOrEqual(BUDGET);
    expect(await allVisits(desk)).toMatchObject([
      { name: '张欣', matter: 'dispute', phoneMasked: null, handledByName: '王芳', leftAt: null },
    ]);
  });

  it('registers an anonymous enquiry with five keys, and says before saving that no name is given', async () => {
    const desk = await openDesk('auxiliary');
    await desk.press('{F2}');
    await screen.findByText('不留姓名', {}, SLOW);
    await desk.press('{Enter}', '1', '{Enter}');
    await saved();
    expect(desk.pressed()).toBeLessThanOrEqual(BUDGET);
    expect(await allVisits(desk)).toMatchObject([{ name: null, matter: 'household-papers' }]);
    expect(screen.getByText('已登记：匿名 · 户籍证件咨询')).toBeTruthy();
  });

  it('takes a phone between the matter and the save, in full-width digits too', async () => {
    const desk = await openDesk('officer');
    await desk.press('{F2}');
    await screen.findByLabelText(/^姓名/u, {}, SLOW);
    await desk.user.keyboard('李强');
    await desk.press('{Enter}', '3');
    await desk.user.keyboard('１５４００００１２３４');
    await desk.press('{Enter}');
    await saved();
    expect(desk.pressed()).toBeLessThanOrEqual(BUDGET);
    expect(await allVisits(desk)).toMatchObject([{ name: '李强', phoneMasked: '154····1234' }]);
  });

  it('says how a phone is to be written and saves nothing until it is', async () => {
    const desk = await openDesk('auxiliary');
    await desk.press('{F2}');
    await screen.findByLabelText(/^姓名/u, {}, SLOW);
    await desk.press('{Enter}', '3');
    await desk.user.keyboard('138x');
    await desk.press('{Enter}');
    await screen.findByText(/号码不对/u);
    expect(document.activeElement).toBe(screen.getByLabelText(/^联系电话/u));
    expect(await allVisits(desk)).toEqual([]);
  });

  it('goes on to the next visitor with Enter and with Ctrl+Enter, each from an empty form', async () => {
    const desk = await openDesk('auxiliary');
    await desk.press('{F2}');
    await screen.findByLabelText(/^姓名/u, {}, SLOW);
    await desk.user.keyboard('甲');
    await desk.press('{Enter}', '1', '{Enter}');
    await saved();
    // A second Enter at once still belongs to the save.
    await desk.press('{Enter}');
    expect(screen.queryByLabelText(/^姓名/u)).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    await desk.press('{Enter}');
    const name = await screen.findByLabelText(/^姓名/u, {}, SLOW);
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect(name).toHaveProperty('value', '');
    await desk.user.keyboard('乙');
    await desk.press('{Enter}', '2', '{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await allVisits(desk)).toHaveLength(2), SLOW);
    await waitFor(() => expect(screen.getByLabelText(/^姓名/u)).toHaveProperty('value', ''));
    expect((await allVisits(desk)).map(({ name: who }) => who)).toEqual(['甲', '乙']);
    expect(await pending(desk)).toBeNull();
  });

  it('keeps neither name, phone nor content of a tip, and says so', async () => {
    const desk = await openDesk('auxiliary');
    await desk.press('{F2}');
    await screen.findByLabelText(/^姓名/u, {}, SLOW);
    await desk.user.keyboard('王小明');
    await desk.press('{Enter}', '9');
    await screen.findByText('此类事项不留内容');
    expect(screen.queryByLabelText(/^姓名/u)).toBeNull();
    expect(screen.queryByLabelText(/^联系电话/u)).toBeNull();
    expect(screen.queryByLabelText(/^摘要/u)).toBeNull();
    await desk.press('{Enter}');
    await saved();
    expect(desk.pressed()).toBeLessThanOrEqual(BUDGET);
    const [visit] = await allVisits(desk);
    expect(visit).toMatchObject({ name: null, phoneMasked: null, summary: null, matter: 'tip' });
    const history = await desk.counter.history.of({ ledger: 'visitors', id: visit?.id ?? '' });
    expect(JSON.stringify(history)).not.toContain('王小明');
    expect(await pending(desk)).toBeNull();
  });

  it('gives the name back when the tip was a slip of the finger', async () => {
    const desk = await openDesk('auxiliary');
    await desk.press('{F2}');
    await screen.findByLabelText(/^姓名/u, {}, SLOW);
    await desk.user.keyboard('王小明');
    await desk.press('{Enter}', '9');
    await screen.findByText('此类事项不留内容');
    await desk.user.click(screen.getByRole('radio', { name: /纠纷求助/u }));
    expect(await screen.findByLabelText(/^姓名/u)).toHaveProperty('value', '王小明');
  });

  it('keeps nothing of a petition but where it was sent', async () => {
    const desk = await openDesk('auxiliary');
    await desk.press('{F2}');
    await screen.findByLabelText(/^姓名/u, {}, SLOW);
    await desk.user.keyboard('王小明');
    await desk.press('{Enter}', '8');
    await desk.user.selectOptions(screen.getByLabelText(/^处理结果/u), 'to-department');
    await desk.user.selectOptions(screen.getByLabelText(/^转往/u), 'petition-office');
    await screen.findByText('此类事项不留内容');
    await desk.user.click(screen.getByRole('button', { name: '保存' }));
    await saved();
    expect(await allVisits(desk)).toMatchObject([{ name: null, referredTo: 'petition-office' }]);
  });

  it('offers a draft when the form is opened again, and consumes it with the save', async () => {
    const desk = await openDesk('auxiliary');
    await desk.press('{F2}');
    await screen.findByLabelText(/^姓名/u, {}, SLOW);
    await desk.user.keyboard('赵鑫');
    await desk.press('{Escape}');
    await waitFor(async () => expect(await pending(desk)).not.toBeNull(), SLOW);
    await desk.press('{F2}');
    await desk.user.click(await screen.findByRole('button', { name: '恢复草稿' }, SLOW));
    expect(screen.getByLabelText(/^姓名/u)).toHaveProperty('value', '赵鑫');
    await desk.press('{Enter}', '0', '{Enter}');
    await saved();
    expect(await pending(desk)).toBeNull();
    expect(await allVisits(desk)).toMatchObject([{ name: '赵鑫', matter: 'other' }]);
  });

  it('takes a registration back within the ten seconds of its toast', async () => {
    const desk = await openDesk('auxiliary');
    await desk.press('{F2}');
    await screen.findByLabelText(/^姓名/u, {}, SLOW);
    await desk.press('{Enter}', '1', '{Enter}');
    await saved();
    const toasts = screen.getByRole('log');
    await desk.user.click(within(toasts).getByRole('button', { name: /撤销/u }));
    await within(toasts).findByText('已撤销登记', {}, SLOW);
    expect(await allVisits(desk)).toEqual([]);
  });
});
