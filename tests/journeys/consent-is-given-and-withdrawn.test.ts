import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import { careConsentsLedger } from '#main/ledgers/care/table.ts';
import { zh as care } from '#renderer/ledgers/care/care-text.ts';
import { zh as wishes } from '#renderer/record/person/person-text.ts';
import { buildTown } from '#tests/renderer/population/town.ts';
import { say } from './dispute-desk.ts';
import { LOGINS, startJourney, type Journey } from './journey.ts';

const NAME = '张欣';
const CONTACT = { name: '周强', phone: '15400007712' };
const LINE = say(wishes.line, CONTACT);

test('somebody agrees to be helped, the desk reads one line of it, and one click takes it back everywhere', async () => {
  const journey = await startJourney({
    before: async (desk) => {
      const town = await buildTown(desk);
      await town.person({ name: NAME, sex: '2', birthDate: '1952-04-01' });
    },
  });
  const { page, signIn, handOver, carried, inspect } = journey;

  await signIn(LOGINS.auxiliary);
  await openRecord(journey);
  await enterFromPaper(page);
  await page.getByRole('log').getByText(care.form.done, { exact: true }).waitFor();
  expect(await page.getByText(LINE).count()).toBe(0);

  await handOver(LOGINS.officer);
  await openCare(page);
  await page.getByRole('row', { name: new RegExp(NAME, 'u') }).click();
  await page.getByRole('button', { name: care.record.approve }).click();
  await page.getByText(care.empty.waiting).waitFor();

  await handOver(LOGINS.auxiliary);
  const before = (await carried()).length;
  await openRecord(journey);
  await page.getByText(LINE).waitFor();
  // The desk was told whom to call, and neither under which heading nor for which help.
  const heard = (await carried()).slice(before - 1);
  expect(heard).toContain(CONTACT.phone);
  expect(heard).not.toMatch(/CA01|look-in/u);
  await page.getByRole('button', { name: wishes.withdraw }).click();
  await page.getByRole('dialog').getByRole('button', { name: wishes.withdrawConfirm, exact: true }).click();
  await page.getByText(say(wishes.withdrawn, { name: NAME })).waitFor();
  await page.getByText(LINE).waitFor({ state: 'detached' });

  await handOver(LOGINS.officer);
  await openRecord(journey);
  expect(await page.getByText(LINE).count()).toBe(0);
  await openCare(page);
  await page.getByRole('button', { name: care.views.all, exact: true }).click();
  await page.getByText(care.empty.all).waitFor();

  const { rows, lines } = await inspect();
  expect(rows(careConsentsLedger)).toMatchObject([
    { state: 'withdrawn', withdrawnOn: dayOf(new Date().toISOString()) },
  ]);
  expect(
    lines
      .filter(({ l }) => l === 'care_consents')
      .map(({ op }) => op)
      .join(''),
  ).toBe('IUU');
});

async function openRecord({ page, press, type }: Journey): Promise<void> {
  await press('F3');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await type(NAME);
  await page.getByRole('option', { name: new RegExp(`^${NAME}`, 'u') }).click();
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
}

function openCare(page: Page): Promise<void> {
  return page.getByRole('navigation').getByRole('button', { name: care.title }).click();
}

async function enterFromPaper(page: Page): Promise<void> {
  await page.getByRole('button', { name: wishes.care }).click();
  const form = page.getByRole('form', { name: care.enter });
  await expect.poll(() => form.locator('[data-field=person]').inputValue()).toBe(NAME);
  for (const word of [care.categories.CA01, care.help['look-in'], care.consentBys.self, care.contacts.family])
    await form.getByRole('radio', { name: new RegExp(`^\\d?\\s*${word}$`, 'u') }).click();
  await form.locator('[data-field=signedOn]').fill('+0');
  await form.locator('[data-field=contactName]').fill(CONTACT.name);
  await form.locator('[data-field=contactPhone]').fill(CONTACT.phone);
  await form.getByLabel(care.fields.deskLine).check();
  await form.getByText(LINE).waitFor();
  await form.getByRole('button', { name: care.form.save, exact: true }).click();
}
