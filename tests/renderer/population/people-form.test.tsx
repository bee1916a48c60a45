import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { DRAFT_REST_MS } from '#renderer/ui/form/draft-keeper.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import type { Role } from '#shared/kernel/role.ts';
import type { TestOffice } from '#tests/support/office.ts';
import { numberOf } from '#tests/support/people.ts';
import { allPeople, buildTown } from './town.ts';

const openDesk = useDesks();

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 500 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1150 });
});

const LI_XIN = numberOf('19910412', '002');
/** The same with another last digit. */
const MISTYPED = LI_XIN.slice(0, 17) + (LI_XIN.endsWith('1') ? '2' : '1');

async function openForm(
  role: Role,
  before: (office: TestOffice) => Promise<unknown> = buildTown,
): Promise<Desk> {
  const desk = await openDesk(role, async (office) => void (await before(office)));
  await desk.press('{Alt>}n{/Alt}');
  await screen.findByLabelText(/^姓名/u, {}, SLOW);
  return desk;
}

/** Types into the address, and takes the first that is found. */
async function chooseDoor(desk: Desk, typed = '3-2-501'): Promise<void> {
  const field = screen.getByLabelText(/^住址/u);
  if (document.activeElement !== field) await desk.user.click(field);
  await desk.user.paste(typed);
  await screen.findByRole('option', { name: /青禾苑3栋2单元501/u }, SLOW);
  await desk.press('{Enter}');
  await waitFor(() => expect(field).toHaveProperty('value', '青禾苑3栋2单元501'));
}

const save = (desk: Desk) => desk.user.click(screen.getByRole('button', { name: '保存' }));

describe('registering a resident', () => {
  it('goes by Enter from name to number to address and saves, and sex and birthday come from the number', async () => {
    const desk = await openForm('auxiliary');
    await desk.user.keyboard('李欣');
    await desk.press('{Enter}');
    await desk.user.paste(LI_XIN);
    await screen.findByText(/由证号得出：女，1991-04-12 出生，35 岁 · 校验位相符/u);
    await desk.press('{Enter}');
    await chooseDoor(desk);
    await desk.press('{Enter}');
    await screen.findByRole('heading', { level: 1, name: '李欣' }, SLOW);
    expect(desk.pressed()).toBeLessThanOrEqual(5);
    await desk.office.signIn('officer');
    expect(await allPeople(desk)).toMatchObject([
      {
        name: '李欣',
        sex: '2',
        age: 35,
        birthMonth: '1991-04',
        addressLine: '青禾苑3栋2单元501',
        idFlag: null,
      },
    ]);
  });

  it('warns of a check digit that does not fit, saves all the same, and flags the record', async () => {
    const desk = await openForm('officer');
    await desk.user.keyboard('李欣');
    await desk.press('{Enter}');
    await desk.user.paste(MISTYPED);
    await screen.findByText(/第 18 位与前 17 位不符/u);
    await desk.press('{Enter}');
    await chooseDoor(desk);
    await save(desk);
    await screen.findByRole('button', { name: '改证号' }, SLOW);
    expect(await allPeople(desk)).toMatchObject([{ idFlag: 'check-digit' }]);
  });

  it('shows beside the form who has that number already, and refuses it at its field', async () => {
    const desk = await openForm('officer', async (office) => {
      const town = await buildTown(office);
      await town.person({ name: '李心', idNumber: LI_XIN });
    });
    await desk.user.keyboard('李欣');
    await desk.press('{Enter}');
    await desk.user.paste(LI_XIN);
    const alike = screen.getByRole('region', { name: '可能是同一人' });
    await within(alike).findByText('证号相同', {}, SLOW);
    expect(alike.textContent).toContain('李心');
    expect(alike.textContent).not.toContain(LI_XIN);
    await chooseDoor(desk);
    await save(desk);
    await screen.findByText(/已有同号记录/u, {}, SLOW);
    expect(await allPeople(desk)).toHaveLength(1);
  });

  it('says at the field how to repair it, and loses nothing', async () => {
    const desk = await openForm('officer');
    await desk.user.keyboard('李欣');
    await desk.press('{Enter}');
    await desk.user.paste('5199011991041');
    await save(desk);
    expect(screen.getByText('还有 2 处要改')).toBeTruthy();
    expect(screen.getAllByText(/位数不对：身份证号是 18 位/u).length).toBeGreaterThan(0);
    expect(screen.getAllByText('请选择住址').length).toBeGreaterThan(0);
    expect(screen.getByLabelText(/^姓名/u)).toHaveProperty('value', '李欣');
  });

  it('registers somebody without papers', async () => {
    const desk = await openForm('officer');
    await desk.user.keyboard('阿依古丽·买买提');
    await desk.user.selectOptions(screen.getByLabelText('证件种类'), 'none');
    expect(screen.queryByLabelText(/^证件号码/u)).toBeNull();
    await chooseDoor(desk);
    await save(desk);
    await screen.findByRole('heading', { level: 1, name: '阿依古丽·买买提' }, SLOW);
    expect(await allPeople(desk)).toMatchObject([{ idType: 'none', idTail: null }]);
  });

  it('asks for the guardian of a child, who is found by name', async () => {
    const desk = await openForm('officer', async (office) => {
      const town = await buildTown(office);
      await town.person({ name: '徐云梅', idNumber: numberOf('19840302', '028') });
    });
    await desk.user.keyboard('何梓涵');
    await desk.press('{Enter}');
    await desk.user.paste(numberOf('20170203', '004'));
    await screen.findByText(/不满 14 岁，请指明监护人/u);
    await desk.user.click(screen.getByLabelText('监护人'));
    await desk.user.paste('徐云');
    await screen.findByRole('option', { name: /徐云梅/u }, SLOW);
    await desk.press('{Enter}');
    await waitFor(() => expect(screen.queryByText(/不满 14 岁/u)).toBeNull());
    await chooseDoor(desk);
    await save(desk);
    await screen.findByRole('heading', { level: 1, name: '何梓涵' }, SLOW);
    expect((await allPeople(desk)).find(({ name }) => name === '何梓涵')).toMatchObject({
      guardianName: '徐云梅',
      idTail: null,
    });
  });

  it('founds a household with its head, and goes on with the next of its people at the same door', async () => {
    const desk = await openForm('officer');
    await desk.user.keyboard('何波');
    await desk.user.selectOptions(screen.getByLabelText('证件种类'), 'none');
    await chooseDoor(desk);
    await desk.user.selectOptions(screen.getByLabelText('户'), '立为新户');
    await desk.press('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.getByLabelText(/^姓名/u)).toHaveProperty('value', ''), SLOW);
    expect(screen.getByLabelText(/^住址/u)).toHaveProperty('value', '青禾苑3栋2单元501');
    await desk.user.type(screen.getByLabelText(/^姓名/u), '徐云梅');
    await desk.user.selectOptions(screen.getByLabelText('证件种类'), 'none');
    await desk.user.selectOptions(await screen.findByLabelText('与户主关系'), '12');
    await save(desk);
    await screen.findByRole('heading', { level: 1, name: '徐云梅' }, SLOW);
    const [head, wife] = await allPeople(desk);
    expect(head).toMatchObject({ name: '何波', relation: '02' });
    expect(wife).toMatchObject({ name: '徐云梅', relation: '12', householdId: head?.householdId });
  });

  it('is taken back from the toast, with the household it founded', async () => {
    const desk = await openForm('officer');
    await desk.user.keyboard('何波');
    await desk.user.selectOptions(screen.getByLabelText('证件种类'), 'none');
    await chooseDoor(desk);
    await desk.user.selectOptions(screen.getByLabelText('户'), '立为新户');
    await save(desk);
    const toasts = screen.getByRole('log');
    await within(toasts).findByText('已登记：何波', {}, SLOW);
    const addressId = (await allPeople(desk))[0]?.addressId ?? '';
    await desk.user.click(within(toasts).getByRole('button', { name: /撤销/u }));
    await within(toasts).findByText('已撤销登记', {}, SLOW);
    await waitFor(async () => {
      expect(await allPeople(desk)).toEqual([]);
      expect(await desk.counter.households.at({ addressId })).toEqual([]);
    }, SLOW);
  });

  it('keeps a draft and offers it again', async () => {
    const desk = await openForm('auxiliary');
    await desk.user.keyboard('李欣');
    await chooseDoor(desk);
    await waitFor(() => expect(screen.getByText(/^草稿 \d\d:\d\d$/u)).toBeTruthy(), {
      timeout: DRAFT_REST_MS + SLOW.timeout,
    });
    await desk.press('{Alt>}1{/Alt}');
    await screen.findByRole('heading', { level: 1, name: '今日' }, SLOW);
    await desk.press('{Alt>}n{/Alt}');
    await desk.user.click(await screen.findByRole('button', { name: '恢复草稿' }, SLOW));
    expect(screen.getByLabelText(/^姓名/u)).toHaveProperty('value', '李欣');
    expect(screen.getByLabelText(/^住址/u)).toHaveProperty('value', '青禾苑3栋2单元501');
  });
});
