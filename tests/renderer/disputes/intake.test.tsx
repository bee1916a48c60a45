/** F4: a matter is taken in by keyboard, every question is asked, and domestic violence never becomes a dispute. */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import { buildTown, layGrids } from '#tests/renderer/population/town.ts';
import { newDraft } from '#tests/support/visits.ts';
import type { TestOffice } from '#tests/support/office.ts';

const openDesk = useDesks();

/** desk.md's budget beside names, place and what happened. */
const BUDGET = 14;
const SUMMARY = '11 月 20 日晚，因楼上夜间走动发生争吵，双方要求调解。';

async function furnish(office: TestOffice): Promise<void> {
  const town = await buildTown(office);
  await layGrids(office, town.door);
  await town.person({ name: '张欣', sex: '2', birthDate: '1992-04-01', phone: '15400007712' });
  await town.person({ name: '吴晓明', sex: '1', addressId: town.nextDoor });
}

async function openEntry(): Promise<Desk> {
  const desk = await openDesk('auxiliary', furnish);
  await desk.press('{F4}');
  await screen.findByRole('radiogroup', { name: /正处于危险中/u }, SLOW);
  return desk;
}

const party = (side: string) => screen.getByRole('combobox', { name: new RegExp(`^${side}`, 'u') });
const offer = (name: RegExp) => screen.findByRole('option', { name }, SLOW);

async function takenIn({ counter }: Desk) {
  const filter = {
    view: 'all' as const,
    types: [],
    levels: [],
    stages: [],
    owner: null,
    policeGrid: null,
    from: null,
    to: null,
  };
  const sort = { by: 'receivedAt' as const, descending: false };
  return (await counter.disputes.list({ after: null, rows: 100, filter, sort })).rows;
}

describe('taking a matter in', () => {
  it('needs fourteen keys beside the words, knows who keeps the grid, and leads to the next step', async () => {
    const desk = await openEntry();
    await desk.press('2', '1', '2', '2', '2', '1');
    await screen.findByText(/民事纠纷：引导人民调解/u);
    await desk.user.keyboard('zhx');
    await offer(/^张欣/u);
    await desk.press('{Enter}');
    await desk.user.keyboard('wxm');
    await offer(/^吴晓明/u);
    await desk.press('{Enter}', '1');
    await desk.user.keyboard('3-2-501');
    await offer(/^青禾苑3栋2单元501/u);
    await desk.press('{Enter}');
    await desk.user.paste(SUMMARY);
    await waitFor(() => expect(screen.getByLabelText(/^网格员/u)).toHaveProperty('value', '赵敏'), SLOW);
    await desk.press('{Control>}{Enter}{/Control}');
    const next = await screen.findByRole('button', { name: '转人民调解或其他单位' }, SLOW);
    expect(desk.pressed()).toBeLessThanOrEqual(BUDGET);
    const [row] = await takenIn(desk);
    expect(row).toMatchObject({
      type: 'neighbour',
      nature: 'civil',
      stage: 'received',
      place: '青禾苑3栋2单元501',
      policeGrid: '03',
      gridWorker: '赵敏',
      owner: { name: '王芳' },
      officer: { name: '李建国' },
      parties: [
        { side: 'a', name: '张欣' },
        { side: 'b', name: '吴晓明' },
      ],
    });
    expect(document.activeElement).toBe(next);

    // The next step stands open on the record, and its rules are told before it is sent.
    await desk.press('{Enter}');
    const form = await screen.findByRole('form', { name: '转人民调解或其他单位' }, SLOW);
    await desk.user.click(within(form).getByLabelText(/^请对方做什么/u));
    await desk.user.paste('请就楼上夜间噪声组织调解');
    await desk.user.click(within(form).getByRole('button', { name: '转人民调解或其他单位' }));
    await within(form).findByText('转交前要告知当事人，并且没有异议');
    await desk.user.click(within(form).getByLabelText(/^已告知当事人/u));
    await desk.user.click(within(form).getByRole('button', { name: '转人民调解或其他单位' }));
    await screen.findByRole('heading', { level: 2, name: /下一步：登记答复/u }, SLOW);
    expect((await takenIn(desk))[0]).toMatchObject({
      stage: 'referred',
      route: 'people-mediation',
      waitingFor: { body: 'mediation-committee' },
    });
    // What happened stays in the office: an auxiliary is told so, and nothing of it is on the page.
    expect(screen.getByText('内容已隐去。查看需要社区民警。')).toBeTruthy();
    expect(document.body.textContent).not.toContain('夜间走动');
    expect(document.body.textContent).not.toContain('15400007712');
  });

  it('asks every question, shows an open matter at the same door, and holds a minor to the answer', async () => {
    const desk = await openDesk('officer', async (office) => {
      await furnish(office);
      const { addresses } = await office.counter.search.find({ text: '3-2-501' });
      await office.counter.disputes.register({
        intake: {
          type: 'neighbour',
          raisedBy: 'party',
          addressId: addresses[0]?.id ?? null,
          place: '',
          happenedOn: null,
          summary: SUMMARY,
          demands: '',
          amount: null,
          level: 'grid',
          officer: null,
          gridWorker: '赵敏',
          answers: {
            danger: false,
            injury: 'none',
            weapon: false,
            violence: false,
            minor: false,
            nature: 'civil',
          },
        },
        parties: (['a', 'b'] as const).map((side) => ({
          side,
          residentId: null,
          name: side === 'a' ? '周强' : '郑明',
          sex: '0',
          age: null,
          minor: false,
          phone: null,
          address: '',
          representative: null,
          representativeName: null,
          representativePhone: null,
        })),
        visit: null,
        draft: newDraft(),
      });
    });
    await desk.press('{F4}');
    await screen.findByRole('radiogroup', { name: /正处于危险中/u }, SLOW);
    await desk.press('{Control>}{Enter}{/Control}');
    expect(await screen.findAllByText('请回答这一问')).not.toHaveLength(0);
    // A weapon leaves no choice of nature, and says why.
    await desk.press('2', '1', '1', '2', '2');
    await screen.findByText('已按违反治安管理办理：被打伤或动了器械');
    await screen.findByText(/用过或亮过器械：不能调解/u);
    await desk.user.click(party('甲方'));
    await desk.user.paste('小明');
    await desk.user.click(screen.getByRole('button', { name: '甲方 电话、住址、代为参加' }));
    await desk.user.click(screen.getByLabelText(/^年龄/u));
    await desk.user.paste('12');
    await desk.user.click(party('乙方'));
    await desk.user.paste('王强');
    await desk.user.click(screen.getByLabelText(/^地点/u));
    await desk.user.paste('3-2-501');
    await desk.user.click(await offer(/^青禾苑3栋2单元501/u));
    const alike = await screen.findByRole('region', { name: '已有相似的未结纠纷' });
    await within(alike).findByText(/周强 \/ 郑明/u, {}, SLOW);
    await desk.user.click(screen.getByRole('radio', { name: /其他$/u }));
    await desk.user.click(screen.getByLabelText(/^事由经过/u));
    await desk.user.paste(SUMMARY);
    await desk.press('{Control>}{Enter}{/Control}');
    await screen.findByText('未成年人要有父母或其他监护人');
    await desk.user.click(screen.getByRole('radio', { name: /监护人/u }));
    await desk.user.click(screen.getByLabelText(/^代为参加的人必|^代为参加的人$/u));
    await desk.user.paste('周强');
    await desk.press('{Control>}{Enter}{/Control}');
    await screen.findByText('当事人里有未成年人，这一问请选“是”');
    await desk.user.click(
      within(screen.getByRole('radiogroup', { name: /未满 18 岁的当事人/u })).getByRole('radio', {
        name: /是/u,
      }),
    );
    await desk.press('{Control>}{Enter}{/Control}');
    await screen.findByRole('button', { name: '移交派出所' }, SLOW);
    const rows = await takenIn(desk);
    expect(rows.at(-1)?.parties[0]?.name).not.toContain('小明');
  });

  it('turns domestic violence over to an officer: no dispute, no list, nothing for the auxiliary to see', async () => {
    const desk = await openEntry();
    await desk.press('2', '1', '2', '1');
    await screen.findByText(/家庭暴力不按纠纷登记/u);
    await desk.press('2');
    await desk.user.paste('刘敏');
    // One name is enough: the other field is no longer wanted.
    await desk.press('{Enter}', '2');
    await desk.user.paste('青禾苑门口');
    await desk.press('{Enter}');
    await desk.user.paste('丈夫昨晚殴打，要求帮助');
    await desk.press('{Control>}{Enter}{/Control}');
    await screen.findByText(/这件事不在纠纷里/u, {}, SLOW);
    expect(await takenIn(desk)).toEqual([]);
    expect(await desk.counter.drafts.pending({ form: 'dispute' })).toBeNull();
    await desk.user.click(screen.getByRole('button', { name: '返回列表' }));
    await screen.findByText('没有待办的纠纷。按 F4 登记。', {}, SLOW);
    expect(screen.queryByRole('button', { name: '家庭暴力处置' })).toBeNull();
    expect(document.body.textContent).not.toContain('刘敏');
  });

  it('carries a visit on without typing it again', async () => {
    const desk = await openDesk('officer', async (office) => {
      await office.signIn('officer');
      await office.counter.visitors.register({
        visit: {
          name: '周强',
          phone: '15400005678',
          people: 1,
          matter: 'dispute',
          summary: '与楼下因漏水争执',
          papersChecked: false,
          result: null,
          referredTo: null,
          promisedOn: null,
        },
        draft: newDraft(),
      });
    });
    await desk.user.click(await screen.findByText('周强 · 纠纷求助', {}, SLOW));
    await desk.user.click(await screen.findByRole('button', { name: '转为纠纷' }, SLOW));
    await waitFor(() => expect(party('甲方')).toHaveProperty('value', '周强'), SLOW);
    expect(screen.getByLabelText(/^事由经过/u)).toHaveProperty('value', '与楼下因漏水争执');
    await desk.press('2', '1', '2', '2', '2', '1');
    await desk.user.click(party('乙方'));
    await desk.user.paste('郑明');
    await desk.press('{Enter}', '3');
    await desk.user.paste('青禾苑3栋');
    await desk.press('{Control>}{Enter}{/Control}');
    await desk.user.click(await screen.findByRole('button', { name: '打开记录' }, SLOW));
    await screen.findByRole('heading', { level: 2, name: '相关来访' }, SLOW);
    const [row] = await takenIn(desk);
    const record = await desk.counter.disputes.open({ id: row?.id ?? '' });
    expect(record.partyRows[0]).toMatchObject({ name: '周强', phoneMasked: '154····5678' });
    expect(record.visits).toMatchObject([{ name: '周强', result: 'to-dispute' }]);
  });
});
