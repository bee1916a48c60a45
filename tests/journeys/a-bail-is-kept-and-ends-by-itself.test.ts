import { expect, test } from 'vitest';
import { addDays, dayOf } from '#shared/kernel/calendar-day.ts';
import { statutoryDutiesLedger, statutoryMattersLedger } from '#main/ledgers/statutory/tables.ts';
import { LOGINS, startJourney } from './journey.ts';
import {
  doDuty,
  exportWeek,
  look,
  numberOf,
  openRow,
  readReceipts,
  typeEntry,
  withStation,
  WORDS,
} from './statutory-desk.ts';

const TODAY = dayOf(new Date().toISOString());
const NAME = '甄建国';
/** Days: the first talk, the one a month later at the latest, and the end. */
const TALK = 7;
const TALK_AGAIN = TALK + 31;
const TERM = 60;

test('a bail goes from its notice over two talks to its end, which needs nobody', async () => {
  const first = await startJourney({ station: true });
  await first.signIn(LOGINS.officer);
  await typeEntry(first, {
    category: 'SM01',
    name: NAME,
    birthDate: '1988-03-05',
    documentDate: TODAY,
    endsOn: addDays(TODAY, TERM),
  });
  const number = await numberOf(first.page);
  const { stick, answers } = withStation(first);
  // Until the station has said yes it stands in no list, and whoever has to know is told by a number only.
  await look(first);
  await first.page.getByText(WORDS.reading.none).waitFor();
  await first.page.getByText(number).waitFor();
  expect(await first.page.getByText(NAME).count()).toBe(0);

  await exportWeek(first, stick);
  const seen = await answers(number, 'approve');
  expect(JSON.stringify(seen)).toContain(NAME);
  await readReceipts(first);
  await look(first);
  await openRow(first, NAME);
  await doDuty(first, 'tell-rules');

  const second = await startJourney({ goesOn: first, daysLater: TALK });
  await second.signIn(LOGINS.officer);
  await second.page.getByText(WORDS.today.statutory.title, { exact: true }).waitFor();
  await look(second);
  await openRow(second, NAME);
  await doDuty(second, 'talk', '谈话2026-31号');

  const third = await startJourney({ goesOn: second, daysLater: TALK_AGAIN });
  await third.signIn(LOGINS.officer);
  await look(third);
  await openRow(third, NAME);
  await third.page
    .getByText(/30 天内期满/u)
    .first()
    .waitFor();
  await doDuty(third, 'talk');

  const last = await startJourney({ goesOn: third, daysLater: TERM });
  await last.signIn(LOGINS.officer);
  await last.page.getByRole('heading', { level: 1, name: WORDS.today.title }).waitFor();
  await look(last);
  await last.page.getByText(WORDS.reading.none).waitFor();
  expect(await last.carried()).not.toContain(NAME);

  const { rows, lines } = await last.inspect();
  const talks = rows(statutoryDutiesLedger).filter(({ kind, doneOn }) => kind === 'talk' && doneOn !== null);
  const matters = rows(statutoryMattersLedger);
  // What is over is sealed by the run that follows; what is still there says no more than what was entered and done.
  for (const { name, endsOn } of matters) expect([name, endsOn]).toEqual([NAME, addDays(TODAY, TERM)]);
  if (matters.length > 0)
    expect(talks.map(({ doneOn, result }) => [doneOn, result])).toEqual([
      [addDays(TODAY, TALK), 'done'],
      [addDays(TODAY, TALK_AGAIN), 'done'],
    ]);
  // Every look at a name left its line, with the reason: four lists with somebody in them or not, and three records.
  const looks = lines.filter(({ op, l }) => op === 'V' && l === 'statutory_matters');
  expect(looks.length).toBe(8);
});
