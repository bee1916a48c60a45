/** A walk over every screen of the disputes, in either language: whoever looks on is told where it stands. */
import type { Page } from 'playwright-core';
import { en as deedsEn, zh as deedsZh } from '#renderer/ledgers/disputes/deeds/deeds-text.ts';
import { en as disputesEn, zh as disputesZh } from '#renderer/ledgers/disputes/disputes-text.ts';
import { en as listEn, zh as listZh } from '#renderer/ledgers/disputes/list/list-text.ts';
import { en as recordEn, zh as recordZh } from '#renderer/ledgers/disputes/record/record-text.ts';
import { en as uiEn, zh as uiZh } from '#renderer/ui/ui-text.ts';
import type { Words } from '#renderer/ui/words.ts';
import type { Counter } from '#tests/shell/windowless.ts';
import type { ScreenWalk } from './walk.ts';

const ZH = { deeds: deedsZh, disputes: disputesZh, list: listZh, record: recordZh, ui: uiZh };
const EN: Words<typeof ZH> = {
  deeds: deedsEn,
  disputes: disputesEn,
  list: listEn,
  record: recordEn,
  ui: uiEn,
};

/** An officer's: the list, a matter with its next deed and its text, the entry, the figures. */
export async function walkDisputes(walk: ScreenWalk): Promise<void> {
  const { page, look, language } = walk;
  const words = language === 'zh' ? ZH : EN;
  await page.keyboard.press('Alt+7');
  await page.getByRole('row').nth(1).waitFor();
  await look('disputes');
  // Its day lies far behind the others' in a long list.
  const stage = words.disputes.stages['second-mediation'];
  await page.getByRole('combobox', { name: words.list.stage, exact: true }).selectOption({ label: stage });
  await page.getByRole('row').filter({ hasText: stage }).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('heading', { level: 2, name: words.record.timeline }).waitFor();
  await look('dispute');
  await page.getByRole('button', { name: words.deeds.deeds.holdSession.button, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('1');
  await look('dispute-session');
  await page.keyboard.press('Escape');
  await readNarrative(page, words);
  await look('dispute-text');
  await takeIn(page);
  await look('dispute-new');
  // The offers below the name close first.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+7');
  await page.getByRole('button', { name: words.list.figures, exact: true }).click();
  await page.getByRole('table').first().waitFor();
  await look('disputes-figures');
}

async function readNarrative(page: Page, words: Words<typeof ZH>): Promise<void> {
  const { masked, reveal } = words.ui;
  await page.getByRole('button', { name: `${masked.reveal} ${words.record.narrativeWhat}` }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('2');
  const [show = ''] = reveal.show.split('{{');
  await page.getByRole('dialog').getByRole('button', { name: show.trim() }).last().click();
  await page.getByRole('button', { name: `${masked.hide} ${words.record.narrativeWhat}` }).waitFor();
}

/** A fight of neighbours that was mediated once, with another body at the table: what a page of a matter has to show. */
export async function makeMatter(counter: Counter): Promise<void> {
  const { day: today } = await counter.today.summary({});
  const officer = (await counter.staff.list({})).find(({ role }) => role === 'officer')?.id ?? null;
  const party = (side: 'a' | 'b', name: string, phone: string, address: string) => ({
    side,
    name,
    phone,
    address,
    residentId: null,
    sex: '1' as const,
    age: side === 'a' ? 41 : 36,
    minor: false,
    representative: null,
    representativeName: null,
    representativePhone: null,
  });
  const { id } = await counter.disputes.register({
    intake: {
      type: 'neighbour',
      raisedBy: 'call',
      addressId: null,
      place: '青禾苑3栋楼下',
      happenedOn: today,
      summary: '因停车位发生争吵，周强推搡吴晓明致其手臂擦伤，双方均愿意调解。',
      demands: '吴晓明要求赔礼并赔偿医药费。',
      amount: 320,
      level: 'community',
      officer,
      gridWorker: '赵敏',
      answers: {
        danger: false,
        injury: 'slight',
        weapon: false,
        violence: false,
        minor: false,
        nature: 'public-order',
      },
    },
    parties: [
      party('a', '周强', '15400003456', '青禾苑3栋2单元101'),
      party('b', '吴晓明', '15400007788', '青禾苑5栋1单元302'),
    ],
    visit: null,
    draft: 'dscreens0002',
  });
  const now = async () => {
    const { revision } = await counter.disputes.open({ id });
    return { id, revision };
  };
  await counter.disputes.beginMediation({ ...(await now()), heldOn: today, exclusions: [] });
  await counter.disputes.invite({
    ...(await now()),
    referral: {
      body: 'property-company',
      bodyName: '青禾苑物业服务中心',
      part: 'joint',
      request: '派人说明车位划分，一同到场',
      dueOn: today,
      partiesKnow: true,
    },
  });
  await counter.disputes.holdSession({
    ...(await now()),
    session: {
      heldOn: today,
      from: '09:00',
      to: '09:30',
      place: '警务室调解室',
      present: '网格员赵敏',
      course: '双方对擦伤的事实没有异议，对赔偿数额没有谈拢。',
      recording: '执法记录仪 07',
      guardianPresent: false,
      outcome: 'once-more',
    },
    agreement: null,
  });
}

/** The questions answered, the first party typed: what the answers lead to stands below them. */
async function takeIn(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  await page.locator('[data-field=danger]').waitFor();
  await page.locator('[data-field=danger] [tabindex="0"]').focus();
  for (const digit of ['2', '1', '2', '2', '2', '1']) await page.keyboard.press(digit);
  await page.keyboard.insertText('李欣');
}
