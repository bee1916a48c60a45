/** An entry by its legal document: the kind decides what is asked, the cap stands beside the days, a minor is refused whole. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addMonths, dayOf } from '#shared/kernel/calendar-day.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import type { TestOffice } from '#tests/support/office.ts';
import { openOf, pin } from '#tests/support/pinned-office.ts';
import { makeStation } from '#tests/support/station-keys.ts';

const openDesk = useDesks();

async function enrol(office: TestOffice): Promise<void> {
  await office.signIn('officer');
  await pin(office, await makeStation());
}

const kind = () => screen.findByRole('radiogroup', { name: /^类别/u }, SLOW);
const field = (name: string) => screen.getByLabelText(new RegExp(`^${name}`, 'u'));

async function atEntry(): Promise<Desk> {
  const desk = await openDesk('officer', enrol);
  await desk.press('{Alt>}6{/Alt}');
  await desk.user.click(await screen.findByRole('button', { name: '登记' }, SLOW));
  await kind();
  return desk;
}

async function fill(desk: Desk, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const box = field(name);
    await desk.user.clear(box);
    await desk.user.click(box);
    await desk.user.paste(value);
  }
}

const DOCUMENT = {
  机关名称: '青禾市公安局青禾派出所',
  文书编号: '青公取保字〔2026〕12号',
  牵头单位: '青禾市公安局青禾派出所',
};

describe('entering a statutory matter', () => {
  it('shows each kind with its articles, and asks for a protected person only where there is one', async () => {
    const desk = await atEntry();
    const choices = await kind();
    expect(choices.querySelectorAll('[role=radio]').length).toBe(8);
    expect(choices.textContent).toContain('《反家庭暴力法》第16、17条');
    expect(screen.queryByLabelText(/^被保护人姓名/u)).toBeNull();
    await desk.press('7');
    expect(field('被保护人姓名')).toBeTruthy();
    expect(document.body.textContent).toContain('不登记住址');
    expect(screen.queryByLabelText(/住址|地址/u)).toBeNull();
  });

  it('saves a bail, and says that it stands in no list until the station answers', async () => {
    const desk = await atEntry();
    const today = dayOf(desk.office.clock.now());
    await desk.press('1');
    await fill(desk, {
      姓名: '甄建',
      出生日期: '1988-03-05',
      ...DOCUMENT,
      文书日期: today,
      起始日: today,
    });
    const bodies = within(screen.getByRole('radiogroup', { name: /^决定机关/u }));
    await desk.user.click(bodies.getByRole('radio', { name: /公安机关/u }));
    expect(document.body.textContent).toContain(`最晚期满日 ${addMonths(today, 12)}`);
    await fill(desk, { 期满日: addMonths(today, 13) });
    await desk.press('{Control>}s{/Control}');
    await screen.findByText(/超过法定最长期限/u, {}, SLOW);
    await fill(desk, { 期满日: addMonths(today, 6) });
    await desk.press('{Control>}s{/Control}');
    await screen.findByText(/批准前不在任何名单里/u, {}, SLOW);
    expect(await desk.counter.statutory.waiting({})).toMatchObject([{ category: 'SM01', sent: false }]);
    const why = { reason: 'inspection', note: '', explanation: '' } as const;
    expect(await desk.counter.statutory.list(why)).toEqual([]);
  });

  it('refuses a minor in one clear sentence and keeps nothing, not even the draft', async () => {
    const desk = await atEntry();
    const today = dayOf(desk.office.clock.now());
    await desk.press('1');
    await fill(desk, { 姓名: '甄小' });
    await waitFor(() => expect(document.body.textContent).toMatch(/草稿 \d/u), SLOW);
    await fill(desk, { 出生日期: addMonths(today, -17 * 12), ...DOCUMENT, 文书日期: today, 起始日: today });
    await desk.press('{Control>}s{/Control}');
    const told = await screen.findAllByText(/未满 18 周岁/u, {}, SLOW);
    expect(told[0]?.textContent).toContain('没有保存任何内容');
    await waitFor(async () => {
      expect(await desk.counter.drafts.pending({ form: 'statutory' })).toBeNull();
    }, SLOW);
    expect(await desk.counter.statutory.waiting({})).toEqual([]);
    const drafts = openOf(desk.office).store.raw.prepare(
      "SELECT count(*) FROM drafts WHERE content LIKE '%甄小%'",
    );
    expect(drafts.pluck().get()).toBe(0);
  });
});
