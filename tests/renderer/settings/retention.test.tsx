/** What the settings say of deletion at the end of a term, to those who may know. */
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/kernel/role.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import type { TestOffice } from '#tests/support/office.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

const openDesk = useDesks();

/** Two visits of more than a year ago; the office has been used on `days` days since. */
const after = (days: number) => async (office: TestOffice) => {
  await office.signIn('officer');
  for (const name of ['张欣', '刘洋'])
    await office.counter.visitors.register({ visit: { ...enquiry, name }, draft: newDraft() });
  office.clock.forward({ days: 400 });
  for (let day = 0; day < days; day += 1) {
    await office.signIn('officer');
    office.clock.forward({ days: 1 });
  }
};

async function cardOf(role: Role, days: number): Promise<{ desk: Desk; card: HTMLElement }> {
  const desk = await openDesk(role, after(days));
  await desk.user.click(await screen.findByRole('button', { name: '设置' }, SLOW));
  await desk.user.click(await screen.findByRole('tab', { name: '关于与诊断' }, SLOW));
  const title = await screen.findByRole('heading', { name: '到期删除' }, SLOW);
  const card = title.closest('section');
  if (card === null) throw new Error('the title stands in no card');
  return { desk, card };
}

describe('the card of deletion', () => {
  it('lists what was deleted as a number and a range, and shows the fingerprint that certifies it', async () => {
    const { desk, card } = await cardOf('auditor', 3);
    const visits = (await within(card).findByText('来访', { selector: 'dt' }, SLOW)).nextElementSibling;
    expect(visits?.textContent).toBe('没有到期的记录');
    const { certificates } = await desk.counter.retention.status({});
    const [{ n, from, to } = { n: 0, from: 0, to: 0 }] = certificates;
    const row = await within(card).findByRole('row', { name: new RegExp(`来访 2 ${from} 至 ${to}`, 'u') });
    expect(within(card).queryByText(/张欣|刘洋/u)).toBeNull();
    const show = within(row).getByRole('button', { name: '查看证明' });
    expect(show.getAttribute('aria-expanded')).toBe('false');
    await desk.user.click(show);
    const { head } = await desk.counter.retention.certificate({ epoch: 1, n });
    await within(card).findByText(head, {}, SLOW);
    await desk.user.click(show);
    expect(within(card).queryByText(head)).toBeNull();
  });

  it('says that it waits for the clock of the PC, and for how many', async () => {
    const { card } = await cardOf('officer', 0);
    await within(card).findByText(/请核对右下角的日期/u, {}, SLOW);
    await within(card).findByText('2 条已到期，下次锁定或登录时抹去');
    expect(within(card).queryByRole('table')).toBeNull();
  });

  it('is not there for who may not ask', async () => {
    const desk = await openDesk('auxiliary');
    await desk.user.click(await screen.findByRole('button', { name: '设置' }, SLOW));
    await desk.user.click(await screen.findByRole('tab', { name: '关于与诊断' }, SLOW));
    await screen.findByText('数据库引擎', {}, SLOW);
    expect(screen.queryByRole('heading', { name: '到期删除' })).toBeNull();
  });
});
