/** A request about one's own information: taken in at the desk, answered by an officer, with its ground where it is refused. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { answerDueOn, GROUND_ARTICLES } from '#shared/ledgers/rights/requests.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import { buildTown } from '#tests/renderer/population/town.ts';
import { request } from '#tests/support/care-rights-words.ts';
import type { TestOffice } from '#tests/support/office.ts';
import { newDraft, TODAY } from '#tests/support/visits.ts';

const openDesk = useDesks();

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 500 });
});

const button = (name: string | RegExp) => screen.findByRole('button', { name }, SLOW);
/** At once: what is typed here is no test of typing. */
async function fill({ user }: Desk, field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}

/** The rail or the head of a list offers it before anything below does. */
async function firstButton(name: string | RegExp): Promise<HTMLElement> {
  const [first] = await screen.findAllByRole('button', { name }, SLOW);
  if (first === undefined) throw new Error('no such button');
  return first;
}

const radio = (form: HTMLElement, name: RegExp) => within(form).getByRole('radio', { name });

async function asked(office: TestOffice, name: string, receivedOn: string): Promise<void> {
  await office.counter.rights.register({
    request: { ...request, name, receivedOn },
    draft: newDraft(),
  });
}

async function register(desk: Desk, name: string): Promise<void> {
  await desk.user.click(await firstButton('登记权利请求'));
  const form = await screen.findByRole('form', { name: '登记权利请求' }, SLOW);
  await desk.press('1');
  if (name !== '') await fill(desk, within(form).getByLabelText(/^请求人姓名/u), name);
  await fill(desk, within(form).getByLabelText(/^请求内容/u), '看看登记了什么');
  await within(form).findByText(new RegExp(answerDueOn(TODAY), 'u'));
  await desk.user.click(within(form).getByRole('button', { name: '登记' }));
}

describe('an auxiliary', () => {
  it('takes a request in, can say until when it is answered, and sees their own and no other', async () => {
    const desk = await openDesk('auxiliary', async (office) => {
      await office.signIn('officer');
      await asked(office, '王磊', TODAY);
    });
    await desk.user.click(await button('权利请求'));
    await screen.findByText('没有待答复的请求。', {}, SLOW);
    await register(desk, '周强');
    await screen.findByText(new RegExp(`${answerDueOn(TODAY)} 前答复`, 'u'), {}, SLOW);
    await desk.user.click(screen.getByRole('button', { name: /^完成/u }));
    await desk.user.click(await screen.findByRole('row', { name: /周强/u }, SLOW));
    await screen.findByText(`等社区民警答复，${answerDueOn(TODAY)} 前`, {}, SLOW);
    expect(screen.queryByRole('row', { name: /王磊/u })).toBeNull();
    expect(screen.queryByRole('button', { name: '登记有误，作废' })).toBeNull();
    expect(screen.queryByRole('button', { name: '打印答复书' })).toBeNull();
  });

  it('is told at the field what a request may not hold', async () => {
    const desk = await openDesk('auxiliary');
    await desk.user.click(await button('权利请求'));
    await desk.user.click(await firstButton('登记权利请求'));
    const form = await screen.findByRole('form', { name: '登记权利请求' }, SLOW);
    await desk.press('1');
    await fill(desk, within(form).getByLabelText(/^请求人姓名/u), '周强');
    await fill(desk, within(form).getByLabelText(/^请求内容/u), '他是重点人员');
    await desk.user.click(within(form).getByRole('button', { name: '登记' }));
    await within(form).findByText('请去掉给人贴标签的词，只写请求的事', {}, SLOW);
  });
});

describe('an officer', () => {
  it('has the late one first, on Today and in the list, and answers no with a ground, its article and a reason', async () => {
    const desk = await openDesk('officer', async (office) => {
      await office.signIn('auxiliary');
      await asked(office, '周强', TODAY);
      await asked(office, '王磊', addDays(TODAY, -40));
    });
    await screen.findByText('权利请求逾期 1 件', {}, SLOW);
    await screen.findByText('权利请求待答复 1 件', {}, SLOW);
    await desk.user.click(await firstButton(/^权利请求/u));
    await screen.findByRole('row', { name: /周强/u }, SLOW);
    const names = screen.getAllByRole('row').map((row) => row.textContent ?? '');
    expect(names.findIndex((text) => text.includes('王磊'))).toBeLessThan(
      names.findIndex((text) => text.includes('周强')),
    );
    await desk.user.click(await screen.findByRole('row', { name: /王磊.*逾期 \d+ 天/u }, SLOW));

    await screen.findByRole('heading', { level: 1, name: /王磊/u }, SLOW);
    const form = await screen.findByRole('form', { name: '答复' }, SLOW);
    await desk.user.click(radio(form, /不予办理/u));
    await fill(desk, within(form).getByLabelText(/^答复内容/u), '不能办');
    await desk.user.click(within(form).getByRole('button', { name: '保存答复' }));
    await within(form).findAllByText('不予办理须有法定理由，请选择', {}, SLOW);
    await desk.user.click(radio(form, /无法核实/u));
    await within(form).findByText(`答复书上写明：${GROUND_ARTICLES.identity}`);
    await within(form).findAllByText('请写明为什么，至少 6 个字');
    await fill(desk, within(form).getByLabelText(/^答复内容/u), '，没有出示能核实身份的证件');
    await desk.user.click(within(form).getByRole('button', { name: '保存答复' }));
    await screen.findByRole('heading', { level: 2, name: '答复' }, SLOW);
    await waitFor(() => expect(screen.queryByRole('form', { name: '答复' })).toBeNull(), SLOW);
    expect(document.body.textContent).toContain(GROUND_ARTICLES.identity);
    // Who asked is not known: there is a reply to print, and nothing that is held.
    await button('打印答复书');
    expect(screen.queryByRole('button', { name: '打印查阅答复' })).toBeNull();
    const { rows } = await desk.counter.rights.list({ after: null, rows: 10, open: true });
    expect(rows.map(({ name }) => name)).toEqual(['周强']);
  });

  it('shows a person who asked and proved who they are what is held, from their own record on', async () => {
    const desk = await openDesk('officer', async (office) => {
      const town = await buildTown(office);
      await town.person({ name: '张欣', sex: '2', birthDate: '1952-04-01', phone: '15400007712' });
    });
    await desk.press('{F3}');
    await desk.user.type(await screen.findByRole('combobox', {}, SLOW), '张欣');
    await desk.user.click(await screen.findByRole('option', { name: /^张欣/u }, SLOW));
    await register(desk, '');
    await desk.user.click(await button('打开'));
    const form = await screen.findByRole('form', { name: '答复' }, SLOW);
    await desk.user.click(radio(form, /已办理/u));
    await fill(desk, within(form).getByLabelText(/^答复内容/u), '已提供查阅');
    await desk.user.click(within(form).getByRole('button', { name: '保存答复' }));
    await within(form).findAllByText('请先核实身份，再选怎样核实的', {}, SLOW);
    await desk.user.click(radio(form, /身份证件/u));
    await desk.user.click(within(form).getByRole('button', { name: '保存答复' }));
    await desk.user.click(await button('打印查阅答复'));
    const dialog = await screen.findByRole('dialog', {}, SLOW);
    await waitFor(() => {
      const text = (dialog.textContent ?? '').replaceAll(/\s/gu, '');
      for (const words of ['15400007712', '依法登记的事项（如有）由承办民警另行书面答复。', '人口'])
        expect(text).toContain(words);
    }, SLOW);
  });
});
