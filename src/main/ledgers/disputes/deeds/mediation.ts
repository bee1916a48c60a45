/** 治安调解 and 认可: what an officer does with a case of public order (程序规定 178–186). */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { MediationExclusion } from '#shared/ledgers/disputes/questions.ts';
import {
  agreementIssues,
  cleanAgreement,
  cleanSession,
  sessionIssues,
  type AgreementInput,
  type AgreementKind,
  type SessionInput,
} from '#shared/ledgers/disputes/records.ts';
import { orRefuse, refuseField } from '#shared/kernel/failure.ts';
import { refuseDeed, type Hand } from '#main/ledgers/disputes/hand.ts';
import type { AgreementEntry } from '#main/ledgers/disputes/tables.ts';

export function holdSession(hand: Hand, input: SessionInput, agreed: AgreementInput | null): void {
  const { caller, today } = hand.doing;
  const { dispute, parties } = hand.matter();
  const session = cleanSession(input);
  const minor = dispute.minor || parties.some((party) => party.minor);
  orRefuse(sessionIssues(session, minor));
  const agreement = agreementOf(session, agreed, today);
  const ordinal = dispute.stage === 'second-mediation' ? 2 : 1;
  const { outcome, heldOn } = session;
  // Before it is written down: the second has to end within days of the first.
  hand.proceed({ name: 'holdSession', outcome, heldOn, performBy: agreement?.performBy ?? null });
  hand.hang('sessions', { ...session, ordinal, host: caller.staff });
  if (agreement !== null) hangAgreement(hand, 'police-mediation', agreement, null);
}

function agreementOf(
  { outcome, heldOn }: SessionInput,
  agreed: AgreementInput | null,
  today: CalendarDay,
): AgreementInput | null {
  if (outcome !== 'agreed') return agreed === null ? null : refuseField('agreement', 'not-agreed');
  if (agreed === null) return refuseField('agreement', 'required');
  const agreement = cleanAgreement(agreed);
  const issues = agreementIssues(agreement, 'police-mediation', today);
  if (agreement.agreedOn < heldOn) issues.push({ field: 'agreedOn', rule: 'before-start' });
  orRefuse(issues);
  return agreement;
}

export function confirmPerformance(hand: Hand, performedOn: CalendarDay): void {
  hand.proceed({ name: 'confirmPerformance', performedOn });
  const agreement = standingAgreement(hand);
  notBefore(performedOn, agreement.agreedOn);
  hand.change('agreements', agreement, { performedOn });
}

export function reportBreach(hand: Hand): void {
  hand.proceed({ name: 'reportBreach' });
  hand.change('agreements', standingAgreement(hand), { breachedOn: hand.doing.today });
}

/** Both parties ask in writing that what they settled is recognised. */
export function takeApplication(
  hand: Hand,
  application: {
    readonly kind: AgreementKind;
    readonly exclusions: readonly MediationExclusion[];
    readonly agreement: AgreementInput;
    readonly performedOn: CalendarDay | null;
  },
): void {
  const { kind, exclusions, performedOn } = application;
  const agreement = cleanAgreement(application.agreement);
  const issues = agreementIssues(agreement, kind, hand.doing.today);
  if (performedOn !== null && performedOn > hand.doing.today)
    issues.push({ field: 'performedOn', rule: 'future' });
  orRefuse(issues);
  if (performedOn !== null) notBefore(performedOn, agreement.agreedOn);
  hand.proceed({ name: 'takeApplication', exclusions });
  hangAgreement(hand, kind, agreement, performedOn);
}

export function decideRecognition(
  hand: Hand,
  { granted, performedOn: given }: { readonly granted: boolean; readonly performedOn: CalendarDay | null },
): void {
  const known = hand.matter().agreements.at(-1)?.performedOn ?? null;
  const performedOn = given ?? known;
  hand.proceed({ name: 'decideRecognition', granted, performedOn });
  if (!granted) return;
  const agreement = standingAgreement(hand);
  if (performedOn !== null) notBefore(performedOn, agreement.agreedOn);
  hand.change('agreements', agreement, { performedOn, recognisedOn: hand.doing.today });
}

function hangAgreement(
  hand: Hand,
  kind: AgreementKind,
  agreement: AgreementInput,
  performedOn: CalendarDay | null,
): void {
  const open = { confirmUntil: null, breachedOn: null, recognisedOn: null };
  hand.hang('agreements', { ...agreement, kind, performedOn, ...open });
}

/** The one that the stage is about. */
function standingAgreement(hand: Hand): AgreementEntry {
  return hand.matter().agreements.at(-1) ?? refuseDeed('not-now');
}

function notBefore(performedOn: CalendarDay, agreedOn: CalendarDay): void {
  if (performedOn < agreedOn) refuseField('performedOn', 'before-start');
}
