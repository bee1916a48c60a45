import { expect, test } from 'vitest';
import { addDays, dayOf } from '#shared/kernel/calendar-day.ts';
import { statutoryMattersLedger } from '#main/ledgers/statutory/tables.ts';
import { LOGINS, startJourney } from './journey.ts';
import { exportWeek, look, numberOf, readReceipts, typeEntry, withStation, WORDS } from './statutory-desk.ts';

const TODAY = dayOf(new Date().toISOString());
const NAME = '甄不准';
const REASON = '文书编号与原件不符';

test('an entry that the station denies shows its reason to whoever entered it, and nothing of it stays', async () => {
  const journey = await startJourney({ station: true });
  const { page, signIn, inspect } = journey;
  await signIn(LOGINS.officer);
  await typeEntry(journey, {
    category: 'SM01',
    name: NAME,
    birthDate: '1979-10-01',
    documentDate: TODAY,
    endsOn: addDays(TODAY, 90),
  });
  const number = await numberOf(page);
  const { stick, answers } = withStation(journey);
  await exportWeek(journey, stick);
  await answers(number, 'deny', '--reason', REASON);
  await readReceipts(journey);

  await look(journey);
  await page.getByText(WORDS.reading.none).waitFor();
  await page.getByText(REASON).waitFor();
  expect(await page.getByText(NAME).count()).toBe(0);
  await page.getByRole('button', { name: `${WORDS.reading.waiting.putAway} ${number}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: WORDS.reading.waiting.putAway, exact: true })
    .click();
  await page.getByText(REASON).waitFor({ state: 'detached' });

  const { rows, lines } = await inspect();
  expect(JSON.stringify(rows(statutoryMattersLedger))).not.toContain(NAME);
  expect(JSON.stringify(lines)).not.toContain(NAME);
});
