/** The one box in front of a real office. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/kernel/role.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import { numberOf } from '#tests/support/people.ts';
import { buildTown, type Town } from './town.ts';

const openDesk = useDesks();

const LI_XIN = numberOf('19920401', '123');
const CHILD = numberOf('20200601', '321');

interface InTown {
  readonly desk: Desk;
  readonly town: Town;
}

async function openTown(role: Role): Promise<InTown> {
  let town: Town | null = null;
  const desk = await openDesk(role, async (office) => {
    town = await buildTown(office);
    const fields = { sex: '2', birthDate: '1992-04-01', idNumber: LI_XIN, idType: '111' } as const;
    await town.person({ name: '李欣', phone: '15400007712', ...fields });
    const born = { birthDate: '2020-06-01', idNumber: CHILD, idType: '111' } as const;
    await town.person({ name: '林小苗', addressId: town.nextDoor, ...born });
    const gone = await town.person({ name: '刘鑫', addressId: town.nextDoor });
    const { id, revision } = gone;
    await office.counter.residents.setOut({ id, revision, outState: 'moved', outOn: '2026-11-01' });
  });
  if (town === null) throw new Error('no town');
  return { desk, town };
}

async function openBox({ desk }: InTown): Promise<HTMLElement> {
  await desk.press('{F3}');
  const box = await screen.findByRole('combobox', {}, SLOW);
  await waitFor(() => expect(document.activeElement).toBe(box));
  return box;
}

const options = () => screen.queryAllByRole('option').map((option) => option.textContent ?? '');
const line = (name: RegExp) => screen.findByRole('option', { name }, SLOW);

describe('the one box', () => {
  it('finds a person by initials and opens the record, within six keys', async () => {
    const here = await openTown('officer');
    await openBox(here);
    await here.desk.press('l', 'x');
    const found = await line(/^李欣/u);
    expect(found.textContent).toMatch(/李欣.*女 34 岁.*青禾苑3栋2单元.*····/u);
    expect(found.textContent).not.toContain(LI_XIN);
    expect(found.getAttribute('aria-selected')).toBe('true');
    expect((await line(/^刘鑫/u)).textContent).toContain('已迁出');
    expect(screen.getByText(/毫秒$/u)).toBeTruthy();
    await here.desk.press('{Enter}');
    await screen.findByRole('heading', { level: 1, name: /李欣/u }, SLOW);
    expect(here.desk.pressed()).toBeLessThanOrEqual(6);
  });

  it('opens what was meant where Enter comes before the answer', async () => {
    const here = await openTown('officer');
    const box = await openBox(here);
    // Between the two events no answer can arrive.
    fireEvent.change(box, { target: { value: 'lx' } });
    fireEvent.keyDown(box, { key: 'Enter' });
    await screen.findByRole('heading', { level: 1, name: /李欣/u }, SLOW);
  });

  it('never lets an answer of before be opened by an Enter of now', async () => {
    const here = await openTown('officer');
    const box = await openBox(here);
    fireEvent.change(box, { target: { value: '李欣' } });
    await line(/^李欣.*女/u);
    fireEvent.change(box, { target: { value: '林小苗' } });
    fireEvent.keyDown(box, { key: 'Enter' });
    await screen.findByRole('heading', { level: 1, name: /林小苗/u }, SLOW);
  });

  it('says by which four digits somebody was found, and shows none of a child', async () => {
    const here = await openTown('auxiliary');
    await openBox(here);
    await here.desk.user.keyboard(LI_XIN.slice(-4));
    expect((await line(/^李欣/u)).textContent).toContain('证号后四位');
    await here.desk.user.clear(screen.getByRole('combobox'));
    await here.desk.user.keyboard('7712');
    await waitFor(() => expect(options().join()).toContain('电话后四位'), SLOW);
    await here.desk.user.clear(screen.getByRole('combobox'));
    await here.desk.user.keyboard('林小苗');
    expect((await line(/^林小苗/u)).textContent).not.toContain('····');
  });

  it('looks for what an input method shows, and leaves Enter and arrows to it', async () => {
    const here = await openTown('officer');
    const box = await openBox(here);
    fireEvent.compositionStart(box);
    fireEvent.input(box, { target: { value: "li'xin" }, isComposing: true });
    await line(/^李欣/u);
    fireEvent.keyDown(box, { key: 'ArrowDown', keyCode: 229, isComposing: true });
    expect((await line(/^李欣/u)).getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(box, { key: 'Enter', keyCode: 229, isComposing: true });
    expect(screen.getByRole('combobox')).toBe(box);
    fireEvent.compositionEnd(box);
    fireEvent.input(box, { target: { value: '李欣' } });
    await line(/^李欣/u);
    await here.desk.press('{Enter}');
    await screen.findByRole('heading', { level: 1, name: /李欣/u }, SLOW);
  });

  it('finds a door by its numbers, in a group of its own', async () => {
    const here = await openTown('auxiliary');
    await openBox(here);
    await here.desk.user.keyboard('3-2-501');
    const group = await screen.findByRole('group', { name: '地址' }, SLOW);
    expect(within(group).getByText('青禾苑3栋2单元501')).toBeTruthy();
  });

  it('says that a whole number was mistyped', async () => {
    const here = await openTown('auxiliary');
    await openBox(here);
    const last = LI_XIN.endsWith('1') ? '2' : '1';
    await here.desk.user.keyboard(LI_XIN.slice(0, 17) + last);
    await screen.findByText(/第 18 位与前 17 位不符/u, {}, SLOW);
  });

  it('looks at somebody beside the list, masked, and comes back to what was typed', async () => {
    const here = await openTown('auxiliary');
    const box = await openBox(here);
    await here.desk.user.keyboard('李欣');
    await line(/^李欣/u);
    await here.desk.press('{Alt>}{Enter}{/Alt}');
    const drawer = await screen.findByRole('dialog', { name: /侧看：李欣/u }, SLOW);
    await within(drawer).findByText(`····${LI_XIN.slice(-4)}`, {}, SLOW);
    expect(drawer.textContent).not.toContain('519901');
    expect(within(drawer).getByText('154····7712')).toBeTruthy();
    expect(drawer.textContent).not.toContain(LI_XIN);
    await here.desk.press('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: /侧看/u })).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(box).toHaveProperty('value', '李欣');
    await here.desk.press('{Alt>}{Enter}{/Alt}');
    const button = await screen.findByRole('button', { name: /打开记录/u }, SLOW);
    await waitFor(() => expect(document.activeElement).toBe(button));
    await here.desk.press('{Enter}');
    await screen.findByRole('heading', { level: 1, name: /李欣/u }, SLOW);
  });
});

describe('where nobody is found', () => {
  it('goes on to a visit with the name that was typed', async () => {
    const here = await openTown('auxiliary');
    await openBox(here);
    await here.desk.user.keyboard('赵不在');
    await screen.findByText('没有找到“赵不在”', {}, SLOW);
    await here.desk.press('{Enter}');
    expect(await screen.findByLabelText(/^姓名/u, {}, SLOW)).toHaveProperty('value', '赵不在');
    await here.desk.press('{Enter}', '1', '{Enter}');
    await screen.findByText('已登记：赵不在 · 户籍证件咨询', {}, SLOW);
  });

  it('goes on to a new record with the name that was typed, and takes a door found into it', async () => {
    const here = await openTown('officer');
    await openBox(here);
    await here.desk.user.keyboard('赵不在');
    await here.desk.user.click(await line(/新建人口记录/u));
    const name = await screen.findByDisplayValue('赵不在', {}, SLOW);
    expect(name.getAttribute('data-field')).toBe('name');
    await openBoxAgain(here);
    await here.desk.user.keyboard('3-2-502');
    await line(/青禾苑3栋2单元502/u);
    while ((await line(/青禾苑3栋2单元502/u)).getAttribute('aria-selected') !== 'true')
      await here.desk.press('{ArrowDown}');
    await here.desk.press('{Control>}{Enter}{/Control}');
    await screen.findByDisplayValue('青禾苑3栋2单元502', {}, SLOW);
    expect(screen.getByDisplayValue('赵不在')).toBeTruthy();
  });

  it('takes no number for a name', async () => {
    const here = await openTown('officer');
    await openBox(here);
    await here.desk.user.keyboard('15499998888');
    await line(/^登记来访$/u);
    await here.desk.user.click(await line(/^新建人口记录$/u));
    await screen.findByRole('heading', { level: 1 }, SLOW);
    expect(screen.queryByDisplayValue('15499998888')).toBeNull();
  });
});

describe('what was typed', () => {
  it('is kept nowhere: no line, no draft, nothing in the box when it opens again', async () => {
    const here = await openTown('officer');
    const { counter } = here.desk;
    const before = await counter.journal.verify({});
    await openBox(here);
    await here.desk.user.keyboard('李欣');
    await line(/^李欣/u);
    await here.desk.press('{Escape}');
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    expect(await openBox(here)).toHaveProperty('value', '');
    expect(await counter.journal.verify({})).toEqual(before);
    expect(before.lines).toBeGreaterThan(5);
  });
});

describe('commands', () => {
  it('are all that is looked for after >', async () => {
    const here = await openTown('officer');
    await openBox(here);
    await here.desk.user.keyboard('>打印');
    await waitFor(() => expect(options().length).toBeGreaterThan(0), SLOW);
    expect(screen.queryByRole('group', { name: '人员' })).toBeNull();
    for (const words of options()) expect(words).toContain('打印');
  });

  it('are all that roles outside the desk have, and the box says so', async () => {
    await openDesk('auditor');
    fireEvent.keyDown(window, { key: 'F3' });
    const box = await screen.findByRole('combobox', { name: '输入命令或页面的名称' }, SLOW);
    fireEvent.change(box, { target: { value: '李欣' } });
    await screen.findByText('没有找到“李欣”。', {}, SLOW);
    expect(options()).toEqual([]);
  });
});

async function openBoxAgain({ desk }: InTown): Promise<void> {
  await desk.press('{F3}');
  await screen.findByRole('dialog', { name: '查人查房' }, SLOW);
}
