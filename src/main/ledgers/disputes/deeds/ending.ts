/** 反馈, 回访, 归档: nothing is archived without feedback, and nothing settled without somebody having asked whether it holds. */
import { addMonths, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { orRefuse, refuse, refuseField } from '#shared/kernel/failure.ts';
import { RECORDS_MAX } from '#shared/contract/disputes/disputes.ts';
import { DISPUTE_RETENTION_MONTHS, WRONG_ENTRY_RETENTION_MONTHS } from '#shared/ledgers/disputes/intake.ts';
import { followUpsAfter } from '#shared/ledgers/disputes/machine.ts';
import {
  cleanFollowUp,
  followUpIssues,
  type FollowUpInput,
  type REACHED_HOW,
} from '#shared/ledgers/disputes/records.ts';
import type { SATISFACTION } from '#shared/ledgers/visitors.ts';
import { checkOpen, refuseDeed, type Hand } from '#main/ledgers/disputes/hand.ts';
import { owed } from '#main/ledgers/disputes/matter.ts';

type How = (typeof REACHED_HOW)[number];

/** A day further off is a slip of the pen. */
const PLANNED_AHEAD_MONTHS = 12;

export function tell(hand: Hand, toldHow: How, satisfied: (typeof SATISFACTION)[number]): void {
  const { today } = hand.doing;
  const days = followUpsAfter(hand.matter().dispute.result, today);
  hand.proceed({ name: 'tell', firstFollowUp: days[0] ?? null }, { toldOn: today, toldHow, satisfied });
  for (const dueOn of days) plan(hand, dueOn);
}

export function followUp(hand: Hand, id: string, input: FollowUpInput): void {
  const { caller, today } = hand.doing;
  const { dispute, followUps } = hand.matter();
  const done = followUps.find((one) => one.id === id) ?? refuse({ code: 'missing' });
  if (done.doneOn !== null) refuseDeed('not-now');
  const made = cleanFollowUp(input);
  orRefuse(followUpIssues(made, dispute.toldOn ?? today, today));
  const next = owed(followUps).find((one) => one.id !== id)?.dueOn ?? null;
  const { satisfied } = made;
  hand.proceed({ name: 'followUp', nextFollowUp: next }, satisfied === 'not-asked' ? {} : { satisfied });
  hand.change('followUps', done, { ...made, doneBy: caller.staff });
}

/** One more than is planned by itself. */
export function planFollowUp(hand: Hand, dueOn: CalendarDay): void {
  const { caller, today } = hand.doing;
  const { dispute, followUps } = hand.matter();
  checkOpen(hand.matter(), caller);
  if (dispute.stage !== 'fed-back') refuseDeed('not-now');
  if (dueOn < today) refuseField('dueOn', 'past');
  if (dueOn > addMonths(today, PLANNED_AHEAD_MONTHS)) refuseField('dueOn', 'too-far');
  if (followUps.length >= RECORDS_MAX) refuseField('dueOn', 'too-many');
  plan(hand, dueOn);
  hand.amend({ dueOn: owed(hand.matter().followUps)[0]?.dueOn ?? dueOn });
}

export function archive(hand: Hand): void {
  const { today } = hand.doing;
  hand.proceed({ name: 'archive' }, { archivedOn: today });
  hand.keepUntil(addMonths(today, DISPUTE_RETENTION_MONTHS));
}

/** As if it came in anew, with all that was written down; whoever left meanwhile does not own it. */
export function reopen(hand: Hand): void {
  const { caller, roleOf } = hand.doing;
  const { owner } = hand.matter().dispute;
  const untold = { toldOn: null, toldHow: null, satisfied: 'not-asked', receipt: '' } as const;
  hand.proceed({ name: 'reopen' }, { ...untold, archivedOn: null });
  if (roleOf(owner) === null) hand.amend({ owner: caller.staff });
  dropOwed(hand, 'reopened');
  hand.keepUntil(null);
}

/** Follow-up visits of a feedback that no longer stands. */
export function dropOwed(hand: Hand, why: string): void {
  const until = addMonths(hand.doing.today, WRONG_ENTRY_RETENTION_MONTHS);
  for (const one of owed(hand.matter().followUps)) hand.drop('followUps', one, until, why);
}

function plan(hand: Hand, dueOn: CalendarDay): void {
  const ordinal = 1 + Math.max(0, ...hand.matter().followUps.map((one) => one.ordinal));
  hand.hang('followUps', {
    ordinal,
    dueOn,
    doneOn: null,
    how: null,
    finding: null,
    satisfied: 'not-asked',
    note: '',
    doneBy: null,
  });
}
