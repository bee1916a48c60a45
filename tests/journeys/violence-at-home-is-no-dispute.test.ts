import { expect, test } from 'vitest';
import { addMonths, dayOf } from '#shared/kernel/calendar-day.ts';
import { VIOLENCE_RETENTION_MONTHS } from '#shared/ledgers/disputes/intake.ts';
import { disputesLedger } from '#main/ledgers/disputes/ledgers.ts';
import { zh as today } from '#renderer/today/today-text.ts';
import { deedButton, doDeed, fillField, choose, openList, savePaper, takeIn, WORDS } from './dispute-desk.ts';
import { textOf } from './drawn-pdf.ts';
import { LOGINS, startJourney, type Journey } from './journey.ts';

const { record, disputes, deeds, intake, list, papers, figures } = WORDS;
const NAME = '刘敏';
const CALL = {
  // Nobody in danger now, slightly hurt, no weapon, at home, no minor.
  answers: ['2', '2', '2', '1', '2'],
  names: [NAME],
  type: '2',
  place: '青禾苑门口',
  summary: '丈夫昨晚殴打，脸部擦伤，请求帮助',
};
const RECEIPT = '青派受〔2026〕31号';

test('violence at home is no dispute: the auxiliary hands it on and sees nothing of it, the officer sees it through', async () => {
  const journey = await startJourney();
  const { page, signIn, handOver, carried, inspect } = journey;
  await signIn(LOGINS.auxiliary);
  await takeIn(journey, CALL);
  await page.getByText(intake.savedViolenceText).waitFor();
  await expectNothing(journey);
  const told = await carried();
  for (const secret of [NAME, CALL.summary, CALL.place]) expect(told).not.toContain(secret);

  await handOver(LOGINS.officer);
  await expectInNoList(journey);
  await openList(journey, 'violence');
  await page.getByRole('row').filter({ hasText: NAME }).click();
  await handOn(journey);
  expect(await carried()).toContain(NAME);
  await expectInNoList(journey);
  await openList(journey, 'violence');
  await expectInNoFigure(journey);

  const { rows, lines } = await inspect();
  const [matter, ...others] = rows(disputesLedger);
  expect(others).toEqual([]);
  expect(matter).toMatchObject({
    violence: true,
    route: 'domestic-violence',
    stage: 'violence-ended',
    result: null,
    receipt: RECEIPT,
    toldHow: 'desk',
    owner: matter?.officer,
    retainUntil: addMonths(dayOf(new Date().toISOString()), VIOLENCE_RETENTION_MONTHS),
  });
  // No session, no agreement, no referral, no follow-up was ever written.
  const written = new Set(lines.map(({ l }) => l).filter((ledger) => ledger.startsWith('dispute')));
  expect([...written]).toEqual(['disputes', 'dispute_parties', 'dispute_levels']);
  const own = lines.filter(({ l, k }) => l === 'disputes' && k === matter?.id);
  expect(own.map(({ op, u }) => [op, u === matter?.registeredBy])).toEqual([
    ['I', true],
    ['U', false],
    ['A', false],
    ['U', false],
  ]);
});

/** Whoever took the call looks everywhere: in every view of the list, on Today, by search, in a new entry. */
async function expectNothing(journey: Journey): Promise<void> {
  const { page, press, type } = journey;
  await page.getByRole('button', { name: intake.toList }).click();
  await page.getByText(list.empty.open).waitFor();
  expect(await page.getByRole('button', { name: list.views.violence }).count()).toBe(0);
  await expectInNoList(journey);
  await press('Alt+1');
  await page.getByText(today.disputes.none).waitFor();
  await press('F3');
  await page.locator('[role=combobox]:focus').waitFor();
  await type(NAME);
  await page.getByText(`没有找到“${NAME}”`).first().waitFor();
  await press('Escape', 'Escape', 'F4');
  await page.locator('[data-field=danger] :focus').waitFor();
  expect(await page.locator('body').innerText()).not.toContain(NAME);
}

async function expectInNoList(journey: Journey): Promise<void> {
  for (const view of ['all', 'archived', 'open'] as const) {
    await openList(journey, view);
    await journey.page.getByText(list.empty[view]).waitFor();
  }
}

/** The officer’s whole way, on which no button and no paper of a dispute is offered. */
async function handOn(journey: Journey): Promise<void> {
  const { page } = journey;
  await page.getByText(disputes.forks.violence).waitFor();
  expect(await offered(journey)).toEqual([deeds.deeds.handOverViolence.button, deeds.deeds.assign.button]);
  await page.getByRole('button', { name: papers.open, exact: true }).click();
  const choices = page.getByRole('dialog').locator('[data-field=paper] option');
  expect(await choices.allTextContents()).toEqual([papers.papers['violence-rights']]);
  await page.keyboard.press('Escape');
  await doDeed(journey, 'handOverViolence', (form) => fillField(form, 'receipt', RECEIPT));
  // Whose it is stands nowhere on it: the other may find it.
  const rights = textOf(await savePaper(journey, 'violence-rights'), 1);
  expect(rights).toContain('人身安全保护令');
  for (const secret of [NAME, CALL.place, CALL.summary]) expect(rights).not.toContain(secret);
  expect(await offered(journey)).toEqual([deeds.deeds.tellVictim.button, deeds.deeds.assign.button]);
  await doDeed(journey, 'tellVictim', (form) => choose(form, disputes.how.desk));
  await page.getByRole('heading', { level: 2, name: record.ended }).waitFor();
  expect(await deedButton(page, 'reopen').count()).toBe(0);
}

function offered({ page }: Journey): Promise<string[]> {
  return page.getByRole('group', { name: record.otherDeeds }).getByRole('button').allTextContents();
}

async function expectInNoFigure({ page }: Journey): Promise<void> {
  await page.getByRole('button', { name: list.figures, exact: true }).click();
  await page.getByRole('heading', { level: 2, name: figures.totals }).waitFor();
  expect(await page.locator('dl dd').allTextContents()).toEqual(['0', '0', '0']);
}
