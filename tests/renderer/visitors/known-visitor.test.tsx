/** A resident comes to the desk: a few keys find the name, and nothing else of them goes into the visit. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import { buildTown } from '#tests/renderer/population/town.ts';
import { numberOf } from '#tests/support/people.ts';

const openDesk = useDesks();

/** desk.md's budget for a visitor who is registered here, all keys counted. */
const BUDGET = 8;
const NUMBER = numberOf('19920401', '123');

interface AtTheDesk {
  readonly desk: Desk;
  readonly field: HTMLElement;
}

async function openEntry(): Promise<AtTheDesk> {
  const desk = await openDesk('auxiliary', async (office) => {
    const town = await buildTown(office);
    await town.person({
      name: '张欣',
      sex: '2',
      phone: '15400007712',
      idNumber: NUMBER,
      idType: '111',
      birthDate: '1992-04-01',
    });
    for (const name of ['王小梅', '吴晓明', '张小梅']) await town.person({ name, addressId: town.nextDoor });
  });
  await desk.press('{F2}');
  const field = await screen.findByLabelText(/^姓名/u, {}, SLOW);
  await waitFor(() => expect(document.activeElement).toBe(field));
  return { desk, field };
}

const offer = (name: RegExp) => screen.findByRole('option', { name }, SLOW);

async function registered({ desk }: AtTheDesk) {
  await screen.findByRole('button', { name: /再登记一位/u }, SLOW);
  const page = await desk.counter.visitors.list({
    after: null,
    rows: 100,
    filter: { states: [], matters: [], from: null, to: null, onSite: false, owed: false },
    sort: { by: 'arrivedAt', descending: false },
  });
  const [visit] = page.rows;
  if (visit === undefined) throw new Error('no visit');
  return visit;
}

describe('a visitor who lives here', () => {
  it('is registered by initials within eight keys and without an input method', async () => {
    const here = await openEntry();
    await here.desk.press('z', 'h', 'x');
    const found = await offer(/^张欣/u);
    expect(found.textContent).toMatch(/女 34 岁 · 青禾苑3栋2单元 · ····/u);
    expect(found.getAttribute('aria-selected')).toBe('true');
    await here.desk.press('{Enter}', '4', '{Enter}');
    const visit = await registered(here);
    expect(visit).toMatchObject({ name: '张欣', matter: 'dispute', phoneMasked: null, summary: null });
    expect(here.desk.pressed()).toBeLessThanOrEqual(BUDGET);
  });

  it('is the second of two offers by one arrow more', async () => {
    const here = await openEntry();
    await here.desk.press('w', 'x', 'm');
    await offer(/^吴晓明/u);
    const wanted = screen.getAllByRole('option')[1]?.querySelector('strong')?.textContent ?? '';
    await here.desk.press('{ArrowDown}', '{Enter}', '4', '{Enter}');
    expect(await registered(here)).toMatchObject({ name: wanted });
    expect(here.desk.pressed()).toBeLessThanOrEqual(BUDGET);
  });

  it('leaves nothing of the record in the visit but the name', async () => {
    const here = await openEntry();
    await here.desk.user.keyboard(NUMBER.slice(-4));
    await offer(/^张欣/u);
    await here.desk.press('{Enter}', '4', '{Enter}');
    const visit = await registered(here);
    const history = await here.desk.counter.history.of({ ledger: 'visitors', id: visit.id });
    const kept = JSON.stringify([visit, history]);
    expect(kept).toContain('张欣');
    for (const fact of [NUMBER.slice(-4), '7712', '1992', '青禾苑']) expect(kept).not.toContain(fact);
    // What a name typed by hand leaves, and not one field more.
    expect(Object.keys(visit).filter((key) => /resident|person|address/iu.test(key))).toEqual([]);
  });

  it('is taken where Enter comes before the offers', async () => {
    const here = await openEntry();
    // Between the two events no answer can arrive.
    fireEvent.change(here.field, { target: { value: 'zhx' } });
    fireEvent.keyDown(here.field, { key: 'Enter' });
    await waitFor(() => expect(here.field).toHaveProperty('value', '张欣'), SLOW);
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('radio'));
  });

  it('comes from the one box too, over the open form', async () => {
    const here = await openEntry();
    await here.desk.press('{F3}');
    await screen.findByRole('dialog', { name: '查人查房' }, SLOW);
    await here.desk.user.keyboard('zhx');
    await offer(/^张欣/u);
    expect(screen.getByText(/用于当前表单/u)).toBeTruthy();
    await here.desk.press('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '查人查房' })).toBeNull());
    expect(here.field).toHaveProperty('value', '张欣');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('radio'));
    await here.desk.press('4', '{Enter}');
    expect(await registered(here)).toMatchObject({ name: '张欣', matter: 'dispute' });
  });
});

describe('a visitor who does not', () => {
  it('keeps the name that was typed, though residents are offered', async () => {
    const here = await openEntry();
    await here.desk.user.keyboard('张欣然');
    await here.desk.press('{Enter}', '4', '{Enter}');
    expect(await registered(here)).toMatchObject({ name: '张欣然' });
  });

  it('is not turned into a resident whose name only begins the same', async () => {
    const here = await openEntry();
    await here.desk.user.keyboard('王小');
    const found = await offer(/^王小梅/u);
    expect(found.getAttribute('aria-selected')).toBe('false');
    await here.desk.press('{Enter}', '4', '{Enter}');
    expect(await registered(here)).toMatchObject({ name: '王小' });
  });

  it('keeps small letters where the last line is chosen', async () => {
    const here = await openEntry();
    await here.desk.press('z', 'x');
    await offer(/^张欣/u);
    await here.desk.press('{ArrowUp}', '{Enter}', '4', '{Enter}');
    expect(await registered(here)).toMatchObject({ name: 'zx' });
  });

  it('is not registered under a number', async () => {
    const here = await openEntry();
    await here.desk.user.keyboard('15499998888');
    await here.desk.press('{Enter}', '4', '{Enter}');
    await screen.findByText(/这里不记号码/u, {}, SLOW);
    expect(document.activeElement).toBe(here.field);
  });
});

describe('while an input method composes', () => {
  it('offers come, and Enter and arrows are its own', async () => {
    const here = await openEntry();
    fireEvent.compositionStart(here.field);
    fireEvent.input(here.field, { target: { value: "zhang'xin" }, isComposing: true });
    await offer(/^张欣/u);
    fireEvent.keyDown(here.field, { key: 'ArrowDown', keyCode: 229, isComposing: true });
    fireEvent.keyDown(here.field, { key: 'Enter', keyCode: 229, isComposing: true });
    expect(here.field).toHaveProperty('value', "zhang'xin");
    expect((await offer(/^张欣/u)).getAttribute('aria-selected')).toBe('true');
  });
});
