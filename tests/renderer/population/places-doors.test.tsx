import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#shared/kernel/role.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import { numberOf } from '#tests/support/people.ts';
import { buildStreet, type Street } from './street.ts';

const openDesk = useDesks();

// Nothing is laid out here, so lists are told how high they are.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 500 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1150 });
});

const LI_XIN = numberOf('19910412', '002');
const PHONE = '15400015678';

/** 101: two people; 201 let, without a pledge; 202 empty; the rest unknown. */
async function furnish({ person, dwell, room }: Street): Promise<void> {
  await person(room(1, '101'), { name: '李欣', idNumber: LI_XIN, phone: PHONE });
  await person(room(1, '101'), { name: '何波' });
  await dwell(room(1, '201'), {
    use: 'let',
    landlordName: '周强',
    landlordPhone: PHONE,
    letTo: '2026-10-01',
  });
  await dwell(room(1, '202'), { use: 'empty' });
}

async function openStreet(role: Role, before: (street: Street) => Promise<void>) {
  let street: Street | null = null;
  const desk = await openDesk(role, async (office) => {
    street = await buildStreet(office);
    await before(street);
  });
  if (street === null) throw new Error('nothing was built');
  return { desk, street: street as Street };
}

async function openPlace(role: Role, name: string, before: (street: Street) => Promise<void> = furnish) {
  const opened = await openStreet(role, before);
  await opened.desk.press('{Alt>}4{/Alt}');
  (await screen.findByRole('treeitem', { name: new RegExp(`^${name}`, 'u') }, SLOW)).focus();
  await opened.desk.press('{Enter}');
  await screen.findByRole('heading', { level: 2, name }, SLOW);
  return opened;
}

async function openFace(role: Role, before?: (street: Street) => Promise<void>) {
  const opened = await openPlace(role, '青禾苑', before);
  await opened.desk.user.click(screen.getByRole('button', { name: '楼面' }));
  await screen.findByRole('heading', { level: 1, name: '青禾苑 · 5 户' }, SLOW);
  return opened;
}

const cell = (name: string) =>
  screen.findByRole('button', { name: new RegExp(`^${name}(?: |$)`, 'u') }, SLOW);
const legend = () => within(screen.getByRole('group', { name: /^图例/u }));
const toasts = () => within(screen.getByRole('log'));
const drawer = () => screen.findByRole('dialog', {}, SLOW);

/** By what stands on the letter: no tree and no face on the way. */
async function openDoor(role: Role, line: string) {
  const opened = await openStreet(role, furnish);
  const { desk } = opened;
  await desk.press('{F3}');
  await desk.user.type(await screen.findByRole('combobox', {}, SLOW), line);
  const addresses = within(await screen.findByRole('group', { name: '地址' }, SLOW));
  await desk.user.click(addresses.getByRole('option', { name: line }));
  await screen.findByRole('heading', { level: 1, name: line }, SLOW);
  return opened;
}

async function openFromFace(desk: Desk, name: string, line: string) {
  await desk.user.click(await cell(name));
  await desk.user.click(await within(await drawer()).findByRole('button', { name: '打开记录' }, SLOW));
  await screen.findByRole('heading', { level: 1, name: line }, SLOW);
}

describe('the face of a building', () => {
  it('tells the state of each door in words, who lives there, and counts them', async () => {
    await openFace('auxiliary');
    expect((await cell('3栋1单元 101')).textContent).toMatch(/101.*未核对.*2 人/u);
    expect((await cell('3栋1单元 201')).textContent).toMatch(/租.*未核对/u);
    expect((await cell('3栋1单元 202')).textContent).toContain('空置');
    expect(legend().getByRole('button', { name: '未核对 4' })).toBeTruthy();
    expect(legend().getByRole('button', { name: '空置 1' })).toBeTruthy();
    expect(legend().getByRole('button', { name: /出租 1/u })).toBeTruthy();
  });

  it('lets those of one kind stand out', async () => {
    const { desk } = await openFace('auxiliary');
    await desk.user.click(legend().getByRole('button', { name: '空置 1' }));
    expect((await cell('3栋1单元 101')).dataset['dim']).toBe('true');
    expect((await cell('3栋1单元 202')).dataset['dim']).toBeUndefined();
  });

  it('verifies a door in two keys, with everybody behind it, and takes it back whole', async () => {
    const { desk, street } = await openFace('auxiliary');
    (await cell('3栋1单元 201')).focus();
    await desk.press('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('101');
    const before = desk.pressed();
    await desk.press('{Enter}');
    const met = await within(await drawer()).findByRole('button', { name: /核对无变化/u }, SLOW);
    await waitFor(() => expect(document.activeElement).toBe(met), SLOW);
    await desk.press('{Enter}');
    expect(desk.pressed() - before).toBe(2);
    await toasts().findByText('青禾苑3栋1单元101：核对无变化，2 人已核对', {}, SLOW);
    await waitFor(async () => expect((await cell('3栋1单元 101')).textContent).toContain('已核对'), SLOW);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('101'), SLOW);
    await desk.user.click(toasts().getByRole('button', { name: /撤销/u }));
    await toasts().findByText('已撤销走访', {}, SLOW);
    await waitFor(async () => expect((await cell('3栋1单元 101')).textContent).toContain('未核对'), SLOW);
    const door = await desk.counter.addresses.door({ id: street.room(1, '101').id });
    expect(door.people.map(({ verifiedOn }) => verifiedOn)).toEqual([null, null]);
    expect(door.visits).toEqual([]);
  });

  it('takes the other results by their digits, also in full width', async () => {
    const { desk } = await openFace('auxiliary');
    await desk.user.click(await cell('3栋1单元 101'));
    await within(await drawer()).findByRole('button', { name: /核对无变化/u }, SLOW);
    await desk.press('２');
    await toasts().findByText('青禾苑3栋1单元101：无人', {}, SLOW);
    await waitFor(async () => expect((await cell('3栋1单元 101')).textContent).toContain('11-23 无人'), SLOW);
  });

  it('asks for the way people went once they have moved', async () => {
    const { desk } = await openFace('auxiliary');
    await desk.user.click(await cell('3栋1单元 101'));
    await within(await drawer()).findByRole('button', { name: /核对无变化/u }, SLOW);
    await desk.press('4');
    const follows = await within(await drawer()).findByText(/请给搬走的人登记去向/u, {}, SLOW);
    await desk.user.click(within(follows).getByRole('button', { name: '李欣' }));
    await screen.findByRole('heading', { level: 1, name: '李欣' }, SLOW);
  });

  it('never shows a number or a phone', async () => {
    const { desk } = await openFace('officer');
    await desk.user.click(await cell('3栋1单元 101'));
    await within(await drawer()).findByText('李欣', {}, SLOW);
    expect(document.body.textContent).not.toContain(LI_XIN);
    expect(document.body.textContent).not.toContain(PHONE);
  });

  it('is a list of houses in a village', async () => {
    const { desk } = await openPlace('auxiliary', '青龙村');
    await desk.user.click(screen.getByRole('button', { name: '门牌一览' }));
    const houses = within(await screen.findByRole('region', { name: '全部' }, SLOW));
    expect(houses.getAllByRole('button').map((one) => one.querySelector('b')?.textContent)).toEqual([
      '2号',
      '10号',
    ]);
  });
});

describe('a door', () => {
  it('takes a visit with a day to go again, which then waits at the beginning', async () => {
    const { desk } = await openDoor('officer', '青禾苑3栋1单元101');
    await desk.user.click(screen.getByRole('button', { name: '登记走访' }));
    await screen.findByRole('radiogroup', { name: /^事由/u }, SLOW);
    await desk.press('4', '2');
    const again = screen.getByLabelText('再访日期');
    await desk.user.type(again, '昨天');
    await desk.press('{Enter}');
    await screen.findByText('再访日期不能早于今天', {}, SLOW);
    await desk.user.clear(again);
    await desk.user.type(again, '+2');
    await desk.press('{Enter}');
    await toasts().findByText('青禾苑3栋1单元101：无人', {}, SLOW);
    await screen.findByText('约好 2026-11-25 再去', { exact: false }, SLOW);
    await desk.press('{Alt>}4{/Alt}');
    const line = await screen.findByRole('button', { name: '青禾苑3栋1单元101' }, SLOW);
    expect(line.closest('li')?.textContent).toMatch(/11-23 回访 · 无人.*2026-11-25/u);
  });

  it('needs an officer along for a statutory matter', async () => {
    const { desk } = await openDoor('auxiliary', '青禾苑3栋1单元101');
    await desk.user.click(screen.getByRole('button', { name: '登记走访' }));
    await screen.findByRole('radiogroup', { name: /^事由/u }, SLOW);
    await desk.press('7', '1');
    await desk.user.click(screen.getByRole('button', { name: '登记走访' }));
    await screen.findByText('法定事项要有社区民警同行，请在“同行”里选一位', {}, SLOW);
  });

  it('keeps a visit that was not saved as a draft of this door only', async () => {
    const { desk } = await openFace('auxiliary');
    const open = async (name: string, line: string) => {
      await openFromFace(desk, name, line);
      await desk.user.click(screen.getByRole('button', { name: '登记走访' }));
      await screen.findByRole('radiogroup', { name: /^事由/u }, SLOW);
    };
    await open('3栋1单元 101', '青禾苑3栋1单元101');
    await desk.user.type(screen.getByLabelText('再访日期'), '+5');
    await desk.user.click(screen.getByRole('button', { name: '返回' }));
    const backToFace = () => desk.user.click(screen.getByRole('button', { name: '3栋 楼面' }));
    await backToFace();
    await open('1单元 102', '青禾苑3栋1单元102');
    expect(screen.queryByRole('button', { name: '恢复草稿' })).toBeNull();
    await backToFace();
    await open('1单元 101', '青禾苑3栋1单元101');
    await desk.user.click(await screen.findByRole('button', { name: '恢复草稿' }, SLOW));
    expect(screen.getByLabelText('再访日期').getAttribute('value')).toBe('2026-11-28');
  });

  it('asks for a landlord where it is let, keeps phones masked, and leaves them as they are', async () => {
    const { desk, street } = await openDoor('auxiliary', '青禾苑3栋1单元102');
    await desk.user.click(screen.getByRole('button', { name: '登记房屋' }));
    await screen.findByRole('radiogroup', { name: /^用途/u }, SLOW);
    await desk.press('2');
    await desk.user.click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText('出租房请填出租人', {}, SLOW);
    await desk.user.type(screen.getByLabelText(/^出租人必填/u), '周强');
    await desk.user.click(screen.getByLabelText('出租人电话'));
    await desk.user.paste(PHONE);
    await desk.user.click(screen.getByRole('button', { name: '保存' }));
    await toasts().findByText('已保存房屋', {}, SLOW);
    await screen.findByText('154····5678', { selector: 'span' }, SLOW);
    expect(screen.getAllByRole('img', { name: '查看完整内容需要社区民警。' })).toHaveLength(1);
    await desk.user.click(screen.getByRole('button', { name: '修改房屋' }));
    await desk.user.type(await screen.findByLabelText('居住人数', {}, SLOW), '３');
    await desk.user.click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText('3', { selector: 'dd' }, SLOW);
    const { dwelling } = await desk.counter.addresses.door({ id: street.room(1, '102').id });
    expect(dwelling).toMatchObject({ occupants: 3, landlordPhoneMasked: '154····5678' });
    expect(document.body.textContent).not.toContain(PHONE);
  });

  it('shows an officer a phone for a reason, and who looked', async () => {
    const { desk } = await openDoor('officer', '青禾苑3栋1单元201');
    expect(screen.getByText('未签')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: '查看 出租人电话' }));
    const dialog = within(await screen.findByRole('dialog', {}, SLOW));
    await dialog.findByRole('radiogroup', {}, SLOW);
    await desk.press('1');
    await desk.user.click(dialog.getByRole('button', { name: /^查看 60 秒/u }));
    await screen.findByText(PHONE, {}, SLOW);
    await desk.user.click(await screen.findByRole('tab', { name: '查看记录 1' }, SLOW));
    await screen.findByText('原因：核对身份', {}, SLOW);
  });

  it('leads to registering somebody here, with the address already chosen', async () => {
    const { desk } = await openDoor('auxiliary', '青禾苑3栋1单元102');
    await desk.user.click(screen.getByRole('button', { name: '登记人口' }));
    await waitFor(() => expect(screen.getByDisplayValue('青禾苑3栋1单元102')).toBeTruthy(), SLOW);
  });
});

describe('the list of rented homes', () => {
  it('is an officer’s, says what was not done, and leads to the door', async () => {
    const { desk } = await openPlace('officer', '青禾苑');
    await desk.user.click(screen.getByRole('button', { name: '出租房屋' }));
    const row = await screen.findByRole('row', { name: /青禾苑3栋1单元201/u }, SLOW);
    for (const word of ['周强', '154····5678', '未签', '没检查过', '2026-10-01 已到期'])
      expect(row.textContent).toContain(word);
    await desk.user.click(screen.getByRole('checkbox', { name: '只看未签保证书' }));
    expect(await screen.findByRole('button', { name: '去掉筛选 只看未签保证书' }, SLOW)).toBeTruthy();
    await desk.user.click(await screen.findByRole('row', { name: /青禾苑3栋1单元201/u }, SLOW));
    await screen.findByRole('heading', { level: 1, name: '青禾苑3栋1单元201' }, SLOW);
  });

  it('tells an auxiliary why it is not theirs and where to go', async () => {
    const { desk } = await openPlace('auxiliary', '青禾苑');
    await desk.user.click(screen.getByRole('button', { name: '出租房屋' }));
    await screen.findByText(/成批查看出租房屋需要社区民警/u, {}, SLOW);
    expect(screen.queryByRole('grid')).toBeNull();
    await desk.user.click(screen.getByRole('button', { name: '去房屋与地址' }));
    await screen.findByRole('tree', {}, SLOW);
  });
});
