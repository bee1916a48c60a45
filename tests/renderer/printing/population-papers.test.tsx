/** The papers of the population ledger on the printing screen, in front of a real office. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/kernel/role.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import { buildTown } from '#tests/renderer/population/town.ts';
import { numberOf } from '#tests/support/people.ts';

const openDesk = useDesks();
const NUMBER = numberOf('19920401', '123');

async function openPapers(role: Role): Promise<Desk> {
  const desk = await openDesk(role, async (office) => {
    const town = await buildTown(office);
    await town.person({ name: '李欣', idType: '111', idNumber: NUMBER, birthDate: '1992-04-01' });
  });
  await desk.press('{F6}');
  await screen.findByRole('region', { name: '预览' }, SLOW);
  return desk;
}

async function chooseBuilding({ user }: Desk, typed: string): Promise<HTMLElement> {
  await user.click(screen.getByRole('tab', { name: '入户核对表' }));
  const field = await screen.findByLabelText('楼栋、街巷或村', {}, SLOW);
  await user.click(field);
  await user.keyboard(typed);
  await screen.findByRole('option', { name: `青禾苑${typed}` }, SLOW);
  await user.keyboard('{Enter}');
  return screen.findByRole('region', { name: '预览' }, SLOW);
}

describe('the check sheet', () => {
  it('waits for a building and says so, then shows its doors and people, masked', async () => {
    const desk = await openPapers('auxiliary');
    await desk.user.click(screen.getByRole('tab', { name: '入户核对表' }));
    await screen.findByText(/先选一栋楼、一条街或一个村/u, {}, SLOW);
    expect(within(screen.getByRole('main')).getByRole('button', { name: /^打印/u })).toHaveProperty(
      'disabled',
      true,
    );
    const preview = await chooseBuilding(desk, '3栋2单元');
    await within(preview).findByText('共 1 页');
    await within(preview).findByText('李欣');
    for (const door of ['501', '502']) expect(within(preview).getByText(door)).toBeTruthy();
    expect(within(preview).getByText(NUMBER.slice(-4))).toBeTruthy();
    expect(preview.textContent).not.toContain(NUMBER.slice(0, 14));
  });

  it('is blank when it is asked to be', async () => {
    const desk = await openPapers('officer');
    const preview = await chooseBuilding(desk, '3栋2单元');
    await within(preview).findByText('李欣');
    await desk.user.click(screen.getByLabelText('空白表'));
    await waitFor(() => expect(screen.queryByText('李欣')).toBeNull(), SLOW);
    const blank = await screen.findByRole('region', { name: '预览' }, SLOW);
    expect(within(blank).getByText('502')).toBeTruthy();
    expect(blank.textContent).toContain('空白表');
  });

  it('goes to a printer, and says what to do where there is none', async () => {
    const desk = await openPapers('officer');
    await chooseBuilding(desk, '3栋2单元');
    await desk.user.click(within(screen.getByRole('main')).getByRole('button', { name: /^打印/u }));
    await screen.findByText('没有可用的打印机。', {}, SLOW);
  });

  it('stands there already where the record of a building led here', async () => {
    const desk = await openPapers('officer');
    await desk.press('{F3}');
    await screen.findByRole('dialog', { name: '查人查房' }, SLOW);
    await desk.user.keyboard('3栋2单元');
    await desk.user.click(await screen.findByRole('option', { name: /^青禾苑3栋2单元$/u }, SLOW));
    await desk.user.click(await screen.findByRole('button', { name: /核对表/u }, SLOW));
    const preview = await screen.findByRole('region', { name: '预览' }, SLOW);
    await within(preview).findByText('李欣');
    expect(screen.getByLabelText('楼栋、街巷或村')).toHaveProperty('value', '青禾苑3栋2单元');
  });
});

describe('the notices', () => {
  it('at a door bear the person at the desk, two a page, and nobody who lives there', async () => {
    const desk = await openPapers('officer');
    await desk.user.click(screen.getByRole('tab', { name: '上门告知' }));
    const preview = await screen.findByRole('region', { name: '预览' }, SLOW);
    await waitFor(() => expect(within(preview).getAllByText('15400000001')).toHaveLength(2), SLOW);
    await desk.user.click(screen.getByRole('button', { name: '加一' }));
    expect(screen.getByText('每页 2 张，共 4 张')).toBeTruthy();
    await screen.findByText('共 2 页', {}, SLOW);
    expect(screen.getByRole('region', { name: '预览' }).textContent).not.toMatch(/李欣|青禾苑/u);
  });

  it('on personal information come as a poster or as leaflets', async () => {
    const desk = await openPapers('auxiliary');
    await desk.user.click(screen.getByRole('tab', { name: '个人信息告知' }));
    const titles = () => screen.getAllByText('个人信息处理告知').length;
    await waitFor(() => expect(titles()).toBe(1), SLOW);
    await desk.user.click(screen.getByRole('radio', { name: /发放/u }));
    await waitFor(() => expect(titles()).toBe(2), SLOW);
  });
});
