/** What is written down while a matter is handled: sessions, the agreement, referrals, follow-up visits. */
import * as z from 'zod/mini';
import { addDays, isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { hasLabelOfPerson, labelIssues } from '#shared/kernel/person-labels.ts';
import { cleanLines, cleanText } from '#shared/kernel/text-input.ts';
import { SATISFACTION } from '#shared/ledgers/visitors.ts';
import { BODY_OUTCOMES, BODY_PARTS, DISPUTE_BODIES } from './codes.ts';
import { SESSION_OUTCOMES } from './deeds.ts';

export const RECORD_TEXT_MAX = 2000;
export const TERMS_MAX = 1000;
export const REQUEST_MAX = 200;
export const PRESENT_MAX = 100;
/** 人民调解法 33: both parties may ask the court to confirm within this many days of the agreement. */
export const CONFIRMATION_DAYS = 30;
/** 人民调解 usually ends within a month: what a referral is given at most. */
export const REFERRAL_DAYS_MAX = 30;
export const REFERRAL_DAYS = 15;

const day = z.string().check(z.maxLength(10));
const time = z.string().check(z.regex(/^(?:|(?:[01]\d|2[0-3]):[0-5]\d)$/));
const text = (max: number) => z.string().check(z.maxLength(max + 50));

export const sessionFields = {
  heldOn: day,
  /** `HH:mm`, or '' where nobody looked at the clock. */
  from: time,
  to: time,
  place: text(PRESENT_MAX),
  /** 其他在场人员: names and what they are, the grid worker and other bodies' people among them. */
  present: text(PRESENT_MAX),
  /** What was said and how it went; kept for the record of mediation, which quotes an insult where one was the matter. */
  course: text(RECORD_TEXT_MAX),
  /** Where the sound and picture are kept; they are elsewhere (程序规定 52 wants the whole course recorded). */
  recording: text(PRESENT_MAX),
  /** A minor's parents or other guardians were called and are there (程序规定 181). */
  guardianPresent: z.boolean(),
  outcome: z.enum(SESSION_OUTCOMES),
};
export const sessionInput = z.object(sessionFields);
export type SessionInput = z.infer<typeof sessionInput>;

export const AGREEMENT_KINDS = ['police-mediation', 'people-mediation', 'self-settlement'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];
export const AGREEMENT_FORMS = ['written', 'oral'] as const;

export const agreementFields = {
  form: z.enum(AGREEMENT_FORMS),
  agreedOn: day,
  /** 事实: cause, course, circumstances and result, as the parties agree on them (程序规定 184). */
  facts: text(RECORD_TEXT_MAX),
  terms: text(TERMS_MAX),
  performBy: day,
  /** 履行方式. */
  manner: text(REQUEST_MAX),
};
export const agreementInput = z.object(agreementFields);
export type AgreementInput = z.infer<typeof agreementInput>;

export const referralFields = {
  body: z.enum(DISPUTE_BODIES),
  /** Its name where `body` is a kind and not one body: 青禾镇司法所. */
  bodyName: text(REQUEST_MAX),
  part: z.enum(BODY_PARTS),
  /** What is asked of it; nothing else of the matter goes there. */
  request: text(REQUEST_MAX),
  dueOn: day,
  /** The parties were told where it goes and do not object. */
  partiesKnow: z.boolean(),
};
export const referralInput = z.object(referralFields);
export type ReferralInput = z.infer<typeof referralInput>;

export const referralAnswerInput = z.object({
  answeredOn: day,
  outcome: z.enum(BODY_OUTCOMES),
  answer: text(REQUEST_MAX),
});
export type ReferralAnswer = z.infer<typeof referralAnswerInput>;

/** How somebody was reached: at their door, by phone, at the desk. */
export const REACHED_HOW = ['visit', 'phone', 'desk'] as const;
/** 已履行且稳定, 履行中, 未履行, 又起纠纷, 找不到当事人. */
export const FOLLOW_UP_FINDINGS = ['holds', 'under-way', 'not-kept', 'again', 'not-reached'] as const;
export const followUpInput = z.object({
  doneOn: day,
  how: z.enum(REACHED_HOW),
  finding: z.enum(FOLLOW_UP_FINDINGS),
  satisfied: z.enum(SATISFACTION),
  note: text(REQUEST_MAX),
});
export type FollowUpInput = z.infer<typeof followUpInput>;

export function cleanSession(input: SessionInput): SessionInput {
  const { place, present, course, recording } = input;
  return {
    ...input,
    place: cleanText(place),
    present: cleanText(present),
    course: cleanLines(course),
    recording: cleanText(recording),
  };
}

/** @param minor a party is a minor */
export function sessionIssues(session: SessionInput, minor: boolean): FieldIssue[] {
  const issues = [
    ...lengthIssues(session, {
      place: PRESENT_MAX,
      present: PRESENT_MAX,
      recording: PRESENT_MAX,
      course: RECORD_TEXT_MAX,
    }),
    ...requiredIssues(session, ['heldOn', 'place', 'course']),
    ...labelIssues(session, ['place', 'present', 'recording']),
    ...dayIssues(session, ['heldOn']),
  ];
  if (session.from !== '' && session.to !== '' && session.to < session.from)
    issues.push({ field: 'to', rule: 'before-start' });
  if (minor && !session.guardianPresent) issues.push({ field: 'guardianPresent', rule: 'guardian-needed' });
  return issues;
}

export function cleanAgreement(input: AgreementInput): AgreementInput {
  const { facts, terms, manner } = input;
  return { ...input, facts: cleanLines(facts), terms: cleanLines(terms), manner: cleanText(manner) };
}

/**
 * Of a written agreement every one of the contents of article 184 is asked for; an oral one has its terms. What is agreed
 * before the police is always written (184); before a committee or among the parties it may be by word of mouth (人民调解法 28).
 */
export function agreementIssues(
  agreement: AgreementInput,
  kind: AgreementKind,
  today: CalendarDay,
): FieldIssue[] {
  const { form, agreedOn, performBy } = agreement;
  const required: (keyof AgreementInput)[] =
    form === 'written'
      ? ['agreedOn', 'facts', 'terms', 'performBy', 'manner']
      : ['agreedOn', 'terms', 'performBy'];
  const issues = [
    ...lengthIssues(agreement, { facts: RECORD_TEXT_MAX, terms: TERMS_MAX, manner: REQUEST_MAX }),
    ...requiredIssues(agreement, required),
    ...labelIssues(agreement, ['terms', 'manner']),
    ...dayIssues(agreement, ['agreedOn', 'performBy']),
  ];
  if (kind === 'police-mediation' && form === 'oral') issues.push({ field: 'form', rule: 'must-be-written' });
  if (!isCalendarDay(agreedOn)) return issues;
  if (agreedOn > today) issues.push({ field: 'agreedOn', rule: 'future' });
  if (isCalendarDay(performBy) && performBy < agreedOn) issues.push({ field: 'performBy', rule: 'past' });
  return issues;
}

export function cleanReferral(input: ReferralInput): ReferralInput {
  return { ...input, bodyName: cleanText(input.bodyName), request: cleanLines(input.request) };
}

export function referralIssues(referral: ReferralInput, today: CalendarDay): FieldIssue[] {
  const issues = [
    ...lengthIssues(referral, { bodyName: REQUEST_MAX, request: REQUEST_MAX }),
    ...requiredIssues(referral, ['request', 'dueOn']),
    ...labelIssues(referral, ['request']),
    ...dayIssues(referral, ['dueOn']),
  ];
  if (referral.body === 'other' && referral.bodyName === '')
    issues.push({ field: 'bodyName', rule: 'required' });
  if (isCalendarDay(referral.dueOn)) {
    if (referral.dueOn < today) issues.push({ field: 'dueOn', rule: 'past' });
    if (referral.dueOn > addDays(today, REFERRAL_DAYS_MAX)) issues.push({ field: 'dueOn', rule: 'too-far' });
  }
  if (hasLabelOfPerson(referral.bodyName)) issues.push({ field: 'bodyName', rule: 'label' });
  if (!referral.partiesKnow) issues.push({ field: 'partiesKnow', rule: 'required' });
  return issues;
}

export function cleanReferralAnswer(input: ReferralAnswer): ReferralAnswer {
  return { ...input, answer: cleanLines(input.answer) };
}

/** @param sentOn the day on which the body was asked */
export function referralAnswerIssues(
  answer: ReferralAnswer,
  sentOn: CalendarDay,
  today: CalendarDay,
): FieldIssue[] {
  return [
    ...lengthIssues(answer, { answer: REQUEST_MAX }),
    ...labelIssues(answer, ['answer']),
    ...doneIssues(answer, 'answeredOn', sentOn, today),
  ];
}

/** Who was not found was not asked. */
export function cleanFollowUp(input: FollowUpInput): FollowUpInput {
  const satisfied = input.finding === 'not-reached' ? 'not-asked' : input.satisfied;
  return { ...input, satisfied, note: cleanLines(input.note) };
}

/** @param toldOn the day on which the parties were told what became of it */
export function followUpIssues(
  followUp: FollowUpInput,
  toldOn: CalendarDay,
  today: CalendarDay,
): FieldIssue[] {
  return [
    ...lengthIssues(followUp, { note: REQUEST_MAX }),
    ...labelIssues(followUp, ['note']),
    ...doneIssues(followUp, 'doneOn', toldOn, today),
  ];
}

/** Of the day on which something was done: it is given, it exists, it is not before its cause and not to come. */
function doneIssues<Field extends string>(
  values: Readonly<Record<Field, string>>,
  field: Field,
  from: CalendarDay,
  today: CalendarDay,
): FieldIssue[] {
  const day = values[field];
  if (day === '') return [{ field, rule: 'required' }];
  if (!isCalendarDay(day)) return [{ field, rule: 'unread' }];
  if (day < from) return [{ field, rule: 'before-start' }];
  return day > today ? [{ field, rule: 'future' }] : [];
}

function dayIssues<Field extends string>(
  values: Readonly<Record<Field, string>>,
  fields: readonly Field[],
): FieldIssue[] {
  return fields
    .filter((field) => values[field] !== '' && !isCalendarDay(values[field]))
    .map((field) => ({ field, rule: 'unread' }));
}

function requiredIssues<T extends Record<string, unknown>>(
  values: T,
  fields: readonly (keyof T & string)[],
): FieldIssue[] {
  return fields.filter((field) => values[field] === '').map((field) => ({ field, rule: 'required' }));
}

function lengthIssues<T extends Record<string, unknown>>(
  values: T,
  most: Partial<Record<keyof T & string, number>>,
): FieldIssue[] {
  return Object.entries(most)
    .filter(([field, max]) => [...String(values[field])].length > Number(max))
    .map(([field]) => ({ field, rule: 'too-long' }));
}
