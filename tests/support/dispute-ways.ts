/** Every way a dispute can go: what may be answered, what may be done, and how the office keeps what the machine says. */
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { ROLES, type Role } from '#shared/kernel/role.ts';
import { BODY_OUTCOMES } from '#shared/ledgers/disputes/codes.ts';
import {
  DEED_NAMES,
  SESSION_OUTCOMES,
  type Advance,
  type Deed,
  type DeedName,
  type Standing,
} from '#shared/ledgers/disputes/deeds.ts';
import { advance, answersFit, begin, deedFlaw, followUpsAfter } from '#shared/ledgers/disputes/machine.ts';
import { INJURIES, NATURES, type Answers } from '#shared/ledgers/disputes/questions.ts';
import { STAGES, type Stage } from '#shared/ledgers/disputes/stages.ts';
import { TODAY } from './visits.ts';

const NO_AND_YES = [false, true] as const;

/** All of them: 96. */
export const EVERY_ANSWER: readonly Answers[] = NO_AND_YES.flatMap((danger) =>
  INJURIES.flatMap((injury) =>
    NO_AND_YES.flatMap((weapon) =>
      NO_AND_YES.flatMap((violence) =>
        NO_AND_YES.flatMap((minor) =>
          NATURES.map((nature) => ({ danger, injury, weapon, violence, minor, nature })),
        ),
      ),
    ),
  ),
);

export const CIVIL: Answers = {
  danger: false,
  injury: 'none',
  weapon: false,
  violence: false,
  minor: false,
  nature: 'civil',
};
export const PUBLIC_ORDER: Answers = { ...CIVIL, nature: 'public-order' };
export const VIOLENCE: Answers = { ...CIVIL, violence: true };

/** One of each fork, and of what a fork does not ask. */
export const ANSWERS_OF_EACH_FORK: readonly Answers[] = [
  CIVIL,
  PUBLIC_ORDER,
  { ...PUBLIC_ORDER, weapon: true },
  { ...PUBLIC_ORDER, injury: 'serious' },
  { ...CIVIL, danger: true },
  VIOLENCE,
];

export function standingOf({ stage, route, result }: Advance, answers: Answers): Standing {
  return { stage, route, result, answers, firstMediationOn: null, followUpsOwed: 0 };
}

/** How the office keeps a matter after a deed: what the machine says, and the three things it has to remember. */
export function after(standing: Standing, deed: Deed, today: CalendarDay): Standing & Advance {
  const planned = deed.name === 'tell' ? followUpsAfter(standing.result, today).length : 0;
  const made = deed.name === 'followUp' ? 1 : 0;
  return {
    ...advance(standing, deed, today),
    answers: deed.name === 'reportViolence' ? { ...standing.answers, violence: true } : standing.answers,
    firstMediationOn:
      deed.name === 'holdSession' ? (standing.firstMediationOn ?? deed.heldOn) : standing.firstMediationOn,
    followUpsOwed: deed.name === 'reopen' ? 0 : standing.followUpsOwed + planned - made,
  };
}

/** Days around one: long ago, in the term of a second mediation, the day itself, soon, and far too late. */
export function daysAround(today: CalendarDay): readonly CalendarDay[] {
  return [-400, -8, -1, 0, 1, 15, 400].map((days) => addDays(today, days));
}

/** Every deed of a name, with whatever it may bring with it on these days. */
export function deedsNamed(name: DeedName, days: readonly CalendarDay[]): Deed[] {
  const orNone = [null, ...days];
  switch (name) {
    case 'refer':
      return (['people-mediation', 'other-body'] as const).flatMap((route) =>
        days.map((dueOn) => ({ name, route, dueOn })),
      );
    case 'answerReferral':
      return BODY_OUTCOMES.map((outcome) => ({ name, outcome }));
    case 'beginMediation':
      return days.flatMap((heldOn) => [
        { name, heldOn, exclusions: [] },
        { name, heldOn, exclusions: ['fled' as const] },
      ]);
    case 'putOff':
      return days.map((heldOn) => ({ name, heldOn }));
    case 'holdSession':
      return SESSION_OUTCOMES.flatMap((outcome) =>
        days.flatMap((heldOn) => orNone.map((performBy) => ({ name, outcome, heldOn, performBy }))),
      );
    case 'confirmPerformance':
      return days.map((performedOn) => ({ name, performedOn }));
    case 'takeApplication':
      return [
        { name, exclusions: [] },
        { name, exclusions: ['gang-fight'] },
      ];
    case 'decideRecognition':
      return NO_AND_YES.flatMap((granted) => orNone.map((performedOn) => ({ name, granted, performedOn })));
    case 'tell':
      return orNone.map((firstFollowUp) => ({ name, firstFollowUp }));
    case 'followUp':
      return orNone.map((nextFollowUp) => ({ name, nextFollowUp }));
    default:
      return [{ name }];
  }
}

export function everyDeed(days: readonly CalendarDay[]): Deed[] {
  return DEED_NAMES.flatMap((name) => deedsNamed(name, days));
}

export interface Step {
  readonly from: Standing;
  readonly deed: Deed;
  readonly to: Standing & Advance;
}

export interface Ways {
  readonly standings: readonly Standing[];
  readonly steps: readonly Step[];
}

/**
 * Every standing that can be reached, and every step between them: what these roles do without a flaw, and matters answered
 * anew in between. The search ends because a standing is remembered by all that the machine reads of it.
 */
export function everyWay({
  from,
  roles = ROLES,
  without = [],
  today = TODAY,
}: {
  readonly from: readonly Standing[];
  readonly roles?: readonly Role[];
  readonly without?: readonly DeedName[];
  readonly today?: CalendarDay;
}): Ways {
  const deeds = everyDeed(daysAround(today)).filter(({ name }) => !without.includes(name));
  const found = new Map(from.map((standing) => [keyOf(standing), standing]));
  const steps: Step[] = [];
  for (const standing of found.values()) {
    const made = deeds
      .filter((deed) => roles.some((role) => deedFlaw(standing, deed, role, today) === null))
      .map((deed) => ({ from: standing, deed, to: after(standing, deed, today) }));
    steps.push(...made);
    for (const next of [...made.map(({ to }) => to), ...answeredAnew(standing)])
      if (!found.has(keyOf(next))) found.set(keyOf(next), next);
  }
  return { standings: [...found.values()], steps };
}

/** Violence comes in by the deed that reports it; every other answer may be corrected where it fits. */
function answeredAnew(standing: Standing): Standing[] {
  return ANSWERS_OF_EACH_FORK.filter(
    (answers) => answers.violence === standing.answers.violence && answersFit(standing, answers),
  ).map((answers) => ({ ...standing, answers }));
}

/** A matter of each fork as it comes in. */
export function newMatters(today: CalendarDay = TODAY): Standing[] {
  return ANSWERS_OF_EACH_FORK.map((answers) => standingOf(begin(answers, today), answers));
}

/** All that the machine reads; the due day does not decide anything. */
export function keyOf({ stage, route, result, answers, firstMediationOn, followUpsOwed }: Standing): string {
  return JSON.stringify([stage, route, result, answers, firstMediationOn, followUpsOwed]);
}

export function stagesOf(standings: readonly Standing[]): Stage[] {
  const found = new Set(standings.map(({ stage }) => stage));
  return STAGES.filter((stage) => found.has(stage));
}
