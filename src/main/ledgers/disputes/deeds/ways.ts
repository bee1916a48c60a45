/** The ways of a civil matter: to a committee or another body, to the court, settled by themselves, withdrawn. */
import { addDays } from '#shared/kernel/calendar-day.ts';
import { LEVELS, levelsAbove, type Level } from '#shared/ledgers/disputes/codes.ts';
import {
  agreementIssues,
  cleanAgreement,
  cleanReferral,
  cleanReferralAnswer,
  CONFIRMATION_DAYS,
  referralAnswerIssues,
  referralIssues,
  type AgreementInput,
  type ReferralAnswer,
  type ReferralInput,
} from '#shared/ledgers/disputes/records.ts';
import { RECORDS_MAX } from '#shared/contract/disputes/disputes.ts';
import { orRefuse, refuse, refuseField } from '#shared/kernel/failure.ts';
import { checkOpenDispute, refuseDeed, type Hand } from '#main/ledgers/disputes/hand.ts';
import { openReferral } from '#main/ledgers/disputes/matter.ts';
import type { ReferralEntry } from '#main/ledgers/disputes/tables.ts';

export function refer(hand: Hand, input: ReferralInput): void {
  const referral = ask(hand, { ...input, part: 'referred' });
  const route = referral.body === 'mediation-committee' ? 'people-mediation' : 'other-body';
  hand.proceed({ name: 'refer', route, dueOn: referral.dueOn });
}

export function answerReferral(
  hand: Hand,
  id: string,
  input: ReferralAnswer,
  agreed: AgreementInput | null,
): void {
  const asked = openReferral(hand.matter().referrals);
  if (asked === null) refuseDeed('not-now');
  if (asked.id !== id) refuse({ code: 'missing' });
  const { outcome } = noteAnswer(hand, asked, input);
  if (agreed !== null) noteAgreement(hand, outcome === 'settled', agreed);
  hand.proceed({ name: 'answerReferral', outcome });
}

/** Only a committee's agreement may be confirmed by the court (人民调解法 33), so that no other is kept here. */
function noteAgreement(hand: Hand, settled: boolean, input: AgreementInput): void {
  if (!settled || hand.matter().dispute.route !== 'people-mediation') refuseField('agreement', 'not-agreed');
  const agreement = cleanAgreement(input);
  orRefuse(agreementIssues(agreement, 'people-mediation', hand.doing.today));
  hand.hang('agreements', {
    ...agreement,
    kind: 'people-mediation',
    confirmUntil: addDays(agreement.agreedOn, CONFIRMATION_DAYS),
    performedOn: null,
    breachedOn: null,
    recognisedOn: null,
  });
}

/** Another body sits at the table. */
export function invite(hand: Hand, input: ReferralInput): void {
  checkOpenDispute(hand.matter(), hand.doing.caller);
  ask(hand, { ...input, part: 'joint' });
}

export function answerInvitation(hand: Hand, id: string, input: ReferralAnswer): void {
  checkOpenDispute(hand.matter(), hand.doing.caller);
  const asked = hand.matter().referrals.find((one) => one.id === id) ?? refuse({ code: 'missing' });
  if (asked.part !== 'joint' || asked.answeredOn !== null) refuseDeed('not-now');
  noteAnswer(hand, asked, input);
}

export function adviseCourt(hand: Hand): void {
  hand.proceed({ name: 'adviseCourt' });
  raise(hand, 'judicial', '');
}

/** Up only. */
export function escalate(hand: Hand, level: Level, reason: string): void {
  checkOpenDispute(hand.matter(), hand.doing.caller);
  if (!levelsAbove(hand.matter().dispute.level).includes(level)) refuseField('level', 'up-only');
  raise(hand, level, reason);
}

/** Notes the level it stands at from today; nothing where it stands as high already. */
function raise(hand: Hand, level: Level, reason: string): void {
  if (LEVELS.indexOf(level) <= LEVELS.indexOf(hand.matter().dispute.level)) return;
  const { caller, today } = hand.doing;
  hand.hang('levels', { level, since: today, reason, movedBy: caller.staff });
  hand.amend({ level });
}

function ask(hand: Hand, input: ReferralInput): ReferralInput {
  const { caller, today } = hand.doing;
  const referral = cleanReferral(input);
  orRefuse(referralIssues(referral, today));
  if (hand.matter().referrals.length >= RECORDS_MAX) refuseField('body', 'too-many');
  const open = { answeredOn: null, outcome: null, answer: '' };
  hand.hang('referrals', { ...referral, sentOn: today, sentBy: caller.staff, ...open });
  return referral;
}

function noteAnswer(hand: Hand, asked: ReferralEntry, input: ReferralAnswer): ReferralAnswer {
  const answer = cleanReferralAnswer(input);
  orRefuse(referralAnswerIssues(answer, asked.sentOn, hand.doing.today));
  hand.change('referrals', asked, answer);
  return answer;
}
