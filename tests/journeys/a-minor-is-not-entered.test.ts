import { expect, test } from 'vitest';
import { addDays, addMonths, dayOf } from '#shared/kernel/calendar-day.ts';
import { statutoryMattersLedger } from '#main/ledgers/statutory/tables.ts';
import { LOGINS, startJourney } from './journey.ts';
import { typeEntry, WORDS } from './statutory-desk.ts';

const TODAY = dayOf(new Date().toISOString());
const NAME = '甄小满';

test('somebody who was under eighteen on the day of the document is refused, and nothing of them is kept', async () => {
  const journey = await startJourney({ station: true });
  const { page, signIn, handOver, press, inspect } = journey;
  await signIn(LOGINS.officer);
  await typeEntry(journey, {
    category: 'SM01',
    name: NAME,
    birthDate: addMonths(TODAY, -17 * 12),
    documentDate: TODAY,
    endsOn: addDays(TODAY, 90),
  });
  await page.getByText(WORDS.statutory.issues.minor).first().waitFor();

  // Nor does it come back as a draft, to the same officer or anybody else.
  await handOver(LOGINS.officer);
  await press('Alt+6');
  await page.getByRole('button', { name: WORDS.reading.enter, exact: true }).click();
  await page.locator('[data-field=category] :focus').waitFor();
  expect(await page.locator('[data-field=name]').inputValue()).toBe('');
  expect(await page.getByText('恢复草稿').count()).toBe(0);
  await page.getByText(WORDS.entry.note).waitFor();

  const { rows, lines } = await inspect();
  expect(rows(statutoryMattersLedger)).toEqual([]);
  expect(JSON.stringify(lines)).not.toContain(NAME);
});
