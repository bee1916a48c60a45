import { expect, test } from 'vitest';
import { addDays, dayOf } from '#shared/kernel/calendar-day.ts';
import { disputeReferralsLedger, disputesLedger } from '#main/ledgers/disputes/ledgers.ts';
import { intake, partyA, partyB, referral } from '#tests/support/dispute-words.ts';
import { newDraft } from '#tests/support/visits.ts';
import { choose, doDeed, fillField, openList, say, WORDS } from './dispute-desk.ts';
import { LOGINS, startJourney, type AtDesk } from './journey.ts';

const { record, disputes, figures, list } = WORDS;
const TODAY = dayOf(new Date().toISOString());
const DUE_ON = addDays(TODAY, 5);
/** Days until the committee answers, and by how many that is too late. */
const WAITED = 9;
const LATE = 4;
const BODY = disputes.bodies['mediation-committee'];
const ANSWER = '双方差距较大，未达成协议';

async function referred({ counter }: AtDesk): Promise<void> {
  const { id } = await counter.disputes.register({
    intake: { ...intake, happenedOn: null },
    parties: [partyA, partyB],
    visit: null,
    draft: newDraft(),
  });
  const { revision } = await counter.disputes.open({ id });
  await counter.disputes.refer({ id, revision, referral: { ...referral, dueOn: DUE_ON } });
}

test('a body answers late: the list says so in words, the answer is taken, and the figures name the body', async () => {
  const journey = await startJourney({ before: referred, daysLater: WAITED });
  const { page, signIn, inspect } = journey;
  await signIn(LOGINS.officer);
  await openList(journey, 'waiting');
  const row = page.getByRole('row').filter({ hasText: partyA.name });
  const waiting = say(list.waiting, { body: BODY, day: DUE_ON.slice(5) });
  const late = say(disputes.due.overdue, { days: LATE });
  for (const word of [waiting, late, say(disputes.ageDays, { days: WAITED }), disputes.ages.d7])
    await row.getByText(word).waitFor();
  await row.click();

  await page.getByRole('listitem').filter({ hasText: BODY }).getByText(late).waitFor();
  await doDeed(journey, 'answerReferral', async (form) => {
    await choose(form, disputes.outcomes['not-settled']);
    await fillField(form, 'answer', ANSWER);
  });
  await page
    .getByText(say(record.lines.late, { days: LATE }), { exact: true })
    .first()
    .waitFor();
  await openList(journey, 'waiting');
  await page.getByText(list.empty.waiting).waitFor();

  await page.getByRole('button', { name: list.figures, exact: true }).click();
  await page
    .getByLabel(figures.period, { exact: true })
    .selectOption({ label: figures.periods['twelve-months'] });
  const cells = page.getByRole('row').filter({ hasText: BODY }).getByRole('cell');
  await expect
    .poll(() => cells.allTextContents())
    .toEqual(['1', '1', '0', '1', say(figures.days, { days: WAITED })]);

  const { rows, lines } = await inspect();
  const answeredOn = addDays(TODAY, WAITED);
  expect(rows(disputesLedger)).toMatchObject([{ stage: 'telling', result: 'not-settled' }]);
  expect(rows(disputeReferralsLedger)).toMatchObject([
    { sentOn: TODAY, dueOn: DUE_ON, answeredOn, outcome: 'not-settled', answer: ANSWER },
  ]);
  const answered = lines.filter(({ l, op }) => l === 'dispute_referrals' && op === 'U');
  expect(answered.map(({ d }) => Object.keys(d).toSorted())).toEqual([['answer', 'answeredOn', 'outcome']]);
});
