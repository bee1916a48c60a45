import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { SLOW, useDesks } from '#tests/renderer/at-the-desk.tsx';
import type { TestOffice } from '#tests/support/office.ts';
import { numberOf } from '#tests/support/people.ts';
import { allPeople, buildTown } from './town.ts';

const openDesk = useDesks();

// Nothing is laid out here, so the list is told how high it is.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 500 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1150 });
});

const LI_XIN = numberOf('19910412', '002');

async function threePeople(office: TestOffice): Promise<void> {
  const town = await buildTown(office);
  await town.person({ name: '李欣', idNumber: LI_XIN, phone: '15400015678', residenceType: 'temporary' });
  await town.person({ name: '何波', idNumber: numberOf('19810605', '011') });
  await town.person({ name: '何梓涵', idNumber: numberOf('20170203', '004'), addressId: town.nextDoor });
}

async function openList(role: 'officer' | 'auxiliary', before = threePeople) {
  const desk = await openDesk(role, before);
  await desk.press('{Alt>}3{/Alt}');
  await screen.findByRole('heading', { level: 1, name: '人口' }, SLOW);
  return desk;
}

const row = (name: string) => screen.findByRole('row', { name: new RegExp(name, 'u') }, SLOW);
const names = () =>
  screen.queryAllByRole('row').flatMap((one) => /^(?:李欣|何波|何梓涵)/u.exec(one.textContent)?.[0] ?? []);

describe('the list of residents', () => {
  it('shows the last four of a number, nothing of a child’s, and never a whole number or phone', async () => {
    await openList('officer');
    expect((await row('李欣')).textContent).toContain(`····${LI_XIN.slice(-4)}`);
    expect((await row('何梓涵')).textContent).toMatch(/····(?!\w)/u);
    expect(document.body.textContent).not.toContain(LI_XIN);
    expect(document.body.textContent).not.toContain('15400015678');
  });

  it('is narrowed by filters that stand as chips, and says how many match', async () => {
    const desk = await openList('officer');
    await row('何波');
    await desk.user.selectOptions(screen.getByLabelText('类型'), 'temporary');
    await waitFor(() => expect(names()).toEqual(['李欣']), SLOW);
    expect(screen.getByText(/符合 1/u).textContent).toContain('全部 3');
    await desk.user.click(screen.getByRole('button', { name: '去掉筛选 类型：暂住' }));
    await waitFor(() => expect(names()).toHaveLength(3), SLOW);
  });

  it('is searched by a text, once nobody types any more', async () => {
    const desk = await openList('officer');
    await row('何波');
    await desk.press('{Control>}f{/Control}');
    await desk.user.keyboard('hb');
    await waitFor(() => expect(names()).toEqual(['何波']), SLOW);
    expect(screen.getByRole('button', { name: '去掉筛选 查：hb' })).toBeTruthy();
  });

  it('is as it was left when one comes back from a record', async () => {
    const desk = await openList('officer');
    await desk.user.selectOptions(await screen.findByLabelText('类型', {}, SLOW), 'temporary');
    await desk.user.click(await row('李欣'));
    await screen.findByRole('heading', { level: 1, name: '李欣' }, SLOW);
    await desk.press('{Alt>}3{/Alt}');
    await screen.findByRole('button', { name: '去掉筛选 类型：暂住' }, SLOW);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('李欣'), SLOW);
  });

  it('marks several people as verified with one digit, and takes all of it back at once', async () => {
    const desk = await openList('officer');
    await desk.user.click(within(await row('李欣')).getByRole('checkbox'));
    await desk.user.click(within(await row('何波')).getByRole('checkbox'));
    expect(screen.getByText('已选 2 人')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: '批量核对' }));
    await screen.findByRole('dialog', { name: '核对 2 人' });
    await desk.press('2');
    const toasts = screen.getByRole('log');
    await within(toasts).findByText('已核对 2 人', {}, SLOW);
    const verified = (await allPeople(desk)).map(({ name, verifiedHow }) => [name, verifiedHow]);
    expect(verified).toEqual([
      ['李欣', 'counter'],
      ['何波', 'counter'],
      ['何梓涵', null],
    ]);
    await desk.user.click(within(toasts).getByRole('button', { name: /撤销/u }));
    await within(toasts).findByText('已撤销 2 人的核对', {}, SLOW);
    expect((await allPeople(desk)).every(({ verifiedOn }) => verifiedOn === null)).toBe(true);
  });

  it('verifies everybody who matches, says before how many, and takes it back at once', async () => {
    const desk = await openList('officer', async (office) => {
      await threePeople(office);
      const [gone] = await allPeople(office);
      if (gone === undefined) throw new Error('nobody');
      const { id, revision } = gone;
      await office.counter.residents.setOut({ id, revision, outState: 'moved', outOn: '2026-11-01' });
    });
    await desk.user.selectOptions(await screen.findByLabelText('在住', {}, SLOW), 'all');
    await desk.user.click(within(await row('李欣')).getByRole('checkbox'));
    await desk.user.click(screen.getByRole('button', { name: '选全部符合的 3 人' }));
    expect(screen.getByText('已选 3 人')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: '批量核对' }));
    const dialog = within(await screen.findByRole('dialog', { name: '核对 2 人' }, SLOW));
    expect(dialog.getByText('另有 1 人已离开，不核对。')).toBeTruthy();
    await desk.press('3');
    const toasts = within(screen.getByRole('log'));
    await toasts.findByText('已核对 2 人', {}, SLOW);
    expect((await allPeople(desk)).map(({ verifiedHow }) => verifiedHow)).toEqual([null, 'sheet', 'sheet']);
    expect(screen.queryByText(/已选/u)).toBeNull();
    await desk.user.click(toasts.getByRole('button', { name: /撤销/u }));
    await toasts.findByText('已撤销 2 人的核对', {}, SLOW);
  });

  it('lets go of one of everybody: the rows on the screen stay chosen', async () => {
    const desk = await openList('officer');
    await desk.user.click(within(await row('李欣')).getByRole('checkbox'));
    await desk.user.click(screen.getByRole('button', { name: '选全部符合的 3 人' }));
    await desk.user.click(within(await row('何波')).getByRole('checkbox'));
    expect(screen.getByText('已选 2 人')).toBeTruthy();
    expect(within(await row('何波')).getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  });

  it('chooses every row with one box, and a new filter lets go of the choice', async () => {
    const desk = await openList('officer');
    await row('何波');
    await desk.user.click(screen.getByRole('checkbox', { name: /选择已显示的/u }));
    expect(screen.getByText('已选 3 人')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: '不选了' }));
    await desk.user.selectOptions(screen.getByLabelText('核对情况'), 'never');
    expect(screen.queryByText(/已选/u)).toBeNull();
  });

  it('keeps a filter as a view with the number of people it finds', async () => {
    const desk = await openList('officer');
    await desk.user.selectOptions(await screen.findByLabelText('类型', {}, SLOW), 'temporary');
    await desk.user.click(await screen.findByRole('button', { name: '另存为视图' }, SLOW));
    await desk.user.keyboard('暂住人员');
    await desk.press('{Enter}');
    const view = await screen.findByRole('button', { name: '暂住人员 1' }, SLOW);
    expect(view.getAttribute('aria-pressed')).toBe('true');
    await desk.user.click(screen.getByRole('button', { name: '全部' }));
    await waitFor(() => expect(names()).toHaveLength(3), SLOW);
    await desk.user.click(screen.getByRole('button', { name: '暂住人员 1' }));
    await waitFor(() => expect(names()).toEqual(['李欣']), SLOW);
  });

  it('keeps of a view what was chosen and not what was typed, and says so', async () => {
    const desk = await openList('officer');
    await desk.user.type(await screen.findByLabelText('在本表中查', {}, SLOW), '李欣');
    await screen.findByRole('button', { name: '去掉筛选 查：李欣' }, SLOW);
    expect(screen.queryByRole('button', { name: '另存为视图' })).toBeNull();
    await desk.user.selectOptions(screen.getByLabelText('核对情况'), 'never');
    await desk.user.click(await screen.findByRole('button', { name: '另存为视图' }, SLOW));
    const dialog = within(await screen.findByRole('dialog', { name: '保存视图' }, SLOW));
    expect(dialog.getByText('正在查的文字不存进视图，只存筛选条件。')).toBeTruthy();
    await desk.user.keyboard('未核对的');
    await desk.press('{Enter}');
    await screen.findByRole('button', { name: '未核对的 3' }, SLOW);
    expect(JSON.stringify(await desk.counter.views.list({}))).not.toContain('李欣');
  });

  it('is written to a file only with a reason, and readable only with a purpose', async () => {
    const desk = await openList('officer');
    await row('何波');
    const file = join(desk.office.dataDir, '名单.xlsx');
    await desk.user.click(screen.getByRole('button', { name: '导出' }));
    const dialog = await screen.findByRole('dialog', { name: '导出人口表' });
    await desk.user.click(within(dialog).getByRole('button', { name: '选择位置并导出' }));
    expect(existsSync(file)).toBe(false);
    await desk.user.click(within(dialog).getByRole('checkbox', { name: '证号和电话写全' }));
    await desk.user.click(within(dialog).getByRole('radio', { name: /上级检查/u }));
    await desk.user.click(within(dialog).getByRole('button', { name: '选择位置并导出' }));
    expect(within(dialog).getByText('请写明用途，至少 6 个字')).toBeTruthy();
    await desk.user.type(within(dialog).getByLabelText(/^用途说明/u), '派出所季度核查用');
    desk.office.shell.choose(file);
    await desk.user.click(within(dialog).getByRole('button', { name: '选择位置并导出' }));
    await within(screen.getByRole('log')).findByText(/已导出 3 人/u, {}, SLOW);
    expect(existsSync(file)).toBe(true);
  });

  it('says what to do first while there is nobody', async () => {
    await openList('officer', async (office) => void (await buildTown(office)));
    await screen.findByText('还没有人口记录。可以先从社区表格导入，再补录。', {}, SLOW);
    expect(screen.getByRole('button', { name: '手工新增' })).toBeTruthy();
  });
});

describe('an auxiliary', () => {
  it('sees no list and no export, is told why, and can look for one person', async () => {
    const desk = await openList('auxiliary');
    expect(screen.queryByRole('grid')).toBeNull();
    expect(screen.queryByRole('button', { name: '导出' })).toBeNull();
    expect(screen.getByText(/整表浏览和导出只开放给社区民警/u)).toBeTruthy();
    expect(document.body.textContent).not.toContain('何波');
    await desk.user.click(screen.getByRole('button', { name: /按姓名、首字母/u }));
    await screen.findByRole('combobox', {}, SLOW);
  });
});
