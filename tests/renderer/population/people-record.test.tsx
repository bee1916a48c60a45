import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#shared/kernel/role.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import { writeSheet } from '#tests/support/community-sheet.ts';
import type { TestOffice } from '#tests/support/office.ts';
import { numberOf } from '#tests/support/people.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { addHousehold, allPeople, buildTown } from './town.ts';

const openDesk = useDesks();

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 500 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1150 });
});

const LI_XIN = numberOf('19910412', '002');

async function liXin(office: TestOffice): Promise<void> {
  const town = await buildTown(office);
  await town.person({ name: '李欣', idNumber: LI_XIN, phone: '15400015678', phone2: '15400019999' });
}

/** The same person, brought by a community's sheet. */
async function importedLiXin(office: TestOffice): Promise<void> {
  await buildTown(office);
  const { imports } = office.counter;
  const address = '青禾苑3栋2单元501';
  office.shell.choose(writeSheet(tempFolder(), [{ name: '李欣', idNumber: LI_XIN, address }]));
  const { import: id, plan } = await imports.choose({});
  const mapping = plan.columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]));
  await imports.check({ import: id, mapping, baseAddressId: null });
  await imports.commit({ import: id });
}

/** An officer goes through the list; an auxiliary opens what the search finds. */
async function openRecord(
  role: Role,
  name: string,
  before: (office: TestOffice) => Promise<void>,
): Promise<Desk> {
  const desk = await openDesk(role, before);
  if (role === 'officer') {
    await desk.press('{Alt>}3{/Alt}');
    await desk.user.click(await screen.findByRole('row', { name: new RegExp(name, 'u') }, SLOW));
  } else {
    await desk.press('{Alt>}n{/Alt}');
    await desk.user.type(await screen.findByLabelText(/^姓名/u, {}, SLOW), '某人');
    await desk.user.paste(name);
    await desk.user.click(await screen.findByLabelText(/^证件号码/u));
    await desk.user.paste(LI_XIN);
    await desk.user.click(await screen.findByRole('button', { name: '打开这一条' }, SLOW));
  }
  await screen.findByRole('heading', { level: 1, name }, SLOW);
  return desk;
}

const only = async (desk: Desk) => (await allPeople(desk))[0];
const edit = (desk: Desk, section: string) =>
  desk.user.click(screen.getByRole('button', { name: `修改${section}` }));
const save = (desk: Desk) => desk.user.click(screen.getByRole('button', { name: '保存' }));
const toasts = () => within(screen.getByRole('log'));

describe('the record of a resident', () => {
  it('is changed in place, leaves what it hides as it is, and its history says who changed what', async () => {
    const desk = await openRecord('officer', '李欣', liXin);
    await edit(desk, '居住');
    await desk.user.selectOptions(screen.getByLabelText('居住方式'), '02');
    await save(desk);
    await toasts().findByText('已保存修改', {}, SLOW);
    const changes = await screen.findByRole('tabpanel', { name: /变更记录/u }, SLOW);
    await within(changes).findByText('租住', {}, SLOW);
    expect(await only(desk)).toMatchObject({
      housing: '02',
      idTail: LI_XIN.slice(-4),
      birthMonth: '1991-04',
      phonesMasked: ['154····5678', '154····9999'],
    });
  });

  it('is taken back from the toast', async () => {
    const desk = await openRecord('officer', '李欣', liXin);
    await edit(desk, '身份');
    await desk.user.clear(screen.getByLabelText(/^姓名/u));
    await desk.user.type(screen.getByLabelText(/^姓名/u), '李心');
    await save(desk);
    await screen.findByRole('heading', { level: 1, name: '李心' }, SLOW);
    await desk.user.click(await toasts().findByRole('button', { name: /撤销/u }));
    await screen.findByRole('heading', { level: 1, name: '李欣' }, SLOW);
  });

  it('that came from a spreadsheet shows before it is saved what will be different', async () => {
    const desk = await openRecord('officer', '李欣', importedLiXin);
    await edit(desk, '居住');
    await desk.user.selectOptions(screen.getByLabelText('居住方式'), '02');
    const changes = screen.getByRole('region', { name: /来自导入/u });
    expect(changes.textContent).toContain('居住方式: （空） → 租住');
  });

  it('loses a phone only when that is asked for', async () => {
    const desk = await openRecord('officer', '李欣', liXin);
    await edit(desk, '联系');
    expect(screen.getByText('留空表示不改（现为 154····5678）')).toBeTruthy();
    await desk.user.click(screen.getByRole('checkbox', { name: '删除已留的电话' }));
    await save(desk);
    await toasts().findByText('已保存修改', {}, SLOW);
    expect(await only(desk)).toMatchObject({ phonesMasked: ['154····9999'] });
  });

  it('keeps what was typed when somebody else saved first, shows their change, and then keeps both', async () => {
    const desk = await openRecord('officer', '李欣', liXin);
    await edit(desk, '户籍与告知');
    await desk.user.type(screen.getByLabelText(/^户籍地址/u), '成华路3号');
    const stands = await only(desk);
    if (stands === undefined) throw new Error('nobody');
    const { id, revision } = stands;
    await desk.counter.residents.setOut({ id, revision, outState: 'left', outOn: '2026-11-20' });
    await save(desk);
    await screen.findByText(/刚被别人改过/u, {}, SLOW);
    const theirs = await screen.findByText(/先保存了修改/u, {}, SLOW);
    expect(theirs.textContent).toContain('去向: 已离开');
    await desk.user.click(screen.getByRole('button', { name: '按我填的保存' }));
    await save(desk);
    await waitFor(async () => {
      expect(await only(desk)).toMatchObject({ registerAddress: '成华路3号', outState: 'left' });
    }, SLOW);
  });

  it('shows an officer the number for a reason, and notes who looked and why', async () => {
    const desk = await openRecord('officer', '李欣', liXin);
    expect(document.body.textContent).not.toContain(LI_XIN);
    await desk.user.click(screen.getByRole('button', { name: '查看 证件号码' }));
    await screen.findByText(/原因和时间会记入日志/u);
    await desk.press('1');
    await desk.user.click(screen.getByRole('button', { name: '查看 60 秒' }));
    await screen.findByText(LI_XIN, {}, SLOW);
    await desk.user.click(await screen.findByRole('tab', { name: /查看记录 1/u }, SLOW));
    const seen = screen.getByRole('tabpanel', { name: /查看记录/u });
    expect(within(seen).getByText(/核对身份/u)).toBeTruthy();
    expect(seen.textContent).not.toContain(LI_XIN);
  });

  it('shows an auxiliary everything masked, and says what needs an officer', async () => {
    const desk = await openRecord('auxiliary', '李欣', liXin);
    expect(screen.queryByRole('button', { name: '查看 证件号码' })).toBeNull();
    expect(screen.getAllByRole('img', { name: '查看完整内容需要社区民警。' }).length).toBeGreaterThan(0);
    await desk.user.click(screen.getByRole('button', { name: '作废' }));
    await toasts().findByText('作废需要社区民警。');
    expect(screen.queryByRole('button', { name: /撤销合并/u })).toBeNull();
  });

  it('is verified with two keys, and then need not be asked again for three months', async () => {
    const desk = await openRecord('auxiliary', '李欣', liXin);
    expect(screen.getByText('还没有核对过')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: '核对无变化' }));
    await screen.findByRole('dialog', { name: '核对无变化：李欣' });
    await desk.press('1');
    await toasts().findByText('李欣 已核对', {}, SLOW);
    await screen.findByText('2027-02-23 前不必再问', {}, SLOW);
    await screen.findByText('核对无变化（上门）', {}, SLOW);
  });

  it('says until when the copy of somebody who moved out is kept, and brings them back', async () => {
    const desk = await openRecord('officer', '李欣', liXin);
    await desk.user.click(screen.getByRole('button', { name: '登记去向' }));
    const dialog = await screen.findByRole('dialog', { name: '登记去向：李欣' });
    expect(within(dialog).getByText(/保存到 2027-11-23，到期删除/u)).toBeTruthy();
    await desk.press('1');
    await desk.user.click(within(dialog).getByRole('button', { name: '登记去向' }));
    await screen.findByText(/已迁出（2026-11-23）。本室的副本保存到 2027-11-23/u, {}, SLOW);
    expect(screen.queryByRole('button', { name: '核对无变化' })).toBeNull();
    await desk.user.click(screen.getByRole('button', { name: '恢复为在住' }));
    const back = await screen.findByRole('dialog', { name: '恢复为在住：李欣' });
    await desk.user.click(within(back).getByRole('button', { name: '恢复为在住' }));
    await screen.findByRole('button', { name: '核对无变化' }, SLOW);
    expect(await only(desk)).toMatchObject({ outState: null, retainUntil: null });
  });

  it('of a child hides the whole number, asks for a guardian, and notes each look at it', async () => {
    const desk = await openRecord('officer', '何梓涵', async (office) => {
      const town = await buildTown(office);
      await town.person({ name: '何梓涵', idNumber: numberOf('20170203', '004') });
    });
    expect(document.body.textContent).toContain('······');
    await screen.findByText('打开了这条记录', {}, SLOW);
    await desk.user.click(screen.getByRole('button', { name: '指明监护人' }));
    expect(screen.getByLabelText('监护人')).toBeTruthy();
  });

  it('is taken out by an officer with a reason', async () => {
    const desk = await openRecord('officer', '李欣', liXin);
    await desk.user.click(screen.getByRole('button', { name: '作废' }));
    const dialog = await screen.findByRole('dialog');
    await desk.user.click(within(dialog).getByRole('button', { name: '作废' }));
    expect(within(dialog).getByText('请写明原因')).toBeTruthy();
    await desk.user.type(within(dialog).getByLabelText(/^原因/u), '重复登记');
    await desk.user.click(within(dialog).getByRole('button', { name: '作废' }));
    await screen.findByText(/还没有人口记录/u, {}, SLOW);
  });
});

const FAMILY = [
  ['徐云梅', '02', '19840302'],
  ['何波', '11', '19810605'],
  ['何沐宸', '22', '20130405'],
] as const;

async function family(office: TestOffice): Promise<void> {
  const town = await buildTown(office);
  const householdId = await addHousehold(office, town.door);
  for (const [index, [name, relation, born]] of FAMILY.entries())
    await town.person({ name, relation, householdId, idNumber: numberOf(born, `00${index + 1}`) });
}

describe('a household', () => {
  async function openHousehold() {
    const desk = await openRecord('officer', '何波', family);
    const [link] = await screen.findAllByRole('button', { name: '打开这一户' }, SLOW);
    if (link === undefined) throw new Error('no link');
    await desk.user.click(link);
    await screen.findByRole('heading', { level: 1, name: '徐云梅户' }, SLOW);
    return desk;
  }

  it('shows its members, head first, and verifies all of them at once', async () => {
    const desk = await openHousehold();
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows.slice(1, 4).map((text) => text.slice(0, 3))).toEqual(['徐云梅', '何波夫', '何沐宸']);
    await desk.user.click(screen.getByRole('button', { name: '核对全户' }));
    await desk.press('1');
    await toasts().findByText('已核对 3 人', {}, SLOW);
    expect((await allPeople(desk)).every(({ verifiedOn }) => verifiedOn === '2026-11-23')).toBe(true);
  });

  it('moves to another door with everybody in it, and back where that was a slip', async () => {
    const desk = await openHousehold();
    await desk.user.click(screen.getByRole('button', { name: '整户迁移' }));
    await screen.findByRole('dialog');
    await desk.press('1');
    await desk.user.click(screen.getByLabelText(/^新住址/u));
    await desk.user.paste('3-2-502');
    await screen.findByRole('option', { name: /502/u }, SLOW);
    await desk.press('{Enter}');
    await desk.user.click(screen.getByRole('button', { name: '迁移' }));
    await toasts().findByText('已迁移 3 人', {}, SLOW);
    const lines = new Set((await allPeople(desk)).map(({ addressLine }) => addressLine));
    expect([...lines]).toEqual(['青禾苑3栋2单元502']);
    await desk.user.click(toasts().getByRole('button', { name: /撤销/u }));
    await toasts().findByText('已撤销迁移，3 人回到原处', {}, SLOW);
    const back = new Set((await allPeople(desk)).map(({ addressLine }) => addressLine));
    expect([...back]).toEqual(['青禾苑3栋2单元501']);
  });
});
