import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROUTES, type Route } from '#shared/ledgers/disputes/codes.ts';
import { deedFlaw } from '#shared/ledgers/disputes/machine.ts';
import {
  answersIssue,
  answersSchema,
  FORK_REASONS,
  forkOf,
  MEDIATION_EXCLUSIONS,
  QUESTIONS,
  RECOGNITION_EXCLUSIONS,
  type Answers,
  type Fork,
} from '#shared/ledgers/disputes/questions.ts';
import { CIVIL, EVERY_ANSWER, PUBLIC_ORDER, standingOf } from '#tests/support/dispute-ways.ts';
import { TODAY } from '#tests/support/visits.ts';
import { begin } from '#shared/ledgers/disputes/machine.ts';

/** The law once more, in the order in which it decides, written as a table and not as the program. */
const LAW: readonly (readonly [Fork['reason'], (answers: Answers) => boolean, readonly Route[]])[] = [
  ['violence', ({ violence }) => violence, ['domestic-violence']],
  ['danger', ({ danger }) => danger, ['transfer']],
  ['serious-injury', ({ injury }) => injury === 'serious', ['transfer']],
  ['weapon', ({ weapon }) => weapon, ['transfer']],
  [
    'public-order',
    ({ nature }) => nature === 'public-order',
    ['police-mediation', 'recognition', 'transfer'],
  ],
  ['civil', () => true, ['people-mediation', 'court', 'other-body']],
];

describe('the fork', () => {
  test('of every answer that can be given is what the law says', () => {
    expect(EVERY_ANSWER).toHaveLength(96);
    for (const answers of EVERY_ANSWER) {
      const [reason, , routes] = LAW.find(([, applies]) => applies(answers)) ?? [];
      expect({ answers, ...forkOf(answers) }).toMatchObject({ answers, reason, routes });
    }
  });

  test('is domestic violence before everything else, whatever else was answered', () => {
    for (const answers of EVERY_ANSWER.filter(({ violence }) => violence))
      expect(forkOf(answers)).toEqual({ reason: 'violence', routes: ['domestic-violence'], atOnce: true });
  });

  test('sends nobody with a wound, a weapon or in danger to a committee or to court', () => {
    const hurt = EVERY_ANSWER.filter(
      (answers) => answers.danger || answers.weapon || answers.injury === 'serious',
    );
    for (const answers of hurt)
      for (const route of ['people-mediation', 'court', 'other-body', 'police-mediation', 'recognition'])
        expect({ answers, routes: forkOf(answers).routes }).not.toMatchObject({
          routes: expect.arrayContaining([route]),
        });
  });

  test('lets the police mediate a case of public order and nothing else', () => {
    const mediated = EVERY_ANSWER.filter((answers) => forkOf(answers).routes.includes('police-mediation'));
    for (const answers of mediated)
      expect(answers).toMatchObject({
        nature: 'public-order',
        danger: false,
        weapon: false,
        violence: false,
      });
    // Unhurt or slightly hurt, with a minor or without.
    expect(mediated).toHaveLength(4);
  });

  test('says for each answer that somebody must act at once, but for quarrels and mediable cases', () => {
    for (const answers of EVERY_ANSWER) {
      const { reason, atOnce } = forkOf(answers);
      expect({ answers, atOnce }).toEqual({
        answers,
        atOnce: reason !== 'civil' && reason !== 'public-order',
      });
    }
  });

  test('leaves every reason and every way to somebody', () => {
    const forks = EVERY_ANSWER.map(forkOf);
    expect(new Set(forks.map(({ reason }) => reason))).toEqual(new Set(FORK_REASONS));
    expect(new Set(forks.flatMap(({ routes }) => routes))).toEqual(new Set(ROUTES));
  });

  test('does not ask who is a minor: that decides on names and guardians, not on the way', () => {
    for (const answers of EVERY_ANSWER)
      expect(forkOf(answers)).toEqual(forkOf({ ...answers, minor: !answers.minor }));
  });
});

describe('the questions', () => {
  test('are all asked, and answered by nothing but a plain answer', () => {
    expect(Object.keys(answersSchema.shape)).toEqual([...QUESTIONS]);
    for (const answers of EVERY_ANSWER) expect(answersSchema.safeParse(answers).success).toBe(true);
    fc.assert(
      fc.property(
        fc.constantFrom(...QUESTIONS),
        fc.constantFrom(undefined, null, '', 0),
        (question, none) => {
          expect(answersSchema.safeParse({ ...CIVIL, [question]: none }).success).toBe(false);
        },
      ),
    );
  });

  test('do not let a beating or a knife pass for a purely civil matter', () => {
    for (const answers of EVERY_ANSWER) {
      const hurt = answers.injury !== 'none' || answers.weapon;
      const wrong = hurt && answers.nature === 'civil' && !answers.violence;
      expect({ answers, issue: answersIssue(answers) }).toEqual({
        answers,
        issue: wrong ? { field: 'nature', rule: 'not-civil' } : null,
      });
      // So no wound is ever at a civil fork.
      if (answersIssue(answers) === null && forkOf(answers).reason === 'civil') expect(hurt).toBe(false);
    }
  });
});

describe('what closes a way though the matter is one of public order', () => {
  const matter = standingOf(begin(PUBLIC_ORDER, TODAY), PUBLIC_ORDER);

  test.each(MEDIATION_EXCLUSIONS)('%s keeps the police from mediating', (why) => {
    const deed = { name: 'beginMediation', heldOn: TODAY } as const;
    expect(deedFlaw(matter, { ...deed, exclusions: [why] }, 'officer', TODAY)).toBe('excluded');
    expect(deedFlaw(matter, { ...deed, exclusions: [] }, 'officer', TODAY)).toBeNull();
  });

  test('keeps a settlement from being recognised too, but for what is said of the mediation itself', () => {
    expect(MEDIATION_EXCLUSIONS.filter((why) => !RECOGNITION_EXCLUSIONS.includes(why))).toEqual([
      'unwilling',
      'again-during',
    ]);
    for (const why of RECOGNITION_EXCLUSIONS)
      expect(deedFlaw(matter, { name: 'takeApplication', exclusions: [why] }, 'officer', TODAY)).toBe(
        'excluded',
      );
  });
});
