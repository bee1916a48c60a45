import { expect, test } from 'vitest';
import { addDays, addMonths, dayOf } from '#shared/kernel/calendar-day.ts';
import { DISPUTE_RETENTION_MONTHS } from '#shared/ledgers/disputes/intake.ts';
import { FOLLOW_UP_DAYS } from '#shared/ledgers/disputes/machine.ts';
import { CONFIRMATION_DAYS } from '#shared/ledgers/disputes/records.ts';
import {
  disputeAgreementsLedger,
  disputeFollowUpsLedger,
  disputeReferralsLedger,
  disputesLedger,
} from '#main/ledgers/disputes/ledgers.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { zh as visitors } from '#renderer/ledgers/visitors/visitors-text.ts';
import { buildTown, layGrids } from '#tests/renderer/population/town.ts';
import {
  atTheQuestions,
  choose,
  deedButton,
  doDeed,
  fillField,
  savePaper,
  say,
  sendDeed,
  WORDS,
} from './dispute-desk.ts';
import { textOf } from './drawn-pdf.ts';
import { LOGINS, startJourney, type AtDesk, type Journey } from './journey.ts';

const { record, disputes, deeds } = WORDS;
const TODAY = dayOf(new Date().toISOString());
/** Days after the parties were told on which somebody asks whether it holds. */
const [SOON, LATER] = FOLLOW_UP_DAYS;
const BUDGET = 14;
const PHONE = '15400005678';
const SUMMARY = '楼上夜间走动，周强上门说了三次，双方争吵';
const REQUEST = '请就夜间噪声组织双方调解';
const TERMS = '二十二点后楼上铺地垫、不拖动家具';

async function homes(desk: AtDesk): Promise<void> {
  const town = await buildTown(desk);
  await layGrids(desk, town.door);
  await town.person({ name: '吴晓明', sex: '1' });
}

test('a quarrel of neighbours goes from the front desk to the committee, to two follow-ups and to the archive', async () => {
  const first = await startJourney({ before: homes });
  await first.signIn(LOGINS.auxiliary);
  await registerVisit(first);
  await turnIntoDispute(first);
  await refer(first);

  await answerAndTell(first);

  const second = await startJourney({ goesOn: first, daysLater: SOON });
  await second.signIn(LOGINS.auxiliary);
  await openFromToday(second);
  await second.page.getByText(courtWindow(SOON)).waitFor();
  expect(await deedButton(second.page, 'archive').count()).toBe(0);
  await followUp(second);

  const third = await startJourney({ goesOn: second, daysLater: LATER });
  await third.signIn(LOGINS.officer);
  await openFromToday(third);
  await third.page.getByText(courtWindow(LATER)).waitFor();
  await followUp(third);
  await doDeed(third, 'archive');
  await third.page.getByRole('heading', { level: 2, name: record.ended }).waitFor();

  const { rows, lines } = await third.inspect();
  const [dispute] = rows(disputesLedger);
  const archivedOn = addDays(TODAY, LATER);
  expect(dispute).toMatchObject({
    type: 'neighbour',
    raisedBy: 'visit',
    place: '青禾苑3栋2单元501',
    summary: SUMMARY,
    route: 'people-mediation',
    stage: 'archived',
    result: 'settled-by-body',
    toldOn: TODAY,
    archivedOn,
    retainUntil: addMonths(archivedOn, DISPUTE_RETENTION_MONTHS),
  });
  expect(rows(visitorsLedger)).toMatchObject([{ result: 'to-dispute', disputeId: dispute?.id }]);
  expect(rows(disputeReferralsLedger)).toMatchObject([{ request: REQUEST, outcome: 'settled' }]);
  expect(rows(disputeAgreementsLedger)).toMatchObject([
    { kind: 'people-mediation', terms: TERMS, confirmUntil: addDays(TODAY, CONFIRMATION_DAYS) },
  ]);
  expect(rows(disputeFollowUpsLedger).map(({ dueOn, doneOn, finding }) => [dueOn, doneOn, finding])).toEqual(
    FOLLOW_UP_DAYS.map((days) => [addDays(TODAY, days), addDays(TODAY, days), 'holds']),
  );
  // Taken in, referred, its slip printed, answered, told, twice followed up, archived; and nobody read what was said.
  const own = lines.filter(({ l, k }) => l === 'disputes' && k === dispute?.id).map(({ op }) => op);
  expect(own.join('')).toBe('IUAUUUUU');
  expect(lines.filter(({ op, l }) => op === 'V' && l.startsWith('dispute'))).toEqual([]);
});

/** Until when both may ask the court, as it is said so many days later. */
function courtWindow(later: number): string {
  const day = addDays(TODAY, CONFIRMATION_DAYS);
  const days = CONFIRMATION_DAYS - later;
  return say(days < 0 ? record.courtOver : record.courtOpen, { day, days });
}

async function registerVisit({ page, openEntry, type, press }: Journey): Promise<void> {
  await openEntry();
  await type('周强');
  await press('Enter', '4');
  await type(PHONE);
  await page.locator('[data-field=summary]').fill(SUMMARY);
  await press('Control+s');
  await page.getByRole('button', { name: visitors.quick.open }).click();
}

/** Who came, what they said and their phone are not typed again. */
async function turnIntoDispute(journey: Journey): Promise<void> {
  const { page, press, type, keysPressed } = journey;
  await page.getByRole('button', { name: visitors.record.toDispute }).click();
  await atTheQuestions(page);
  await expect.poll(() => page.locator('[data-field="parties.0.name"]').inputValue()).toBe('周强');
  const before = keysPressed();
  await press('2', '1', '2', '2', '2', '1');
  await page.getByText(disputes.forks.civil).waitFor();
  await press('Enter');
  await type('wxm');
  await page.getByRole('option', { name: /^吴晓明/u }).waitFor();
  await press('Enter', '1');
  await type('3-2-501');
  await page.getByRole('option', { name: /^青禾苑3栋2单元501/u }).waitFor();
  await press('Enter');
  await expect.poll(() => page.locator('[data-field=gridWorker]').inputValue()).toBe('赵敏');
  await press('Control+Enter');
  await page.getByRole('button', { name: deeds.deeds.refer.button }).and(page.locator(':focus')).waitFor();
  expect(keysPressed() - before).toBeLessThanOrEqual(BUDGET);
}

async function refer(journey: Journey): Promise<void> {
  const { page, press, carried } = journey;
  await press('Enter');
  await sendDeed(page, 'refer', async (form) => {
    await fillField(form, 'request', REQUEST);
    await form.getByLabel(deeds.partiesKnow).check();
  });
  const slip = textOf(await savePaper(journey, 'dispute-referral'), 1);
  for (const word of ['周强', '吴晓明', REQUEST]) expect(slip).toContain(word);
  for (const secret of [PHONE, SUMMARY]) expect(slip).not.toContain(secret);
  expect(await carried()).not.toContain(PHONE);
}

async function answerAndTell(journey: Journey): Promise<void> {
  const { page } = journey;
  await doDeed(journey, 'answerReferral', async (form) => {
    await choose(form, disputes.outcomes.settled);
    await form.getByLabel(deeds.withAgreement).check();
    await fillField(form, 'facts', SUMMARY);
    await fillField(form, 'terms', TERMS);
    await fillField(form, 'performBy', '+10');
    await fillField(form, 'manner', '当面');
  });
  await page.getByText(courtWindow(0)).waitFor();
  await doDeed(journey, 'tell', async (form) => {
    await choose(form, disputes.how.desk);
    await choose(form, disputes.satisfaction.yes);
    const days = FOLLOW_UP_DAYS.map((after) => addDays(TODAY, after)).join(disputes.comma);
    await form.getByText(say(deeds.tellFollowUps, { days })).waitFor();
  });
}

async function openFromToday({ page }: Journey): Promise<void> {
  const due = page.getByRole('listitem').filter({ hasText: '周强 / 吴晓明' });
  await due.getByText(disputes.due.today).waitFor();
  await due.getByRole('button').click();
}

async function followUp(journey: Journey): Promise<void> {
  await doDeed(journey, 'followUp', async (form) => {
    await choose(form, disputes.how.visit);
    await choose(form, disputes.findings.holds);
    await choose(form, disputes.satisfaction.yes);
  });
}
