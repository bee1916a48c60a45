/**
 * What became of a made-up matter: deed by deed through the same functions as the calls, each on its day, until today is
 * reached. So nothing stands in a practice office that could not have come about.
 */
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { addWorkingDays } from '#shared/kernel/working-days.ts';
import { levelsAbove } from '#shared/ledgers/disputes/codes.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { forkOf } from '#shared/ledgers/disputes/questions.ts';
import {
  type FOLLOW_UP_FINDINGS,
  REACHED_HOW,
  REFERRAL_DAYS,
  type AgreementInput,
  type ReferralInput,
  type SessionInput,
} from '#shared/ledgers/disputes/records.ts';
import type { Stage } from '#shared/ledgers/disputes/stages.ts';
import { archive, followUp, tell } from '#main/ledgers/disputes/deeds/ending.ts';
import {
  confirmPerformance,
  decideRecognition,
  holdSession,
  reportBreach,
  takeApplication,
} from '#main/ledgers/disputes/deeds/mediation.ts';
import {
  beginMediation,
  noteReceipt,
  settleThemselves,
  transfer,
  withdraw,
} from '#main/ledgers/disputes/deeds/plain.ts';
import { handOverViolence, tellVictim } from '#main/ledgers/disputes/deeds/violence.ts';
import { adviseCourt, answerReferral, escalate, refer } from '#main/ledgers/disputes/deeds/ways.ts';
import { openHand, type Doing, type Hand } from '#main/ledgers/disputes/hand.ts';
import { answersOf, openReferral, owed, type Matter } from '#main/ledgers/disputes/matter.ts';
import type { Random, Weighted } from '#main/seed/random.ts';
import type { World } from '#main/seed/world.ts';
import { BODY_ANSWERS, COURSES, FACTS, MANNERS, REASONS, REQUESTS, TERMS } from './words.ts';

interface Step {
  /** The day on which somebody does it. */
  readonly on: CalendarDay;
  readonly by: Caller;
  readonly act: (hand: Hand) => void;
}

/** What a step is drawn from: the matter, the day from which somebody sees to it, and who may do it. */
interface At {
  readonly random: Random;
  readonly matter: Matter;
  readonly day: CalendarDay;
  readonly desk: Caller;
  readonly officer: Caller;
}

const LATE = 0.06;
const ESCALATED = 0.07;
const WITH_AGREEMENT = 0.7;

const CIVIL_WAYS: readonly Weighted<'committee' | 'body' | 'court' | 'themselves' | 'withdrawn'>[] = [
  ['committee', 46],
  ['themselves', 24],
  ['body', 14],
  ['court', 9],
  ['withdrawn', 7],
];
const ORDER_WAYS: readonly Weighted<'mediation' | 'recognition' | 'transfer'>[] = [
  ['mediation', 66],
  ['recognition', 16],
  ['transfer', 18],
];
const OTHER_BODIES: readonly Weighted<ReferralInput['body']>[] = [
  ['community-committee', 30],
  ['judicial-office', 20],
  ['urban-management', 15],
  ['market-regulation', 12],
  ['labour-arbitration', 12],
  ['town', 11],
];
const BODY_OUTCOMES: readonly Weighted<'settled' | 'not-settled' | 'returned'>[] = [
  ['settled', 76],
  ['not-settled', 16],
  ['returned', 8],
];
const FINDINGS: readonly Weighted<(typeof FOLLOW_UP_FINDINGS)[number]>[] = [
  ['holds', 82],
  ['under-way', 8],
  ['not-reached', 6],
  ['not-kept', 2],
  ['again', 2],
];

export function walk(
  world: World,
  begun: Matter,
  receivedOn: CalendarDay,
  callers: { readonly desk: Caller; readonly officer: Caller },
  doing: Omit<Doing, 'caller' | 'today'>,
): void {
  const { random, today } = world;
  let matter = begun;
  let day = receivedOn;
  for (;;) {
    const { stage } = matter.dispute;
    // Some things lie for a while; a second mediation is within its days or not at all.
    const lies = random.chance(LATE) ? random.between(3, 20) : 0;
    const from = addDays(day, stage === 'second-mediation' ? 0 : lies);
    const step = STEPS[stage]?.({ random, matter, day: from, ...callers });
    if (step === undefined) return;
    day = step.on;
    if (day > today) return;
    const hand = openHand(matter, { ...doing, caller: step.by, today: day });
    step.act(hand);
    matter = hand.close();
  }
}

const STEPS: Partial<Record<Stage, (at: At) => Step>> = {
  received: choose,
  referred: answer,
  'police-mediation': mediate,
  'second-mediation': mediateAgain,
  performing: perform,
  recognition: decide,
  'at-station': ({ random, day, officer }) => ({
    on: addDays(day, 1),
    by: officer,
    act: (hand) => noteReceipt(hand, `青派受〔${day.slice(0, 4)}〕${random.between(1, 999)}号`),
  }),
  telling: ({ random, day, desk }) => {
    const how = random.pick(REACHED_HOW);
    const satisfied = random.weighted([
      ['yes', 60],
      ['not-asked', 34],
      ['no', 6],
    ] as const);
    return { on: addDays(day, random.below(4)), by: desk, act: (hand) => tell(hand, how, satisfied) };
  },
  'fed-back': end,
  violence: ({ random, day, officer }) => ({
    on: day,
    by: officer,
    act: (hand) => handOverViolence(hand, `青派受〔${day.slice(0, 4)}〕${random.between(1, 999)}号`),
  }),
  'violence-handed': ({ random, day, officer }) => ({
    on: addDays(day, random.below(2)),
    by: officer,
    act: (hand) => tellVictim(hand, 'visit'),
  }),
};

function choose(at: At): Step {
  const { random, matter, day, desk, officer } = at;
  const fork = forkOf(answersOf(matter.dispute));
  const on = addDays(day, fork.atOnce ? 0 : random.below(2));
  const above = levelsAbove(matter.dispute.level).find((level) => level !== 'judicial');
  if (
    fork.reason === 'civil' &&
    matter.levels.length === 1 &&
    random.chance(ESCALATED) &&
    above !== undefined
  ) {
    const reason = random.pick(REASONS);
    return { on, by: desk, act: (hand) => escalate(hand, above, reason) };
  }
  if (fork.reason === 'civil') return { on, by: desk, act: civilWay(random, on) };
  if (fork.reason !== 'public-order') return { on, by: officer, act: (hand) => transfer(hand, null) };
  return { on, by: officer, act: orderWay(random, matter, on) };
}

function civilWay(random: Random, on: CalendarDay): (hand: Hand) => void {
  const way = random.weighted(CIVIL_WAYS);
  const body = way === 'committee' ? 'mediation-committee' : random.weighted(OTHER_BODIES);
  const request = random.pick(REQUESTS);
  switch (way) {
    case 'court':
      return adviseCourt;
    case 'themselves':
      return settleThemselves;
    case 'withdrawn':
      return withdraw;
    default:
      return (hand) =>
        refer(hand, {
          body,
          bodyName: '',
          part: 'referred',
          request,
          dueOn: addDays(on, REFERRAL_DAYS),
          partiesKnow: true,
        });
  }
}

function orderWay(random: Random, { sessions }: Matter, on: CalendarDay): (hand: Hand) => void {
  const way = random.weighted(ORDER_WAYS);
  const wait = random.between(0, 4);
  const agreement = agreementOn(random, on);
  // Once it was mediated it is not mediated anew.
  if (way === 'transfer' || (way === 'mediation' && sessions.length > 0))
    return (hand) => transfer(hand, null);
  if (way === 'mediation') return (hand) => beginMediation(hand, addDays(on, wait), []);
  const application = { kind: 'self-settlement', exclusions: [], agreement, performedOn: on } as const;
  return (hand) => takeApplication(hand, application);
}

function answer({ random, matter, day, desk }: At): Step {
  const asked = openReferral(matter.referrals);
  const on = addDays(day, random.between(2, 17));
  const outcome = random.weighted(BODY_OUTCOMES);
  const words = random.pick(BODY_ANSWERS);
  const agreement = agreementOn(random, addDays(on, -1));
  const isNoted =
    random.chance(WITH_AGREEMENT) && outcome === 'settled' && matter.dispute.route === 'people-mediation';
  return {
    on,
    by: desk,
    act: (hand) =>
      answerReferral(
        hand,
        asked?.id ?? '',
        { answeredOn: on, outcome, answer: words },
        isNoted ? agreement : null,
      ),
  };
}

function mediate({ random, matter, day, officer }: At): Step {
  const on = laterOf(matter.dispute.dueOn ?? day, day);
  const outcome = random.weighted([
    ['agreed', 74],
    ['once-more', 14],
    ['failed', 12],
  ] as const);
  return { on, by: officer, act: session(random, matter, on, outcome) };
}

function mediateAgain({ random, matter, day, officer }: At): Step {
  const on = addWorkingDays(day, random.between(3, 6));
  const outcome = random.weighted([
    ['agreed', 60],
    ['failed', 40],
  ] as const);
  return { on, by: officer, act: session(random, matter, on, outcome) };
}

function session(
  random: Random,
  { parties }: Matter,
  heldOn: CalendarDay,
  outcome: SessionInput['outcome'],
): (hand: Hand) => void {
  const hour = random.between(9, 16);
  const agreement = agreementOn(random, heldOn);
  const held: SessionInput = {
    heldOn,
    from: `${String(hour).padStart(2, '0')}:00`,
    to: `${String(hour + 1).padStart(2, '0')}:30`,
    place: '警务室调解室',
    present: '网格员到场',
    course: random.pick(COURSES),
    recording: `执法记录仪 ${random.between(1, 6)} 号`,
    guardianPresent: parties.some(({ minor }) => minor),
    outcome,
  };
  return (hand) => holdSession(hand, held, outcome === 'agreed' ? agreement : null);
}

function perform({ random, matter, day, officer }: At): Step {
  const by = matter.agreements.at(-1)?.performBy ?? day;
  if (random.chance(0.08)) return { on: laterOf(addDays(by, 2), day), by: officer, act: reportBreach };
  const on = laterOf(addDays(by, -random.below(4)), day);
  return { on, by: officer, act: (hand) => confirmPerformance(hand, on) };
}

function decide({ random, day, officer }: At): Step {
  const granted = random.chance(0.9);
  return {
    on: addDays(day, random.between(1, 3)),
    by: officer,
    act: (hand) => decideRecognition(hand, { granted, performedOn: null }),
  };
}

function end({ random, matter, day, desk, officer }: At): Step {
  const next = owed(matter.followUps)[0];
  if (next === undefined) return { on: addDays(day, random.between(1, 5)), by: officer, act: archive };
  const how = random.pick(REACHED_HOW);
  const finding = random.weighted(FINDINGS);
  const satisfied = finding === 'holds' ? 'yes' : 'not-asked';
  const on = laterOf(addDays(next.dueOn, random.below(5)), day);
  return {
    on,
    by: desk,
    act: (hand) => followUp(hand, next.id, { doneOn: on, how, finding, satisfied, note: '' }),
  };
}

function agreementOn(random: Random, agreedOn: CalendarDay): AgreementInput {
  return {
    form: 'written',
    agreedOn,
    facts: random.pick(FACTS),
    terms: random.pick(TERMS),
    performBy: addDays(agreedOn, random.between(2, 20)),
    manner: random.pick(MANNERS),
  };
}

function laterOf(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one > other ? one : other;
}
