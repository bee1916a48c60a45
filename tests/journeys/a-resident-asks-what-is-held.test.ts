import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDays, dayOf, daysBetween } from '#shared/kernel/calendar-day.ts';
import { answerDueOn, GROUND_ARTICLES } from '#shared/ledgers/rights/requests.ts';
import { rightsRequestsLedger } from '#main/ledgers/rights/table.ts';
import { zh as rights } from '#renderer/ledgers/rights/rights-text.ts';
import { zh as making } from '#renderer/papers/papers-text.ts';
import { ANSWERED_ELSEWHERE } from '#renderer/print/key-persons/law-texts.ts';
import { zh as wishes } from '#renderer/record/person/person-text.ts';
import { zh as today } from '#renderer/today/today-text.ts';
import { buildTown } from '#tests/renderer/population/town.ts';
import { say } from './dispute-desk.ts';
import { textOf } from './drawn-pdf.ts';
import { LOGINS, startJourney, type Journey } from './journey.ts';

const NAME = '张欣';
const PHONE = '15400007712';
const TODAY = dayOf(new Date().toISOString());
const DUE = answerDueOn(TODAY);
/** Long after the last working day there was to answer. */
const LATER = 40;

test('a resident asks at the desk what is held, has the paper in hand the same day, and a request left lying is late', async () => {
  const first = await startJourney({
    before: async (desk) => {
      const town = await buildTown(desk);
      await town.person({ name: NAME, sex: '2', birthDate: '1952-04-01', phone: PHONE });
    },
  });
  await first.signIn(LOGINS.auxiliary);
  await register(first, rights.kinds.access, '看看登记了我的哪些信息');
  await register(first, rights.kinds.delete, '请删除我的电话');
  // At the desk the phone was never told.
  expect(await first.carried()).not.toContain(PHONE);

  await first.handOver(LOGINS.officer);
  await first.page.getByText(say(today.asked.open, { count: 2 })).waitFor();
  await open(first, rights.kinds.access);
  await answer(first, [rights.outcomes.granted, rights.proofs['id-card']], '已当面提供查阅');
  const path = await saveHeld(first);
  const paper = textOf(path, 1) + textOf(path, 2);
  for (const words of [NAME, PHONE, ANSWERED_ELSEWHERE]) expect(paper).toContain(words);

  const second = await startJourney({ goesOn: first, daysLater: LATER });
  await second.signIn(LOGINS.officer);
  await second.page.getByText(say(today.asked.late, { count: 1 })).waitFor();
  await open(second, rights.kinds.delete);
  const days = daysBetween(DUE, addDays(TODAY, LATER));
  await second.page.getByText(say(rights.due.late, { days }), { exact: true }).first().waitFor();
  await answer(
    second,
    [rights.outcomes.refused, rights.grounds['term-not-over']],
    '户口登记在居住期间须依法保存',
  );
  await second.page.getByText(say(rights.due.answeredLate, { days })).waitFor();
  await second.page.getByText(GROUND_ARTICLES['term-not-over']).waitFor();

  const { rows, lines } = await second.inspect();
  expect(rows(rightsRequestsLedger)).toMatchObject([
    { kind: 'access', dueOn: DUE, answeredOn: TODAY, outcome: 'granted', identity: 'id-card' },
    { kind: 'delete', dueOn: DUE, answeredOn: addDays(TODAY, LATER), ground: 'term-not-over' },
  ]);
  // Whoever made the paper is in the journal.
  expect(lines.some(({ op, l }) => op === 'A' && l === 'rights_requests')).toBe(true);
});

async function register(journey: Journey, kind: string, asks: string): Promise<void> {
  const { page, press, type } = journey;
  await press('F3');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await type(NAME);
  await page.getByRole('option', { name: new RegExp(`^${NAME}`, 'u') }).click();
  await page.getByRole('button', { name: wishes.request }).click();
  const form = page.getByRole('form', { name: rights.register });
  await expect.poll(() => form.locator('[data-field=resident]').inputValue()).toBe(NAME);
  await form.getByRole('radio', { name: new RegExp(`${kind}$`, 'u') }).click();
  await form.locator('[data-field=asks]').fill(asks);
  await form.getByText(say(rights.form.dueHint, { day: DUE })).waitFor();
  await form.getByRole('button', { name: rights.form.save, exact: true }).click();
  await page.getByRole('status').getByText(`${DUE} 前答复`).waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function open({ page }: Journey, kind: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: rights.title }).click();
  await page.getByRole('row', { name: new RegExp(kind, 'u') }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(kind, 'u') }).waitFor();
}

async function answer({ page }: Journey, choices: readonly string[], words: string): Promise<void> {
  const form = page.getByRole('form', { name: rights.record.answer });
  for (const choice of choices)
    await form.getByRole('radio', { name: new RegExp(`${choice}$`, 'u') }).click();
  await form.locator('[data-field=answer]').fill(words);
  await form.getByRole('button', { name: rights.record.answerSave }).click();
  await form.waitFor({ state: 'detached' });
}

async function saveHeld({ page, folder, chooser }: Journey): Promise<string> {
  const path = join(folder, 'held.pdf');
  await page.getByRole('button', { name: rights.papers.held }).click();
  const dialog = page.getByRole('dialog');
  chooser.willChoose('paper', path);
  await dialog.getByRole('button', { name: making.savePdf, exact: true }).click();
  await dialog.getByRole('status').waitFor();
  await page.keyboard.press('Escape');
  return path;
}
