/**
 * What may be done to a matter, by whom, and where it leads: one table. A deed that is not in it cannot be done, and no path
 * of it reaches the archive without feedback, lets an auxiliary mediate, or closes domestic violence as a dispute.
 * At a stage that an officer owns an auxiliary may do one thing only, whatever the table says: report domestic violence.
 */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Role } from '#shared/kernel/role.ts';
import type { BodyOutcome, DisputeResult, Route } from './codes.ts';
import type { Answers, MediationExclusion } from './questions.ts';
import type { Stage } from './stages.ts';

export interface DeedRule {
  readonly from: readonly Stage[];
  readonly roles: readonly Role[];
  readonly to: readonly Stage[];
}

const DESK: readonly Role[] = ['auxiliary', 'officer'];
const OFFICER: readonly Role[] = ['officer'];
const BEFORE_FEEDBACK = [
  'received',
  'referred',
  'police-mediation',
  'second-mediation',
  'performing',
  'recognition',
  'at-station',
  'telling',
] as const satisfies readonly Stage[];

/** The table; docs/disputes.md prints it. */
export const DEED_RULES = {
  refer: { from: ['received'], roles: DESK, to: ['referred'] },
  adviseCourt: { from: ['received', 'referred'], roles: DESK, to: ['telling'] },
  answerReferral: { from: ['referred'], roles: DESK, to: ['telling', 'received'] },
  settleThemselves: { from: ['received', 'referred'], roles: DESK, to: ['telling'] },
  withdraw: { from: ['received', 'referred'], roles: DESK, to: ['telling'] },
  beginMediation: { from: ['received'], roles: OFFICER, to: ['police-mediation'] },
  putOff: {
    from: ['police-mediation', 'second-mediation'],
    roles: OFFICER,
    to: ['police-mediation', 'second-mediation'],
  },
  holdSession: {
    from: ['police-mediation', 'second-mediation'],
    roles: OFFICER,
    to: ['performing', 'second-mediation', 'at-station'],
  },
  confirmPerformance: { from: ['performing'], roles: OFFICER, to: ['telling'] },
  reportBreach: { from: ['performing'], roles: OFFICER, to: ['at-station'] },
  takeApplication: {
    from: ['received', 'police-mediation', 'second-mediation'],
    roles: OFFICER,
    to: ['recognition'],
  },
  decideRecognition: { from: ['recognition'], roles: OFFICER, to: ['telling', 'received'] },
  transfer: {
    from: ['received', 'referred', 'police-mediation', 'second-mediation', 'performing', 'recognition'],
    roles: DESK,
    to: ['at-station'],
  },
  noteReceipt: { from: ['at-station'], roles: OFFICER, to: ['telling'] },
  tell: { from: ['telling'], roles: DESK, to: ['fed-back'] },
  followUp: { from: ['fed-back'], roles: DESK, to: ['fed-back'] },
  archive: { from: ['fed-back'], roles: OFFICER, to: ['archived'] },
  reopen: { from: ['fed-back', 'archived'], roles: OFFICER, to: ['received'] },
  reportViolence: { from: [...BEFORE_FEEDBACK, 'fed-back'], roles: DESK, to: ['violence'] },
  handOverViolence: { from: ['violence'], roles: OFFICER, to: ['violence-handed'] },
  tellVictim: { from: ['violence-handed'], roles: OFFICER, to: ['violence-ended'] },
} as const satisfies Readonly<Record<string, DeedRule>>;
export type DeedName = keyof typeof DEED_RULES;
export const DEED_NAMES = Object.keys(DEED_RULES) as [DeedName, ...DeedName[]];

/** What a deed brings with it, as far as the way depends on it. Days are calendar days of the office. */
export type Deed =
  | { readonly name: 'refer'; readonly route: 'people-mediation' | 'other-body'; readonly dueOn: CalendarDay }
  | { readonly name: 'adviseCourt' | 'settleThemselves' | 'withdraw' }
  | { readonly name: 'answerReferral'; readonly outcome: BodyOutcome }
  | {
      readonly name: 'beginMediation';
      readonly exclusions: readonly MediationExclusion[];
      readonly heldOn: CalendarDay;
    }
  | { readonly name: 'putOff'; readonly heldOn: CalendarDay }
  | {
      readonly name: 'holdSession';
      readonly outcome: SessionOutcome;
      readonly heldOn: CalendarDay;
      /** Of an agreement: the day by which it is to be performed. */
      readonly performBy: CalendarDay | null;
    }
  | { readonly name: 'confirmPerformance'; readonly performedOn: CalendarDay }
  | { readonly name: 'takeApplication'; readonly exclusions: readonly MediationExclusion[] }
  | { readonly name: 'reportBreach' | 'transfer' | 'noteReceipt' }
  | {
      readonly name: 'decideRecognition';
      readonly granted: boolean;
      /** Recognised is what was performed already. */
      readonly performedOn: CalendarDay | null;
    }
  | { readonly name: 'tell'; readonly firstFollowUp: CalendarDay | null }
  | { readonly name: 'followUp'; readonly nextFollowUp: CalendarDay | null }
  | { readonly name: 'archive' | 'reopen' | 'reportViolence' | 'handOverViolence' | 'tellVictim' };

/** 达成协议, 未达成且可再次调解, 未达成. */
export const SESSION_OUTCOMES = ['agreed', 'once-more', 'failed'] as const;
export type SessionOutcome = (typeof SESSION_OUTCOMES)[number];

/** What the machine has to know of a matter. */
export interface Standing {
  readonly stage: Stage;
  readonly route: Route | null;
  readonly result: DisputeResult | null;
  readonly answers: Answers;
  /** The day of the first police mediation that was held, or null. */
  readonly firstMediationOn: CalendarDay | null;
  /** Follow-up visits planned and not made yet; they fall away when a matter is reopened. */
  readonly followUpsOwed: number;
}

export interface Advance {
  readonly stage: Stage;
  readonly route: Route | null;
  readonly result: DisputeResult | null;
  /** Null where nothing is due any more. */
  readonly dueOn: CalendarDay | null;
}

/** Why a deed cannot be done; the counter has words for each. */
export const DEED_FLAWS = [
  'not-now',
  'forbidden',
  'way-closed',
  'excluded',
  'second-only-once',
  'second-too-late',
  'before-mediation',
  'not-performed',
  'follow-ups-owed',
  'day-needed',
  'past',
  'future',
  'too-far',
] as const;
export type DeedFlaw = (typeof DEED_FLAWS)[number];
