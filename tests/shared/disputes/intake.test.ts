import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { DISPUTE_SOURCES, DISPUTE_TYPE_CODES, LEVELS } from '#shared/ledgers/disputes/codes.ts';
import {
  AMOUNT_MAX,
  cleanIntake,
  DEMANDS_MAX,
  GRID_WORKER_MAX,
  intakeInput,
  intakeIssues,
  needsGridWorker,
  needsOfficer,
  PLACE_MAX,
  SUMMARY_MAX,
  type Intake,
} from '#shared/ledgers/disputes/intake.ts';
import { forkOf } from '#shared/ledgers/disputes/questions.ts';
import { intake as civil } from '#tests/support/dispute-words.ts';
import { flaws, messyText } from '#tests/support/typed-text.ts';
import { CIVIL, EVERY_ANSWER, PUBLIC_ORDER, VIOLENCE } from '#tests/support/dispute-ways.ts';
import { TODAY } from '#tests/support/visits.ts';

const OFFICER = '07-000002';

/** Anything the schema lets through. */
const anyIntake: fc.Arbitrary<Intake> = fc.record({
  type: fc.constantFrom(...DISPUTE_TYPE_CODES),
  raisedBy: fc.constantFrom(...DISPUTE_SOURCES),
  addressId: fc.constantFrom(null, '07-000012'),
  place: messyText(PLACE_MAX),
  happenedOn: fc.constantFrom(null, '', TODAY, '2026-02-30', '昨天', '2030-01-01', '1999-9-9'),
  summary: messyText(SUMMARY_MAX),
  demands: messyText(DEMANDS_MAX),
  amount: fc.constantFrom(null, 0, 1, AMOUNT_MAX),
  level: fc.constantFrom(...LEVELS),
  officer: fc.constantFrom(null, OFFICER),
  gridWorker: messyText(GRID_WORKER_MAX),
  answers: fc.constantFrom(...EVERY_ANSWER),
});

describe('a matter as it comes in', () => {
  test('is the same when cleaned again, and still has the shape the contract asks for', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const once = cleanIntake(intake);
        expect(cleanIntake(once)).toEqual(once);
        expect(intakeInput.safeParse(once).success).toBe(true);
        expect(once.answers).toEqual(intake.answers);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps the lines of what happened, and no line breaks in a place', () => {
    const cleaned = cleanIntake({ ...civil, summary: '　第一天 \r\n 第二天\n\n', place: ' 河边\n步道 ' });
    expect(cleaned).toMatchObject({ summary: '第一天\n第二天', place: '河边 步道' });
  });

  test('is refused field by field, with a word for each', () => {
    const table: readonly [Partial<Intake>, string][] = [
      [{}, ''],
      [{ place: '' }, 'place required'],
      [{ place: '　\u200B' }, 'place required'],
      [{ addressId: '07-000012', place: '' }, ''],
      [{ place: '𠮷'.repeat(PLACE_MAX) }, ''],
      [{ place: '河'.repeat(PLACE_MAX + 1) }, 'place too-long'],
      [{ summary: ' \n ' }, 'summary required'],
      [{ summary: '𠮷'.repeat(SUMMARY_MAX) }, ''],
      [{ summary: '吵'.repeat(SUMMARY_MAX + 1) }, 'summary too-long'],
      [{ demands: '' }, ''],
      [{ demands: '𠮷'.repeat(DEMANDS_MAX) }, ''],
      [{ demands: '停'.repeat(DEMANDS_MAX + 1) }, 'demands too-long'],
      [{ gridWorker: '𠮷'.repeat(GRID_WORKER_MAX) }, ''],
      [{ gridWorker: '网'.repeat(GRID_WORKER_MAX + 1) }, 'gridWorker too-long'],
      [{ happenedOn: '' }, ''],
      [{ happenedOn: null }, ''],
      [{ happenedOn: TODAY }, ''],
      [{ happenedOn: addDays(TODAY, 1) }, 'happenedOn future'],
      [{ happenedOn: '2026-02-30' }, 'happenedOn unread'],
      [{ happenedOn: '昨天' }, 'happenedOn unread'],
      [{ answers: { ...CIVIL, injury: 'slight' }, officer: OFFICER }, 'nature not-civil'],
      [{ answers: { ...PUBLIC_ORDER, injury: 'slight' }, officer: OFFICER }, ''],
      [{ answers: PUBLIC_ORDER }, 'officer required'],
      [{ answers: VIOLENCE }, 'officer required'],
      [{ answers: { ...CIVIL, danger: true } }, 'officer required'],
      [{ type: 'neighbour' }, 'officer required, gridWorker required'],
      [{ type: 'neighbour', officer: OFFICER }, 'gridWorker required'],
      [{ type: 'neighbour', officer: OFFICER, gridWorker: '赵敏' }, ''],
      [{ type: 'neighbour', officer: OFFICER, answers: VIOLENCE }, ''],
    ];
    for (const [change, issue] of table)
      expect({ change, issue: flaws(intakeIssues(cleanIntake({ ...civil, ...change }), TODAY)) }).toEqual({
        change,
        issue,
      });
  });

  test('about money is in whole yuan and within what a police office sees', () => {
    for (const [amount, fits] of [
      [null, true],
      [0, true],
      [AMOUNT_MAX, true],
      [AMOUNT_MAX + 1, false],
      [-1, false],
      [1.5, false],
    ] as const)
      expect({ amount, fits: intakeInput.safeParse({ ...civil, amount }).success }).toEqual({ amount, fits });
  });
});

describe('who has to stand beside it', () => {
  test('an officer, wherever an auxiliary cannot carry it alone', () => {
    for (const answers of EVERY_ANSWER)
      for (const type of DISPUTE_TYPE_CODES) {
        const needed = needsOfficer({ type, answers });
        // Every way but the civil one is an officer's; neighbours have one in any case.
        if (forkOf(answers).reason !== 'civil' || type === 'neighbour') expect(needed).toBe(true);
        else expect({ answers, needed }).toEqual({ answers, needed: answers.injury !== 'none' });
      }
  });

  test('a grid worker beside the officer where neighbours quarrel, and for nobody else', () => {
    expect(DISPUTE_TYPE_CODES.filter(needsGridWorker)).toEqual(['neighbour']);
  });
});
