import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/kernel/role.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import type { TestOffice } from '#tests/support/office.ts';
import { buildStreet, type Street } from './street.ts';

const openDesk = useDesks();

async function openPlaces(role: Role, before?: (street: Street, office: TestOffice) => Promise<void>) {
  let street: Street | null = null;
  const desk = await openDesk(role, async (office) => {
    street = await buildStreet(office);
    await before?.(street, office);
  });
  await desk.press('{Alt>}4{/Alt}');
  await screen.findByRole('treeitem', { name: /^青禾镇/u }, SLOW);
  if (street === null) throw new Error('nothing was built');
  return { desk, street: street as Street };
}

const item = (name: string) => screen.findByRole('treeitem', { name: new RegExp(`^${name}`, 'u') }, SLOW);
const names = () => screen.getAllByRole('treeitem').map((one) => one.textContent.split(' ')[0]);
const heading = (name: string) => screen.findByRole('heading', { level: 2, name }, SLOW);
const toasts = () => within(screen.getByRole('log'));

async function openRecord(desk: Desk, name: string) {
  const row = await item(name);
  row.focus();
  await desk.press('{Enter}');
}

describe('the tree of places', () => {
  it('is unfolded down to communities and villages and walked with arrows', async () => {
    const { desk } = await openPlaces('officer');
    await item('2组');
    await item('青禾苑');
    expect(names()).toEqual(['青禾镇', '青龙村', '2组', '10组', '胜利社区', '青禾苑', '胜利路']);
    (await item('青禾苑')).focus();
    await desk.press('{ArrowRight}');
    // A building alone in its compound is passed over.
    await item('2单元');
    await desk.press('{ArrowRight}', '{ArrowRight}', '{ArrowRight}');
    await item('202');
    expect(names().filter((name) => name === '101')).toHaveLength(1);
    await desk.press('{ArrowLeft}', '{ArrowLeft}');
    expect(document.activeElement?.textContent).toContain('3栋');
    expect(names()).not.toContain('202');
    await desk.press('{End}');
    expect(document.activeElement?.textContent).toContain('胜利路');
  });

  it('stands in the order in which people read numbers', async () => {
    const { desk } = await openPlaces('auxiliary');
    (await item('2组')).focus();
    await desk.press('{ArrowRight}');
    await waitFor(() => expect(names()).toContain('10号'), SLOW);
    expect(names().indexOf('2号')).toBeLessThan(names().indexOf('10号'));
  });

  it('opens a place beside itself and a door on its own', async () => {
    const { desk } = await openPlaces('auxiliary');
    await openRecord(desk, '青禾苑');
    await heading('青禾苑');
    expect(screen.getByText('1 个，连同再下级共 8 个')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('青禾苑');
    (await item('2组')).focus();
    await desk.press('{ArrowRight}');
    await openRecord(desk, '10号');
    await screen.findByRole('heading', { level: 1, name: '青龙村2组10号' }, SLOW);
  });

  it('of an empty office says how to begin', async () => {
    const desk = await openDesk('officer');
    await desk.press('{Alt>}4{/Alt}');
    await desk.user.click(await screen.findByRole('button', { name: '新增最上级' }, SLOW));
    await desk.user.type(await screen.findByLabelText(/^名称/u, {}, SLOW), '青禾镇');
    await desk.press('{Enter}');
    await item('青禾镇');
    await heading('青禾镇');
  });
});

describe('the record of an address', () => {
  it('takes one element after another below it, each with the storey its number tells', async () => {
    const { desk, street } = await openPlaces('auxiliary');
    await openRecord(desk, '青禾苑');
    await desk.user.click(await screen.findByRole('button', { name: '新增下级' }, SLOW));
    const name = () => screen.findByLabelText(/^名称/u, {}, SLOW);
    await desk.user.type(await name(), '4栋');
    await desk.press('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await name()).getAttribute('value')).toBe(''), SLOW);
    await desk.user.selectOptions(screen.getByLabelText('类别'), 'room');
    await desk.user.type(await name(), '1203');
    expect(screen.getByText('不填按门号推算：12 层')).toBeTruthy();
    await desk.press('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), SLOW);
    const below = await desk.counter.addresses.below({ parent: street.compound.id });
    expect(below.map(({ line }) => line)).toEqual(['青禾苑3栋', '青禾苑4栋', '青禾苑1203']);
    const room = below.at(-1);
    expect(await desk.counter.addresses.open({ id: room?.id ?? '' })).toMatchObject({
      floor: 12,
      policeGrid: '03',
    });
  });

  it('says at its field that a name stands there already, however it is spelt', async () => {
    const { desk } = await openPlaces('auxiliary');
    await openRecord(desk, '青禾苑');
    await desk.user.click(await screen.findByRole('button', { name: '新增下级' }, SLOW));
    const name = await screen.findByLabelText(/^名称/u, {}, SLOW);
    await desk.user.type(name, '三幢');
    await desk.press('{Enter}');
    await screen.findByText('同一上级下已有这个名称（写法不同也算同一个）', {}, SLOW);
    expect(document.activeElement).toBe(name);
  });

  it('is renamed with everything below, says how many before, and is taken back whole', async () => {
    const { desk, street } = await openPlaces('officer');
    await openRecord(desk, '青禾苑');
    await desk.user.click(await screen.findByRole('button', { name: '修改地址' }, SLOW));
    const name = await screen.findByLabelText(/^名称/u);
    await desk.user.clear(name);
    await desk.user.type(name, '青禾花园');
    await screen.findByText(/下面 8 个地址的写法一起改：青禾苑 → 青禾花园/u, {}, SLOW);
    await desk.press('{Enter}');
    await toasts().findByText('已保存，8 个下级一起改了', {}, SLOW);
    const room = street.room(1, '201');
    const line = async () => (await desk.counter.addresses.open({ id: room.id })).line;
    expect(await line()).toBe('青禾花园3栋1单元201');
    await desk.user.click(toasts().getByRole('button', { name: /撤销/u }));
    await toasts().findByText('已撤销', {}, SLOW);
    expect(await line()).toBe('青禾苑3栋1单元201');
  });

  it('keeps what was typed when somebody else saved first, and shows both', async () => {
    const { desk, street } = await openPlaces('officer');
    await openRecord(desk, '青禾苑');
    await desk.user.click(await screen.findByRole('button', { name: '修改地址' }, SLOW));
    await desk.user.type(screen.getByLabelText('曾用名与别名'), '青禾小区');
    const { id, revision, parentId, kind, name } = street.compound;
    const address = {
      parentId,
      kind,
      name,
      floor: null,
      aliases: '',
      division: '519901',
      communityCode: '',
      policeGrid: '03',
      civilGrid: null,
      state: 'unverified' as const,
      quiet: false,
      bestTime: '',
    };
    await desk.counter.addresses.amend({ id, revision, address });
    const notice = await screen.findByText(/先保存了修改/u, {}, SLOW);
    expect(notice.textContent).toContain('状态: 待核实');
    await desk.user.click(screen.getByRole('button', { name: '按我填的保存' }));
    await desk.user.click(screen.getByRole('button', { name: '保存' }));
    await toasts().findByText('已保存修改', {}, SLOW);
    expect(await desk.counter.addresses.open({ id })).toMatchObject({
      aliases: ['青禾小区'],
      state: 'in-use',
    });
  });

  it('gives grids to everything below that goes along', async () => {
    const { desk, street } = await openPlaces('officer', async ({ building }, { counter }) => {
      const grid = { kind: 'police', name: '东片', policeGrid: null, keeper: '李建国' } as const;
      await counter.grids.add({ grid: { ...grid, code: '05' }, draft: 'dgrid0000001' });
      const { id, revision } = building;
      await counter.addresses.setGrids({ id, revision, policeGrid: '04', civilGrid: null });
    });
    await openRecord(desk, '青禾苑');
    await desk.user.click(await screen.findByRole('button', { name: '划分网格' }, SLOW));
    await desk.user.selectOptions(await screen.findByLabelText('警格', {}, SLOW), '05');
    await desk.user.click(screen.getByRole('button', { name: '划分' }));
    // The building has a grid of its own: only the compound goes along.
    await toasts().findByText('已改 1 个地址', {}, SLOW);
    const grid = async (id: string) => (await desk.counter.addresses.open({ id })).policeGrid;
    expect(await grid(street.compound.id)).toBe('05');
    expect(await grid(street.room(1, '101').id)).toBe('04');
  });

  it('goes into another with what stands on it, and says before what moves', async () => {
    const { desk, street } = await openPlaces('officer', async (built) => {
      const twin = await built.add(built.community, 'compound', '青禾小苑');
      await built.add(twin, 'building', '9栋');
      await built.person(built.room(1, '101'), { name: '李欣' });
    });
    await openRecord(desk, '青禾小苑');
    await desk.user.click(await screen.findByRole('button', { name: '合并' }, SLOW));
    const dialog = within(await screen.findByRole('dialog', {}, SLOW));
    expect(dialog.getByText(/^1 个下级地址/u)).toBeTruthy();
    expect(dialog.getByText('“青禾小苑”留作别名，按旧名仍能找到')).toBeTruthy();
    await desk.user.type(dialog.getByLabelText(/^并入/u), '青禾苑');
    await desk.user.click(await dialog.findByRole('option', { name: '青禾苑' }, SLOW));
    await desk.user.type(dialog.getByLabelText(/^原因/u), '录了两次');
    await desk.press('{Enter}');
    await toasts().findByText('已并入 青禾苑', {}, SLOW);
    await heading('青禾苑');
    const below = await desk.counter.addresses.below({ parent: street.compound.id });
    expect(below.map(({ line }) => line)).toEqual(['青禾苑3栋', '青禾苑9栋']);
  });

  it('does not go into a place of another kind', async () => {
    const { desk } = await openPlaces('officer');
    await openRecord(desk, '青禾苑');
    await desk.user.click(await screen.findByRole('button', { name: '合并' }, SLOW));
    const dialog = within(await screen.findByRole('dialog', {}, SLOW));
    await desk.user.type(dialog.getByLabelText(/^并入/u), '胜利社区');
    await desk.user.click(await dialog.findByRole('option', { name: '胜利社区' }, SLOW));
    await desk.user.type(dialog.getByLabelText(/^原因/u), '录了两次');
    await desk.press('{Enter}');
    await dialog.findByText('只能并入同一类的地址', {}, SLOW);
  });

  it('is taken out by an officer once it is empty, and else says what holds it', async () => {
    const { desk } = await openPlaces('officer', async (built) => {
      const shed = await built.add(built.compound, 'building', '车棚');
      await built.unit({ addressId: shed.id });
      await built.add(built.compound, 'building', '门房');
    });
    (await item('青禾苑')).focus();
    await desk.press('{ArrowRight}');
    const retire = async (name: string) => {
      await openRecord(desk, name);
      await screen.findByRole('heading', { level: 1, name: `青禾苑${name}` }, SLOW);
      await desk.user.click(screen.getByRole('button', { name: '作废' }));
      await desk.user.type(await screen.findByLabelText(/^原因/u, {}, SLOW), '录错');
      await desk.press('{Enter}');
    };
    await retire('车棚');
    await toasts().findByText(/不能作废。请先移走/u, {}, SLOW);
    await desk.press('{Escape}', '{Alt>}4{/Alt}');
    await retire('门房');
    await toasts().findByText('已作废', {}, SLOW);
  });

  it('is changed by an auxiliary, but not merged, given grids or taken out', async () => {
    const { desk } = await openPlaces('auxiliary');
    await openRecord(desk, '青禾苑');
    await heading('青禾苑');
    expect(screen.getByRole('button', { name: '修改地址' })).toBeTruthy();
    for (const name of ['划分网格', '合并', '作废'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('leads to the check sheet of the building', async () => {
    const { desk } = await openPlaces('auxiliary');
    await openRecord(desk, '青禾苑');
    await desk.user.click(await screen.findByRole('button', { name: '打印核对表' }, SLOW));
    await screen.findByRole('heading', { level: 1, name: '打印' }, SLOW);
    await waitFor(() => expect(screen.getByDisplayValue('青禾苑')).toBeTruthy(), SLOW);
  });
});
