/** Deeds that bring nothing with them but a reason or a number. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { MediationExclusion } from '#shared/ledgers/disputes/questions.ts';
import { STAGE_RULES } from '#shared/ledgers/disputes/stages.ts';
import { refuseField } from '#shared/kernel/failure.ts';
import { checkOpen, type Hand } from '#main/ledgers/disputes/hand.ts';

export function settleThemselves(hand: Hand): void {
  hand.proceed({ name: 'settleThemselves' });
}

export function withdraw(hand: Hand): void {
  hand.proceed({ name: 'withdraw' });
}

export function beginMediation(
  hand: Hand,
  heldOn: CalendarDay,
  exclusions: readonly MediationExclusion[],
): void {
  hand.proceed({ name: 'beginMediation', heldOn, exclusions });
}

export function putOff(hand: Hand, heldOn: CalendarDay): void {
  hand.proceed({ name: 'putOff', heldOn });
}

export function transfer(hand: Hand, officer: string | null): void {
  hand.proceed({ name: 'transfer' }, {}, officer);
}

/** The station took it over under this number. */
export function noteReceipt(hand: Hand, receipt: string): void {
  hand.proceed({ name: 'noteReceipt' }, { receipt });
}

/** Another owner; an officer is in charge of it from then on. */
export function assign(hand: Hand, owner: string): void {
  const { caller, roleOf } = hand.doing;
  checkOpen(hand.matter(), caller);
  const role = roleOf(owner);
  const isFree = STAGE_RULES[hand.matter().dispute.stage].ownedBy === 'desk' && role === 'auxiliary';
  if (role !== 'officer' && !isFree)
    refuseField('owner', role === 'auxiliary' ? 'officer-needed' : 'missing');
  hand.amend(role === 'officer' ? { owner, officer: owner } : { owner });
}
