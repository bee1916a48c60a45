/** How a matter goes from stage to stage: which deeds are open, what speaks against one, and where it leads. Pure. */
import { assertNever } from '#shared/kernel/assert-never.ts';
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Role } from '#shared/kernel/role.ts';
import { workingDaysBetween } from '#shared/kernel/working-days.ts';
import { isSettled, type DisputeResult, type Route } from './codes.ts';
import {
  DEED_NAMES,
  DEED_RULES,
  type Advance,
  type Deed,
  type DeedFlaw,
  type DeedName,
  type DeedRule,
  type Standing,
} from './deeds.ts';
import { forkOf, rolesOfRoute, type Answers } from './questions.ts';
import { isOpen, isViolence, SECOND_MEDIATION_WORKING_DAYS, STAGE_RULES, type Stage } from './stages.ts';

/** Deeds that a role may do now, before what they bring with them is known: what the record offers as buttons. */
export function deedsOpen(standing: Standing, role: Role): DeedName[] {
  return DEED_NAMES.filter((name) => {
    const rule: DeedRule = DEED_RULES[name];
    if (!rule.from.includes(standing.stage) || !rule.roles.includes(role)) return false;
    const route = routeOf(name);
    if (route !== null && !forkOf(standing.answers).routes.includes(route)) return false;
    return name !== 'archive' || standing.followUpsOwed === 0;
  });
}

/** @param today the office's day */
export function deedFlaw(standing: Standing, deed: Deed, role: Role, today: CalendarDay): DeedFlaw | null {
  const rule: DeedRule = DEED_RULES[deed.name];
  if (!rule.roles.includes(role)) return 'forbidden';
  if (!rule.from.includes(standing.stage)) return 'not-now';
  const route = deed.name === 'refer' ? deed.route : routeOf(deed.name);
  if (route !== null) {
    if (!rolesOfRoute(route).includes(role)) return 'forbidden';
    if (!forkOf(standing.answers).routes.includes(route)) return 'way-closed';
  }
  return ownFlaw(standing, deed, today);
}

/** The way a deed sends a matter; null for deeds within a way, and for `refer`, which names its own. */
function routeOf(name: DeedName): Route | null {
  switch (name) {
    case 'refer':
      return 'people-mediation';
    case 'adviseCourt':
    case 'settleThemselves':
    case 'withdraw':
      return 'court';
    case 'beginMediation':
      return 'police-mediation';
    case 'takeApplication':
      return 'recognition';
    default:
      return null;
  }
}

function ownFlaw(standing: Standing, deed: Deed, today: CalendarDay): DeedFlaw | null {
  switch (deed.name) {
    case 'refer':
      return deed.dueOn < today ? 'past' : null;
    case 'beginMediation':
      if (deed.exclusions.length > 0) return 'excluded';
      return deed.heldOn < today ? 'past' : null;
    case 'putOff':
      if (deed.heldOn < today) return 'past';
      return secondFlaw(standing, deed.heldOn);
    case 'holdSession':
      return sessionFlaw(standing, deed, today);
    case 'decideRecognition':
      return deed.granted && !deed.performed ? 'not-performed' : null;
    case 'tell':
      return deed.firstFollowUp !== null && deed.firstFollowUp < today ? 'past' : null;
    case 'followUp':
      return deed.nextFollowUp !== null && deed.nextFollowUp < today ? 'past' : null;
    case 'archive':
      return standing.followUpsOwed > 0 ? 'follow-ups-owed' : null;
    default:
      return null;
  }
}

function sessionFlaw(
  standing: Standing,
  deed: Extract<Deed, { name: 'holdSession' }>,
  today: CalendarDay,
): DeedFlaw | null {
  if (deed.heldOn > today) return 'future';
  const late = secondFlaw(standing, deed.heldOn);
  if (late !== null) return late;
  if (standing.stage === 'second-mediation' && deed.outcome === 'once-more') return 'second-only-once';
  if (deed.outcome !== 'agreed') return null;
  if (deed.performBy === null) return 'day-needed';
  return deed.performBy < deed.heldOn ? 'past' : null;
}

/** 程序规定 183: the second and last mediation ends within seven working days of the first. */
function secondFlaw({ stage, firstMediationOn }: Standing, heldOn: CalendarDay): DeedFlaw | null {
  if (stage !== 'second-mediation' || firstMediationOn === null) return null;
  if (heldOn < firstMediationOn) return 'before-mediation';
  return workingDaysBetween(firstMediationOn, heldOn) > SECOND_MEDIATION_WORKING_DAYS
    ? 'second-too-late'
    : null;
}

/** Where a deed without flaw leads. `today` is the day it is done. */
export function advance(standing: Standing, deed: Deed, today: CalendarDay): Advance {
  const { route, result } = standing;
  const to = (stage: Stage, changes: Partial<Omit<Advance, 'stage'>> = {}): Advance => {
    const rule = STAGE_RULES[stage];
    return { stage, route, result, dueOn: rule.dueFrom === null ? null : rule.dueFrom(today), ...changes };
  };
  switch (deed.name) {
    case 'refer':
      return to('referred', { route: deed.route, dueOn: deed.dueOn });
    case 'adviseCourt':
      return to('telling', { route: 'court', result: 'court' });
    case 'settleThemselves':
      return to('telling', { result: 'settled-themselves' });
    case 'withdraw':
      return to('telling', { result: 'withdrawn' });
    case 'answerReferral':
      if (deed.outcome === 'returned') return to('received', { route: null });
      return to('telling', { result: deed.outcome === 'settled' ? 'settled-by-body' : 'not-settled' });
    case 'beginMediation':
      return to('police-mediation', { route: 'police-mediation', dueOn: deed.heldOn });
    case 'putOff':
      return to(standing.stage, { dueOn: deed.heldOn });
    case 'holdSession':
      return afterSession(to, deed, standing);
    case 'confirmPerformance':
      return to('telling', { result: deed.form === 'oral' ? 'settled-oral' : 'settled-written' });
    case 'reportBreach':
      return to('at-station', { result: 'not-performed' });
    case 'takeApplication':
      return to('recognition', { route: 'recognition' });
    case 'decideRecognition':
      return deed.granted ? to('telling', { result: 'recognised' }) : to('received', { route: null });
    case 'transfer':
      return to('at-station', { route: 'transfer', result: 'to-station' });
    case 'noteReceipt':
      return to('telling', { result: result ?? 'to-station' });
    case 'tell':
      return to('fed-back', { dueOn: deed.firstFollowUp ?? addDays(today, ARCHIVE_WITHIN_DAYS) });
    case 'followUp':
      return to('fed-back', { dueOn: deed.nextFollowUp ?? addDays(today, ARCHIVE_WITHIN_DAYS) });
    case 'archive':
      return to('archived');
    case 'reopen':
      return to('received', { route: null, result: null });
    case 'reportViolence':
      return to('violence', { route: 'domestic-violence', result: null });
    case 'handOverViolence':
      return to('violence-handed');
    case 'tellVictim':
      return to('violence-ended');
    default:
      return assertNever(deed);
  }
}

/** Days after the last feedback within which the papers are filed: the office's own promise. */
const ARCHIVE_WITHIN_DAYS = 7;

function afterSession(
  to: (stage: Stage, changes?: Partial<Omit<Advance, 'stage'>>) => Advance,
  deed: Extract<Deed, { name: 'holdSession' }>,
  { stage }: Standing,
): Advance {
  if (deed.outcome === 'agreed') return to('performing', { dueOn: deed.performBy });
  if (deed.outcome === 'once-more' && stage === 'police-mediation') {
    const again = STAGE_RULES['second-mediation'].dueFrom;
    return to('second-mediation', again === null ? {} : { dueOn: again(deed.heldOn) });
  }
  return to('at-station', { result: 'mediation-failed' });
}

/** Days after the feedback on which somebody asks whether it holds: 15 and 90 where it was settled, else none. */
export const FOLLOW_UP_DAYS = [15, 90] as const;

export function followUpsAfter(result: DisputeResult | null, toldOn: CalendarDay): CalendarDay[] {
  return isSettled(result) ? FOLLOW_UP_DAYS.map((after) => addDays(toldOn, after)) : [];
}

/** The stage a new matter begins at: domestic violence is never taken in as a dispute. */
export function firstStage(answers: Answers): Extract<Stage, 'received' | 'violence'> {
  return answers.violence ? 'violence' : 'received';
}

/** Whether the matter may be answered anew: once a way is chosen, a new answer must still leave that way open. */
export function answersFit(standing: Standing, answers: Answers): boolean {
  const { stage, route } = standing;
  if (!isOpen(stage) || isViolence(stage)) return false;
  return answers.violence || route === null || forkOf(answers).routes.includes(route);
}
