/** One matter on the screen: what may be done by whom, and what is not there before somebody said why. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { SLOW, useDesks } from '#tests/renderer/at-the-desk.tsx';
import { intake, partyA, partyB } from '#tests/support/dispute-words.ts';
import type { TestOffice } from '#tests/support/office.ts';
import { newDraft, TODAY } from '#tests/support/visits.ts';

const openDesk = useDesks();

beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 500 });
});

const SUMMARY = '楼上夜间走动，双方推搡';
const CIVIL = { ...intake, summary: SUMMARY };
const FIGHT = { ...CIVIL, answers: { ...intake.answers, injury: 'slight', nature: 'public-order' } } as const;
const VIOLENCE = { ...CIVIL, answers: { ...intake.answers, violence: true } };

async function take(
  { counter }: TestOffice,
  { officer: _officer, ...fields }: typeof FIGHT | typeof CIVIL,
  names: readonly [string, string],
): Promise<string> {
  const officer = (await counter.staff.list({})).find(({ role }) => role === 'officer')?.id ?? null;
  const parties = [
    { ...partyA, name: names[0] },
    { ...partyB, name: names[1] },
  ];
  const made = await counter.disputes.register({
    intake: { ...fields, officer },
    parties,
    visit: null,
    draft: newDraft(),
  });
  return made.id;
}

const row = (name: RegExp) => screen.findByRole('row', { name }, SLOW);
const deeds = () =>
  within(screen.getByRole('group', { name: '其他办法' }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

describe('a matter of public order', () => {
  it('is mediated by an officer, and read only for a reason, for a while, and with a line in the journal', async () => {
    let id = '';
    const desk = await openDesk('officer', async (office) => {
      await office.signIn('officer');
      id = await take(office, FIGHT, ['周强', '吴晓明']);
      await take(office, VIOLENCE, ['刘敏', '赵刚']);
    });
    await desk.press('{Alt>}7{/Alt}');
    await row(/周强 \/ 吴晓明/u);
    // Domestic violence stands in its own view and in no other.
    for (const view of ['全部', '到期']) {
      await desk.user.click(screen.getByRole('button', { name: view }));
      await row(/周强/u);
      expect(screen.queryByRole('row', { name: /刘敏/u })).toBeNull();
    }
    await desk.user.click(screen.getByRole('button', { name: '家庭暴力处置' }));
    await row(/刘敏/u);
    expect(screen.queryByRole('row', { name: /周强/u })).toBeNull();
    await desk.user.click(screen.getByRole('button', { name: '待办' }));
    await desk.user.click(await row(/周强/u));

    await screen.findByRole('heading', { level: 1, name: /周强 \/ 吴晓明/u }, SLOW);
    expect(deeds()[0]).toBe('启动治安调解');
    expect(deeds()).not.toContain('转人民调解或其他单位');
    expect(document.body.textContent).not.toContain(SUMMARY);
    await desk.user.click(screen.getByRole('button', { name: '查看 纠纷内容' }));
    await desk.press('2');
    await desk.user.click(await screen.findByRole('button', { name: '查看 60 秒' }));
    await screen.findByText(SUMMARY, {}, SLOW);
    await desk.user.click(screen.getByRole('button', { name: '隐去 纠纷内容' }));
    expect(document.body.textContent).not.toContain(SUMMARY);
    const history = await desk.counter.history.of({ ledger: 'disputes', id });
    expect(history.filter(({ what }) => what === 'seen')).toMatchObject([{ reason: 'paper' }]);

    await desk.user.click(screen.getByRole('button', { name: '启动治安调解' }));
    const begin = await screen.findByRole('form', { name: '启动治安调解' });
    // Who will not be mediated is not: the rule is told as it is chosen.
    await desk.user.click(within(begin).getByRole('radio', { name: /不愿调解/u }));
    await desk.user.click(within(begin).getByRole('button', { name: '启动治安调解' }));
    await within(begin).findByText('有不能调解的情形，请移交派出所');
    await desk.user.click(within(begin).getByRole('radio', { name: /一项也没有/u }));
    const day = within(begin).getByLabelText(/^哪天调解/u);
    await desk.user.clear(day);
    await desk.user.type(day, '+0{Enter}');
    await screen.findByRole('heading', { level: 2, name: /下一步：组织调解/u }, SLOW);

    await desk.user.click(screen.getByRole('button', { name: '登记调解' }));
    const session = await screen.findByRole('form', { name: '登记调解' });
    await desk.press('1');
    for (const [label, text] of [
      [/^地点/u, '警务室'],
      [/^调解经过/u, '双方各退一步'],
      [/^事实/u, '因噪声推搡'],
      [/^协议内容/u, '互相道歉'],
      [/^履行方式/u, '当面'],
      [/^履行期限/u, '+7'],
    ] as const) {
      await desk.user.click(within(session).getByLabelText(label));
      await desk.user.paste(text);
    }
    await desk.press('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { level: 2, name: /下一步：确认履行/u }, SLOW);
    expect(await desk.counter.disputes.open({ id })).toMatchObject({
      stage: 'performing',
      agreement: { form: 'written', agreedOn: TODAY, performBy: '2026-11-30' },
    });
    await waitFor(async () =>
      expect(await desk.counter.drafts.pending({ form: 'dispute-session' })).toBeNull(),
    );
    expect(document.body.textContent).not.toContain('双方各退一步');
  });
});

describe('an auxiliary', () => {
  it('is offered what is a desk’s, sees no text and no whole phone, and may put an entry right and take it back', async () => {
    let id = '';
    const desk = await openDesk('auxiliary', async (office) => {
      await office.signIn('officer');
      await take(office, FIGHT, ['郑明', '王磊']);
      await take(office, VIOLENCE, ['刘敏', '赵刚']);
      await office.signIn('auxiliary');
      id = await take(office, CIVIL, ['周强', '吴晓明']);
    });
    await desk.press('{Alt>}7{/Alt}');
    await desk.user.click(await row(/周强 \/ 吴晓明/u));
    await screen.findByRole('heading', { level: 1, name: /周强/u }, SLOW);
    expect(deeds()).toEqual([
      '转人民调解或其他单位',
      '告知起诉',
      '登记自行和解',
      '登记撤回',
      '移交派出所',
      '提级',
      '报告家庭暴力',
    ]);
    expect(screen.getByText('内容已隐去。查看需要社区民警。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '作废' })).toBeNull();
    expect(document.body.textContent).not.toContain(partyA.phone ?? 'no phone');

    await desk.user.click(screen.getByRole('button', { name: '修改 基本情况' }));
    const form = await screen.findByRole('form', { name: '修改' });
    await desk.user.click(within(form).getByRole('radio', { name: /合同/u }));
    await desk.user.click(within(form).getByRole('button', { name: '修改' }));
    await screen.findByRole('heading', { level: 1, name: /合同 · 周强/u }, SLOW);
    await desk.user.click(await screen.findByRole('button', { name: /^撤销/u }));
    await screen.findByRole('heading', { level: 1, name: /物业服务 · 周强/u }, SLOW);

    // Whoever reports violence does not see it again: the page is left, and the list knows nothing of it.
    await desk.user.click(screen.getByRole('button', { name: '报告家庭暴力' }));
    const report = await screen.findByRole('form', { name: '报告家庭暴力' });
    await desk.user.click(within(report).getByRole('button', { name: '报告家庭暴力' }));
    await screen.findByRole('heading', { level: 1, name: '矛盾纠纷' }, SLOW);
    await waitFor(() => expect(screen.queryByRole('row', { name: /周强/u })).toBeNull(), SLOW);
    await expect(desk.counter.disputes.open({ id })).rejects.toThrow();
  });
});
