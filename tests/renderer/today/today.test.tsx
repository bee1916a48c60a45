import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SLOW, useDesks } from '#tests/renderer/at-the-desk.tsx';
import { enquiry, newDraft } from '#tests/support/visits.ts';

const openDesk = useDesks();

describe('Today', () => {
  it('shows the replies that are owed, the most urgent first, each with its word', async () => {
    const desk = await openDesk('auxiliary', async (office) => {
      await office.signIn('auxiliary');
      const promise = (name: string, promisedOn: string) =>
        office.counter.visitors.register({
          visit: { ...enquiry, name, result: 'appointment', promisedOn },
          draft: newDraft(),
        });
      await promise('丙', '2026-11-26');
      await promise('乙', '2026-11-25');
      await promise('甲', '2026-11-23');
      office.clock.forward({ days: 2 });
    });
    const rows = await screen.findAllByRole('button', { name: /户籍证件咨询.*王芳/u }, SLOW);
    expect(rows.map((row) => row.textContent.slice(0, 7))).toEqual([
      '逾期 2 天甲',
      '今天到期乙户籍',
      '明天到期丙户籍',
    ]);
    expect(screen.getByText('还有 3 件 · 其中逾期 1 件')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: '全部待答复' }));
    expect(await screen.findByRole('button', { name: /去掉筛选 待答复/u }, SLOW)).toBeTruthy();
  });

  it('shows no strip when nothing is wrong, and says what to do when nobody is in the room', async () => {
    await openDesk('officer');
    await screen.findByText('现在室内没有来访群众。F2 登记。', {}, SLOW);
    expect(screen.getByText('11月23日 星期一 · 第48周 · 今日来访 0 批')).toBeTruthy();
    expect(screen.getByText('没有待答复的事项。')).toBeTruthy();
    expect(screen.queryByText(/电脑时间/u)).toBeNull();
  });

  it('warns when the clock stands behind the last record', async () => {
    await openDesk('officer', async (office) => {
      await office.signIn('officer');
      await office.counter.visitors.register({ visit: enquiry, draft: newDraft() });
      office.clock.forward({ minutes: -180 });
    });
    expect(await screen.findByText(/电脑时间比上一条记录早 1[78]\d 分钟/u, {}, SLOW)).toBeTruthy();
  });

  it('is not where an administrator or an auditor begins', async () => {
    await openDesk('administrator');
    const main = screen.getByRole('main');
    expect(await within(main).findByRole('heading', { level: 1, name: '设置' }, SLOW)).toBeTruthy();
    expect(screen.queryByText('待答复')).toBeNull();
  });
});
