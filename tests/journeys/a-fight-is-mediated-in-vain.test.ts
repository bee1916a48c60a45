import { expect, test } from 'vitest';
import { daysBetween, dayOf } from '#shared/kernel/calendar-day.ts';
import { lastDayForSecond } from '#shared/ledgers/disputes/machine.ts';
import { disputeSessionsLedger, disputesLedger } from '#main/ledgers/disputes/ledgers.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { session } from '#tests/support/dispute-words.ts';
import { choose, deedButton, doDeed, fillField, savePaper, say, takeIn, WORDS } from './dispute-desk.ts';
import { textOf } from './drawn-pdf.ts';
import { LOGINS, startJourney, type Journey } from './journey.ts';

const { record, disputes, deeds, intake } = WORDS;
const TODAY = dayOf(new Date().toISOString());
const LAST_DAY = lastDayForSecond(TODAY);
const FIGHT = {
  // Nobody in danger, slightly hurt, no weapon, not at home, no minor: the nature is not asked any more.
  answers: ['2', '2', '2', '2', '2'],
  names: ['李强', '赵刚'],
  type: '3',
  place: '青禾路夜市',
  summary: '因摊位争执，赵刚推倒李强，李强手臂擦伤',
};
const COURSE = '双方对赔偿金额分歧较大';
const RECEIPT = '青派受〔2026〕18号';

test('a fight is the officer’s to mediate, fails twice, and goes to the station with a hint to the court', async () => {
  const first = await startJourney();
  await first.signIn(LOGINS.auxiliary);
  await takeInTheFight(first);
  await first.callAs(LOGINS.auxiliary, async ({ disputes: calls }) => {
    const [matter] = (await calls.due({})).rows;
    if (matter === undefined) throw new Error('nothing is due');
    const { id, revision } = matter;
    const begin = calls.beginMediation({ id, revision, heldOn: TODAY, exclusions: [] });
    expect(await failureOfCall(begin)).toMatchObject({ code: 'forbidden' });
    const hold = calls.holdSession({ id, revision, session, agreement: null });
    expect(await failureOfCall(hold)).toMatchObject({ code: 'forbidden' });
  });

  const second = await startJourney({ goesOn: first });
  await second.signIn(LOGINS.officer);
  await openMatter(second);
  await doDeed(second, 'beginMediation', (form) => choose(form, deeds.exclusionNone));
  await holdSession(second, disputes.sessionOutcomes['once-more']);
  await second.page.getByText(new RegExp(`^${say(deeds.secondBy, { day: LAST_DAY })}`, 'u')).waitFor();

  const third = await startJourney({ goesOn: second, daysLater: daysBetween(TODAY, LAST_DAY) });
  await third.signIn(LOGINS.officer);
  await openMatter(third);
  await holdSession(third, disputes.sessionOutcomes.failed);
  await doDeed(third, 'noteReceipt', (form) => fillField(form, 'receipt', RECEIPT));
  await tellOfTheCourt(third);

  const { rows, lines } = await third.inspect();
  const [dispute] = rows(disputesLedger);
  expect(dispute).toMatchObject({
    injury: 'slight',
    nature: 'public-order',
    route: 'police-mediation',
    stage: 'fed-back',
    result: 'mediation-failed',
    receipt: RECEIPT,
    toldOn: LAST_DAY,
    owner: dispute?.officer,
  });
  expect(dispute?.owner).not.toBe(dispute?.registeredBy);
  expect(
    rows(disputeSessionsLedger).map(({ ordinal, heldOn, outcome }) => [ordinal, heldOn, outcome]),
  ).toEqual([
    [1, TODAY, 'once-more'],
    [2, LAST_DAY, 'failed'],
  ]);
  const own = lines.filter(({ l, k }) => l === 'disputes' && k === dispute?.id);
  // What was refused left nothing: the auxiliary took it in, and every deed is the officer's.
  expect(own.map(({ op, u }) => [op, u === dispute?.registeredBy])).toEqual([
    ['I', true],
    ...['U', 'U', 'U', 'U', 'A', 'U'].map((op) => [op, false]),
  ]);
});

async function takeInTheFight(journey: Journey): Promise<void> {
  const { page } = journey;
  await takeIn(journey, FIGHT);
  const saved = page.getByRole('status').filter({ hasText: disputes.forks['public-order'] });
  await saved.getByRole('button', { name: intake.next.transfer }).waitFor();
  expect(await saved.getByRole('button', { name: intake.next.beginMediation }).count()).toBe(0);
  await saved.getByRole('button', { name: intake.open }).click();
  await deedButton(page, 'transfer').waitFor();
  for (const deed of ['beginMediation', 'holdSession', 'takeApplication'] as const)
    expect(await deedButton(page, deed).count()).toBe(0);
}

async function openMatter({ page }: Journey): Promise<void> {
  await page
    .getByRole('listitem')
    .filter({ hasText: FIGHT.names.join(' / ') })
    .getByRole('button')
    .click();
  await page.getByRole('heading', { level: 2, name: record.timeline }).waitFor();
}

async function holdSession(journey: Journey, outcome: string): Promise<void> {
  await doDeed(journey, 'holdSession', async (form) => {
    await choose(form, outcome);
    await fillField(form, 'place', '警务室调解室');
    await fillField(form, 'course', COURSE);
  });
}

async function tellOfTheCourt(journey: Journey): Promise<void> {
  const notice = textOf(await savePaper(journey, 'dispute-court-notice'), 1);
  for (const word of [...FIGHT.names, '人民法院']) expect(notice).toContain(word);
  for (const secret of [COURSE, FIGHT.summary]) expect(notice).not.toContain(secret);
  await doDeed(journey, 'tell', async (form) => {
    await form.getByText(deeds.tellCourt).waitFor();
    await form.getByText(deeds.tellNoFollowUps).waitFor();
    await choose(form, disputes.how.desk);
    await choose(form, disputes.satisfaction.no);
  });
  await deedButton(journey.page, 'archive').waitFor();
}
