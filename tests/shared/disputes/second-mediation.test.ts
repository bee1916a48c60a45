import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { isWorkingDay } from '#shared/kernel/working-days.ts';
import type { Deed, Standing } from '#shared/ledgers/disputes/deeds.ts';
import { begin, deedFlaw, deedsOpen } from '#shared/ledgers/disputes/machine.ts';
import { SECOND_MEDIATION_WORKING_DAYS } from '#shared/ledgers/disputes/stages.ts';
import { after, PUBLIC_ORDER, standingOf } from '#tests/support/dispute-ways.ts';

const FIRST = '2025-01-01';
const EVERY_START = Array.from({ length: daysBetween(FIRST, '2028-01-01') }, (_, n) => addDays(FIRST, n));

const session = (outcome: 'agreed' | 'once-more' | 'failed', heldOn: CalendarDay): Deed => ({
  name: 'holdSession',
  outcome,
  heldOn,
  performBy: outcome === 'agreed' ? heldOn : null,
});

/** A matter whose first mediation was on this day and led to nothing yet. */
function afterFirst(day: CalendarDay): ReturnType<typeof after> {
  const taken = standingOf(begin(PUBLIC_ORDER, day), PUBLIC_ORDER);
  const begun = after(taken, { name: 'beginMediation', exclusions: [], heldOn: day }, day);
  return after(begun, session('once-more', day), day);
}

/** The days of the term counted off one by one; of years announced by somebody else's calendar. */
function lastDayOf(first: CalendarDay): CalendarDay {
  let day = first;
  for (let left = SECOND_MEDIATION_WORKING_DAYS; left > 0;) {
    day = addDays(day, 1);
    if (day < '2027-01-01' ? isWorkday(day) : isWorkingDay(day)) left -= 1;
  }
  return day;
}

const flaw = (standing: Standing, deed: Deed, today: CalendarDay) =>
  deedFlaw(standing, deed, 'officer', today);

describe('a second mediation', () => {
  test('has seven working days after the first, from whatever day of three years it runs', () => {
    expect(EVERY_START).toHaveLength(1095);
    for (const first of EVERY_START) {
      const matter = afterFirst(first);
      const last = lastDayOf(first);
      expect({ first, stage: matter.stage, dueOn: matter.dueOn }).toEqual({
        first,
        stage: 'second-mediation',
        dueOn: last,
      });
      const late = addDays(last, 1);
      const seen = {
        onTheLastDay: flaw(matter, session('agreed', last), last),
        onTheDayAfter: flaw(matter, session('agreed', late), late),
        writtenDownLater: flaw(matter, session('failed', last), addDays(last, 20)),
        beforeTheFirst: flaw(matter, session('failed', addDays(first, -1)), last),
      };
      expect({ first, ...seen }).toEqual({
        first,
        onTheLastDay: null,
        onTheDayAfter: 'second-too-late',
        writtenDownLater: null,
        beforeTheFirst: 'before-mediation',
      });
    }
  });

  test('is put off within the term and no further, and not at all once it is over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVERY_START), fc.nat(30), fc.nat(30), (first, waited, further) => {
        const matter = afterFirst(first);
        const today = addDays(first, waited);
        const heldOn = addDays(today, further);
        const inTime = heldOn <= lastDayOf(first);
        expect(flaw(matter, { name: 'putOff', heldOn }, today)).toBe(inTime ? null : 'second-too-late');
        if (inTime) expect(after(matter, { name: 'putOff', heldOn }, today).dueOn).toBe(heldOn);
        expect(deedsOpen(matter, 'officer', today).includes('putOff')).toBe(today <= lastDayOf(first));
      }),
      { numRuns: 500 },
    );
  });

  test('is the last: no third after it, nor after a refused recognition, nor after the matter was opened again', () => {
    const first = '2026-11-23';
    const matter = afterFirst(first);
    const today = addDays(first, 1);
    expect(flaw(matter, session('once-more', today), today)).toBe('second-only-once');
    const applied = after(matter, { name: 'takeApplication', exclusions: [] }, today);
    const refused = after(applied, { name: 'decideRecognition', granted: false, performedOn: null }, today);
    const failed = after(matter, session('failed', today), today);
    const told = after(
      after(failed, { name: 'noteReceipt' }, today),
      { name: 'tell', firstFollowUp: null },
      today,
    );
    const reopened = after(told, { name: 'reopen' }, today);
    for (const standing of [refused, reopened]) {
      expect(standing).toMatchObject({ stage: 'received', firstMediationOn: first });
      const begun = { name: 'beginMediation', exclusions: [], heldOn: today } as const;
      expect(flaw(standing, begun, today)).toBe('second-only-once');
      expect(deedsOpen(standing, 'officer', today)).toEqual([
        'takeApplication',
        'transfer',
        'reportViolence',
      ]);
    }
  });

  test('missed is no dead end: the parties may still settle, and the station takes it over', () => {
    const first = '2026-09-24';
    const matter = afterFirst(first);
    // Seven working days over the National Day: 28–30 September and 8–10 October, a Saturday that is worked, and the 12th.
    expect(matter.dueOn).toBe('2026-10-12');
    expect(deedsOpen(matter, 'officer', '2026-10-13')).toEqual([
      'holdSession',
      'takeApplication',
      'transfer',
      'reportViolence',
    ]);
  });
});
