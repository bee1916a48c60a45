/** How a matter goes from stage to stage: which deeds are open, what speaks against one, and where it leads. Pure. */
import { assertNever } from '#shared/kernel/assert-never.ts';
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Role } from '#shared/kernel/role.ts';
import { addWorkingDays } from '#shared/kernel/working-days.ts';
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
import { forkOf, type Answers } from './questions.ts';
import { isOpen, isViolence, SECOND_MEDIATION_WORKING_DAYS, STAGE_RULES, type Stage } from './stages.ts';

/** What the record offers as buttons: deeds that this role could do today, if what they bring with them is right. */
export function deedsOpen(standing: Standing, role: Role, today: CalendarDay): DeedName[] {
  return DEED_NAMES.filter((name) => standingFlaw(standing, name, role, today) === null);
}

/** @param today the office's day */
export function deedFlaw(standing: Standing, deed: Deed, role: Role, today: CalendarDay): DeedFlaw | null {
  return standingFlaw(standing, deed.name, role, today) ?? ownFlaw(standing, deed, today);
}

/** What speaks against a deed whatever it brings with it. */
function standingFlaw(standing: Standing, name: DeedName, role: Role, today: CalendarDay): DeedFlaw | null {
  const { stage, answers, firstMediationOn, followUpsOwed } = standing;
  const rule: DeedRule = DEED_RULES[name];
  if (!rule.roles.includes(role)) return 'forbidden';
  if (!rule.from.includes(stage)) return 'not-now';
  // What an officer has begun an auxiliary does not end; who is in danger may be helped by anybody.
  const others = role === 'auxiliary' && STAGE_RULES[stage].ownedBy === 'officer';
  if (others && name !== 'reportViolence') return 'forbidden';
  const route = routeOf(name);
  if (route !== null && !forkOf(answers).routes.includes(route)) return 'way-closed';
  switch (name) {
    case 'beginMediation':
      // Not anew after a refused recognition or a reopening: there is one second mediation and no third.
      return firstMediationOn === null ? null : 'second-only-once';
    case 'putOff':
      return secondFlaw(standing, today);
    case 'followUp':
      return followUpsOwed > 0 ? null : 'not-now';
    case 'archive':
      return followUpsOwed > 0 ? 'follow-ups-owed' : null;
    default:
      return null;
  }
}

/** The way that has to be open for a deed; null for deeds that are done on any. Both ways of `refer` are open together. */
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

/** What speaks against what a deed brings with it. */
function ownFlaw(standing: Standing, deed: Deed, today: CalendarDay): DeedFlaw | null {
  switch (deed.name) {
    case 'refer':
      return dayFlaw(deed.dueOn, today);
    case 'beginMediation':
      return deed.exclusions.length > 0 ? 'excluded' : dayFlaw(deed.heldOn, today);
    case 'putOff':
      return dayFlaw(deed.heldOn, today) ?? secondFlaw(standing, deed.heldOn);
    case 'holdSession':
      return sessionFlaw(standing, deed, today);
    case 'confirmPerformance':
      return deed.performedOn > today ? 'future' : null;
    case 'takeApplication':
      return deed.exclusions.length > 0 ? 'excluded' : null;
    case 'decideRecognition':
      if (!deed.granted) return null;
      if (deed.performedOn === null) return 'not-performed';
      return deed.performedOn > today ? 'future' : null;
    case 'tell':
      if (deed.firstFollowUp === null) return isSettled(standing.result) ? 'day-needed' : null;
      return dayFlaw(deed.firstFollowUp, today);
    case 'followUp':
      // The next may be overdue already: the one before it has to be written down all the same.
      return deed.nextFollowUp === null && standing.followUpsOwed > 1 ? 'day-needed' : null;
    default:
      return null;
  }
}

/** Days: further off than this a day is a slip of the pen. */
const FAR_DAYS = 366;

/** Of a day on which something is to be done or done by. */
function dayFlaw(day: CalendarDay, today: CalendarDay): DeedFlaw | null {
  if (day < today) return 'past';
  return day > addDays(today, FAR_DAYS) ? 'too-far' : null;
}

function sessionFlaw(
  standing: Standing,
  { heldOn, outcome, performBy }: Extract<Deed, { name: 'holdSession' }>,
  today: CalendarDay,
): DeedFlaw | null {
  if (heldOn > today) return 'future';
  if (standing.stage === 'police-mediation' && heldOn < addDays(today, -FAR_DAYS)) return 'too-far';
  const late = secondFlaw(standing, heldOn);
  if (late !== null) return late;
  if (standing.stage === 'second-mediation' && outcome === 'once-more') return 'second-only-once';
  if (outcome !== 'agreed') return null;
  return performBy === null ? 'day-needed' : dayFlaw(performBy, heldOn);
}

/** 程序规定 183: the second and last mediation ends within seven working days of the first. */
function secondFlaw({ stage, firstMediationOn }: Standing, heldOn: CalendarDay): DeedFlaw | null {
  if (stage !== 'second-mediation' || firstMediationOn === null) return null;
  if (heldOn < firstMediationOn) return 'before-mediation';
  return heldOn > lastDayForSecond(firstMediationOn) ? 'second-too-late' : null;
}

/** The seventh working day itself: a free day right after it is too late already. */
export function lastDayForSecond(firstMediationOn: CalendarDay): CalendarDay {
  return addWorkingDays(firstMediationOn, SECOND_MEDIATION_WORKING_DAYS);
}

/** Where a new matter begins: domestic violence is never taken in as a dispute. */
export function begin(answers: Answers, today: CalendarDay): Advance {
  return answers.violence
    ? {
        stage: 'violence',
        route: 'domestic-violence',
        result: null,
        dueOn: dueAt('violence', answers, today),
      }
    : { stage: 'received', route: null, result: null, dueOn: dueAt('received', answers, today) };
}

/** Until when the next step is due; of what has to be done at once it is the same day. */
function dueAt(stage: Stage, answers: Answers, entered: CalendarDay): CalendarDay | null {
  if (stage === 'received' && forkOf(answers).atOnce) return entered;
  const { dueDays } = STAGE_RULES[stage];
  return dueDays === null ? null : addDays(entered, dueDays);
}

/** Where a deed without flaw leads. `today` is the day it is done. */
export function advance(standing: Standing, deed: Deed, today: CalendarDay): Advance {
  const { route, result, answers } = standing;
  const to = (stage: Stage, changes: Partial<Omit<Advance, 'stage'>> = {}): Advance => {
    return { stage, route, result, dueOn: dueAt(stage, answers, today), ...changes };
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
      return to('telling', { result: 'settled-written' });
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
  if (deed.outcome === 'once-more' && stage === 'police-mediation')
    return to('second-mediation', { dueOn: lastDayForSecond(deed.heldOn) });
  return to('at-station', { result: 'mediation-failed' });
}

/** Days after the feedback on which somebody asks whether it holds: 15 and 90 where it was settled, else none. */
export const FOLLOW_UP_DAYS = [15, 90] as const;

export function followUpsAfter(result: DisputeResult | null, toldOn: CalendarDay): CalendarDay[] {
  return isSettled(result) ? FOLLOW_UP_DAYS.map((after) => addDays(toldOn, after)) : [];
}

/**
 * Whether the matter may be answered anew. Once a way is chosen or a result stands, the answers must not leave it: a quarrel
 * that was withdrawn does not become a case of public order afterwards. Violence may be answered always and taken back never.
 */
export function answersFit({ stage, route, answers: before }: Standing, answers: Answers): boolean {
  if (!isOpen(stage)) return false;
  if (isViolence(stage) || answers.violence) return answers.violence;
  const fork = forkOf(answers);
  if (stage === 'received' || fork.reason === forkOf(before).reason) return true;
  return route !== null && fork.routes.includes(route);
}
