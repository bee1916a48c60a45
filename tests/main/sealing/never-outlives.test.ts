/** Whatever was entered, on whichever day and by whomever it is asked: nothing outlives its cap, and nothing is left of it. */
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { addDays, startOfDay } from '#shared/kernel/calendar-day.ts';
import { today } from '#shared/kernel/clock.ts';
import { CATEGORIES, CATEGORY_CODES } from '#shared/ledgers/statutory/categories.ts';
import { APPROVAL_DAYS, latestEnd, NOTICE_DAYS, wasMinor } from '#shared/ledgers/statutory/term.ts';
import { ENTRY_STATES } from '#shared/ledgers/statutory/standing.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { statutoryMattersLedger } from '#main/ledgers/statutory/tables.ts';
import { sealWhatIsOver } from '#main/sealing/run.ts';
import { systemCaller } from '#main/session/callers.ts';
import { keepStation } from '#main/weekly/pinned-station.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { found, remainsOf } from '#tests/main/population/privacy/office.ts';
import { openOf, openPinnedOffice, patchMatter, putMatter } from '#tests/support/pinned-office.ts';
import { makeStation } from '#tests/support/station-keys.ts';
import { entryOf } from '#tests/support/statutory-entries.ts';
import { openStatutory, WHY } from '#tests/support/statutory.ts';
import { STATUTORY_SAMPLES } from '#tests/support/statutory-samples.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';

const START = '2026-11-01';

const anyEntry = fc.record({
  category: fc.constantFrom(...CATEGORY_CODES),
  state: fc.constantFrom(...ENTRY_STATES),
  days: fc.integer({ min: 1, max: 4000 }),
  enteredAfter: fc.integer({ min: 0, max: 20 }),
  birthDate: fc.constantFrom('1987-03-14', '2008-11-01', '2008-10-31', '2015-05-05'),
  endedAfter: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
  noticed: fc.boolean(),
});

test('an entry of any kind, state and term is seen by nobody after its end, and sealed or gone by the next run', async () => {
  const station = await makeStation();
  await fc.assert(
    fc.asyncProperty(anyEntry, fc.integer({ min: 0, max: 4100 }), async (one, later) => {
      const desk = openStatutory();
      const { journal, officer, colleague, auxiliary, statutory, clock, store } = desk;
      journal.write(systemCaller, (write) => keepStation(write, officer, station.keyset, 'station-pinned'));
      const cap = latestEnd(one.category, START);
      const wanted = addDays(START, one.days);
      const endsOn = wanted < cap && !CATEGORIES[one.category].cap.exactly ? wanted : cap;
      const endedOn = one.endedAfter === null ? null : addDays(START, one.endedAfter);
      const { id } = journal.write(systemCaller, (write) =>
        write.put(statutoryMattersLedger, {
          ...STATUTORY_SAMPLES.statutory_matters.values(),
          ...entryOf(one.category),
          documentDate: START,
          startsOn: START,
          endsOn,
          birthDate: one.birthDate,
          state: one.state,
          enteredOn: addDays(START, one.enteredAfter),
          endedOn,
          noticeOn: one.noticed ? START : null,
          officer: officer.staff,
        }),
      );
      const day = addDays(START, later);
      // People have worked by this clock for days.
      for (let before = 4; before >= 0; before -= 1) {
        clock.set(startOfDay(addDays(day, -before)));
        journal.write(officer, (write) => write.note('A', 'staff', officer.staff, { event: 'unlocked' }));
      }
      const end = endedOn !== null && endedOn < endsOn ? endedOn : endsOn;
      const waits = CATEGORIES[one.category].endNotice && !one.noticed ? NOTICE_DAYS : 0;
      const isMinor = wasMinor(one.birthDate, START);
      const goneOn =
        one.state === 'approved'
          ? addDays(end, waits)
          : addDays(addDays(START, one.enteredAfter), APPROVAL_DAYS);
      const isGone = isMinor || day >= goneOn;
      const seen = [officer, colleague, auxiliary].map((caller) =>
        JSON.stringify([
          statutory.list(WHY, caller, CONTEXT),
          statutory.waiting({}, caller, CONTEXT),
        ]).includes(id),
      );
      expect(seen[2]).toBe(false);
      if (isGone) expect(seen).toEqual([false, false, false]);
      else expect(seen[0]).toBe(true);
      // Whatever was typed: not a day beyond the cap and the days of its notice.
      if (one.state === 'approved' && day >= addDays(cap, NOTICE_DAYS)) expect(isGone).toBe(true);

      expect(await sealWhatIsOver({ store, journal, clock })).toBe(isGone ? 1 : 0);
      const said =
        desk.lines().join('') + JSON.stringify(store.raw.prepare('SELECT * FROM statutory_matters').all());
      expect(said.includes('青法字')).toBe(!isGone);
      const sealed = store.raw.prepare('SELECT count(*) FROM sealed_records').pluck().get();
      expect(sealed).toBe(isGone && one.state === 'approved' ? 1 : 0);
      verifyStore(store.raw, OFFICE_CODE, LEDGER_TABLES);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('nothing of what was sealed or removed stands in the data folder once the office is closed', async () => {
  const desk = await openPinnedOffice();
  onTestFinished(() => desk.dispose());
  const words = ['密字〔2026〕77号', '宇文密', '慕容密', '独孤密', '15400097777'];
  const [documentNumber = '', name = '', protectedName = '', leadContact = '', leadPhone = ''] = words;
  const all = { documentNumber, name, leadContact, leadPhone };
  for (const category of CATEGORY_CODES) {
    const { id } = putMatter(desk, category, CATEGORIES[category].protects ? { ...all, protectedName } : all);
    patchMatter(desk, id, { endedOn: today(desk.clock), noticeOn: today(desk.clock) });
    putMatter(desk, category, { ...all, state: 'provisional', birthDate: '2012-01-01' });
  }
  await sealWhatIsOver(openOf(desk));
  await desk.office().lock('asked');
  expect(found(await remainsOf(desk), words)).toEqual([]);
});
