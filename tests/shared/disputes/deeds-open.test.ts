import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { ROLES, type Role } from '#shared/kernel/role.ts';
import { DEED_NAMES, type Standing } from '#shared/ledgers/disputes/deeds.ts';
import { advance, answersFit, begin, deedFlaw, deedsOpen } from '#shared/ledgers/disputes/machine.ts';
import { forkOf, type Answers } from '#shared/ledgers/disputes/questions.ts';
import { isOpen, isViolence } from '#shared/ledgers/disputes/stages.ts';
import {
  CIVIL,
  daysAround,
  deedsNamed,
  EVERY_ANSWER,
  everyWay,
  newMatters,
  PUBLIC_ORDER,
  standingOf,
  VIOLENCE,
} from '#tests/support/dispute-ways.ts';
import { TODAY } from '#tests/support/visits.ts';

const { standings } = everyWay({ from: newMatters() });
/** As it is, and as it looks when weeks have gone by and every term is over. */
const DAYS = [TODAY, addDays(TODAY, 9), addDays(TODAY, 500)];

describe('the buttons of a record', () => {
  test('are the deeds that somebody could do today with the right words, no more and no less', () => {
    for (const today of DAYS) {
      // The days of a first mediation lie around the first of them: the right day for a second may be far back.
      const days = [...new Set([...daysAround(TODAY), ...daysAround(today)])];
      const kinds = DEED_NAMES.map((name) => ({ name, deeds: deedsNamed(name, days) }));
      const passing = (standing: Standing, role: Role) =>
        kinds
          .filter(({ deeds }) => deeds.some((deed) => deedFlaw(standing, deed, role, today) === null))
          .map(({ name }) => name);
      const wrong = standings.flatMap((standing) =>
        ROLES.map((role) => ({
          standing,
          role,
          offered: deedsOpen(standing, role, today),
          possible: passing(standing, role),
        })).filter(({ offered, possible }) => offered.join() !== possible.join()),
      );
      expect({ today, wrong }).toEqual({ today, wrong: [] });
    }
  });

  test('of a matter as it comes in wait until tomorrow, but not where somebody has to act at once', () => {
    for (const answers of EVERY_ANSWER) {
      const { dueOn } = begin(answers, TODAY);
      const expected = forkOf(answers).atOnce ? TODAY : addDays(TODAY, 1);
      expect({ answers, dueOn }).toEqual({ answers, dueOn: expected });
      const reopened = advance(
        { ...standingOf(begin(CIVIL, TODAY), answers), stage: 'archived' },
        { name: 'reopen' },
        TODAY,
      );
      if (!answers.violence) expect(reopened.dueOn).toBe(expected);
    }
  });

  test('of a civil matter as it comes in', () => {
    const matter = standingOf(begin(CIVIL, TODAY), CIVIL);
    const desk = ['refer', 'adviseCourt', 'settleThemselves', 'withdraw', 'transfer', 'reportViolence'];
    expect(deedsOpen(matter, 'auxiliary', TODAY)).toEqual(desk);
    expect(deedsOpen(matter, 'officer', TODAY)).toEqual(desk);
  });

  test('of a case of public order as it comes in', () => {
    const matter = standingOf(begin(PUBLIC_ORDER, TODAY), PUBLIC_ORDER);
    expect(deedsOpen(matter, 'auxiliary', TODAY)).toEqual(['transfer', 'reportViolence']);
    expect(deedsOpen(matter, 'officer', TODAY)).toEqual([
      'beginMediation',
      'takeApplication',
      'transfer',
      'reportViolence',
    ]);
  });

  test('of domestic violence are the officer’s one next step', () => {
    const matter = standingOf(begin(VIOLENCE, TODAY), VIOLENCE);
    expect(deedsOpen(matter, 'auxiliary', TODAY)).toEqual([]);
    expect(deedsOpen(matter, 'officer', TODAY)).toEqual(['handOverViolence']);
    expect(deedsOpen({ ...matter, stage: 'violence-handed' }, 'officer', TODAY)).toEqual(['tellVictim']);
    expect(deedsOpen({ ...matter, stage: 'violence-ended' }, 'officer', TODAY)).toEqual([]);
  });
});

describe('a day that a deed names', () => {
  const at = (stage: Standing['stage'], more: Partial<Standing> = {}): Standing => ({
    ...standingOf(begin(PUBLIC_ORDER, TODAY), PUBLIC_ORDER),
    stage,
    ...more,
  });
  const flaw = (standing: Standing, deed: Parameters<typeof deedFlaw>[1]) =>
    deedFlaw(standing, deed, 'officer', TODAY);
  const offset = fc.integer({ min: -800, max: 800 }).map((days) => addDays(TODAY, days));

  test('on which something is to be done is neither past nor a year off', () => {
    const civil = standingOf(begin(CIVIL, TODAY), CIVIL);
    fc.assert(
      fc.property(offset, (day) => {
        const expected = day < TODAY ? 'past' : day > addDays(TODAY, 366) ? 'too-far' : null;
        expect(flaw(civil, { name: 'refer', route: 'other-body', dueOn: day })).toBe(expected);
        expect(flaw(at('received'), { name: 'beginMediation', exclusions: [], heldOn: day })).toBe(expected);
        expect(flaw(at('police-mediation'), { name: 'putOff', heldOn: day })).toBe(expected);
        expect(flaw(at('telling'), { name: 'tell', firstFollowUp: day })).toBe(expected);
      }),
    );
  });

  test('on which something was done has come', () => {
    fc.assert(
      fc.property(offset, (day) => {
        const expected = day > TODAY ? 'future' : null;
        expect(flaw(at('performing'), { name: 'confirmPerformance', performedOn: day })).toBe(expected);
        const recognised = { name: 'decideRecognition', granted: true, performedOn: day } as const;
        expect(flaw(at('recognition'), recognised)).toBe(expected);
        expect(flaw(at('recognition'), { ...recognised, granted: false })).toBeNull();
        const session = { name: 'holdSession', outcome: 'failed', heldOn: day, performBy: null } as const;
        const longAgo = day < addDays(TODAY, -366) ? 'too-far' : null;
        expect(flaw(at('police-mediation'), session)).toBe(expected ?? longAgo);
      }),
    );
    const unperformed = { name: 'decideRecognition', granted: true, performedOn: null } as const;
    expect(flaw(at('recognition'), unperformed)).toBe('not-performed');
  });

  test('of an agreement is given, and not before the mediation', () => {
    const agreed = { name: 'holdSession', outcome: 'agreed', heldOn: TODAY } as const;
    expect(flaw(at('police-mediation'), { ...agreed, performBy: null })).toBe('day-needed');
    expect(flaw(at('police-mediation'), { ...agreed, performBy: TODAY })).toBeNull();
    expect(flaw(at('police-mediation'), { ...agreed, performBy: addDays(TODAY, -1) })).toBe('past');
    expect(flaw(at('police-mediation'), { ...agreed, performBy: addDays(TODAY, 367) })).toBe('too-far');
  });

  test('of the next visit is given while one is owed, even when it is overdue itself', () => {
    const owed = at('fed-back', { result: 'settled-written', followUpsOwed: 2 });
    expect(flaw(owed, { name: 'followUp', nextFollowUp: null })).toBe('day-needed');
    expect(flaw(owed, { name: 'followUp', nextFollowUp: addDays(TODAY, -200) })).toBeNull();
    expect(flaw({ ...owed, followUpsOwed: 1 }, { name: 'followUp', nextFollowUp: null })).toBeNull();
    expect(flaw({ ...owed, followUpsOwed: 0 }, { name: 'followUp', nextFollowUp: null })).toBe('not-now');
    expect(flaw(owed, { name: 'archive' })).toBe('follow-ups-owed');
    expect(flaw({ ...owed, followUpsOwed: 0 }, { name: 'archive' })).toBeNull();
    expect(flaw(at('telling', { result: 'recognised' }), { name: 'tell', firstFollowUp: null })).toBe(
      'day-needed',
    );
  });
});

describe('answering the questions anew', () => {
  test('never leaves the way that was chosen, and never takes violence back', () => {
    const wrong = standings.flatMap((standing) =>
      EVERY_ANSWER.filter(
        (answers) => answersFit(standing, answers) && !mayBeAnswered(standing, answers),
      ).map((answers) => ({ standing, answers })),
    );
    expect(wrong).toEqual([]);
  });

  test('is always possible with the same answers, and free until a way is chosen', () => {
    for (const standing of standings) {
      const { stage, answers } = standing;
      expect({ standing, fit: answersFit(standing, answers) }).toEqual({ standing, fit: isOpen(stage) });
      if (stage === 'received')
        for (const others of EVERY_ANSWER) expect(answersFit(standing, others)).toBe(true);
    }
  });

  test('does not make a case of public order of a quarrel that was withdrawn or settled', () => {
    for (const result of ['withdrawn', 'settled-themselves'] as const)
      for (const stage of ['telling', 'fed-back'] as const) {
        const closed: Standing = { ...standingOf(begin(CIVIL, TODAY), CIVIL), stage, result };
        expect(answersFit(closed, PUBLIC_ORDER)).toBe(false);
        expect(answersFit(closed, { ...CIVIL, minor: true })).toBe(true);
        expect(answersFit(closed, VIOLENCE)).toBe(true);
      }
  });
});

/** The rule once more: what was chosen stays open, and what has ended or was violence stays so. */
function mayBeAnswered({ stage, route, answers: before }: Standing, answers: Answers): boolean {
  if (!isOpen(stage) || (isViolence(stage) && !answers.violence)) return false;
  const { reason, routes } = forkOf(answers);
  const sameFork = reason === forkOf(before).reason;
  return answers.violence || stage === 'received' || sameFork || (route !== null && routes.includes(route));
}
