import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { SLOW, useDesks } from '#tests/renderer/at-the-desk.tsx';
import type { TestOffice } from '#tests/support/office.ts';
import { numberOf } from '#tests/support/people.ts';
import { allPeople, buildTown } from './town.ts';

const openDesk = useDesks();

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 500 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1150 });
});

const LI_XIN = numberOf('19910412', '002');
/** One digit mistyped. */
const OTHER = numberOf('19910412', '042');

async function twins(office: TestOffice): Promise<void> {
  const town = await buildTown(office);
  await town.person({ name: '李欣', idNumber: LI_XIN, phone: '15400015678', housing: '01' });
  await town.person({ name: '李欣', idNumber: OTHER, addressId: town.nextDoor, housing: '02' });
}

async function openDoubles() {
  const desk = await openDesk('officer', twins);
  await desk.press('{Alt>}3{/Alt}');
  await desk.user.click(await screen.findByRole('button', { name: '查重' }, SLOW));
  return desk;
}

const toasts = () => within(screen.getByRole('log'));

describe('two records that may be one person', () => {
  it('stand side by side; what differs is marked by a sign and a word, and no number is shown whole', async () => {
    await openDoubles();
    const housing = await screen.findByRole('row', { name: /居住方式/u }, SLOW);
    expect(housing.textContent).toContain('≠ 不同');
    expect(housing.textContent).toContain('自有');
    expect(housing.textContent).toContain('租住');
    expect(screen.getByText(/另外 \d+ 项没有差别/u)).toBeTruthy();
    for (const number of [LI_XIN, OTHER]) expect(document.body.textContent).not.toContain(number);
  });

  it('become one, field by field from either side, and two again', async () => {
    const desk = await openDoubles();
    await screen.findByRole('row', { name: /居住方式/u }, SLOW);
    await desk.user.click(screen.getByRole('radio', { name: /^2/u }));
    const pick = within(screen.getByRole('radiogroup', { name: '合并后用 居住方式' }));
    await desk.user.click(pick.getByRole('radio', { name: '用左边' }));
    const [left, right] = await allPeople(desk);
    await desk.user.click(screen.getByRole('button', { name: '合并' }));
    await toasts().findByText('已合并为一条：李欣', {}, SLOW);
    await screen.findByText('没有可能重复的记录。', {}, SLOW);
    const [kept, ...others] = await allPeople(desk);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ id: right?.id, housing: left?.housing, addressLine: right?.addressLine });
    await desk.user.click(toasts().getByRole('button', { name: /撤销/u }));
    await toasts().findByText('已撤销合并', {}, SLOW);
    expect(await allPeople(desk)).toMatchObject([{ housing: '01' }, { housing: '02' }]);
  });

  it('are taken apart from the record too, within a day', async () => {
    const desk = await openDoubles();
    await desk.user.click(await screen.findByRole('button', { name: '合并' }, SLOW));
    await screen.findByText('没有可能重复的记录。', {}, SLOW);
    await desk.press('{Alt>}3{/Alt}');
    await desk.user.click(await screen.findByRole('row', { name: /李欣/u }, SLOW));
    await desk.user.click(await screen.findByRole('button', { name: '撤销合并' }, SLOW));
    const dialog = await screen.findByRole('dialog', { name: '撤销合并：李欣' });
    await desk.user.click(within(dialog).getByRole('button', { name: '撤销合并' }));
    await waitFor(async () => expect(await allPeople(desk)).toHaveLength(2), SLOW);
  });

  it('are two people indeed, and not shown again, unless that was a slip', async () => {
    const desk = await openDoubles();
    await desk.user.click(await screen.findByRole('button', { name: '不是同一人' }, SLOW));
    await screen.findByText('没有可能重复的记录。', {}, SLOW);
    expect(await allPeople(desk)).toHaveLength(2);
    await desk.user.click(toasts().getByRole('button', { name: /撤销/u }));
    await toasts().findByText('已撤销，这一对重新列出', {}, SLOW);
    await screen.findByRole('row', { name: /居住方式/u }, SLOW);
  });

  it.each([
    ['officer', 1],
    ['auxiliary', 0],
  ] as const)(
    'are an officer’s to judge: among the commands of an %s stand %i that lead there',
    async (role, count) => {
      const desk = await openDesk(role);
      await desk.press('{Control>}k{/Control}');
      const box = await screen.findByRole('combobox', {}, SLOW);
      // After the sign nothing is looked for but commands.
      await desk.user.type(box, '>');
      await screen.findByRole('group', { name: '命令' }, SLOW);
      await desk.user.type(box, '查重');
      expect(screen.queryAllByRole('option', { name: /查重/u })).toHaveLength(count);
    },
  );
});
