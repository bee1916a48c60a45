/** 权利请求: what a person asks of the office about their own information (《个人信息保护法》第44—50条), and what it answers. */
import * as z from 'zod/mini';
import { addDays, isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { hasLabel } from '#shared/kernel/person-labels.ts';
import { cleanPersonName, PERSON_NAME_MAX, personNameIssue } from '#shared/kernel/person-name.ts';
import { cleanLines, cleanNumber, isPhone } from '#shared/kernel/text-input.ts';
import { addWorkingDays } from '#shared/kernel/working-days.ts';

/** 查阅, 复制, 更正补充, 删除, 限制或拒绝, 解释说明, each with its article. */
export const REQUEST_KINDS = ['access', 'copy', 'correct', 'delete', 'object', 'explain'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_ARTICLES: Readonly<Record<RequestKind, string>> = {
  access: '《个人信息保护法》第45条',
  copy: '《个人信息保护法》第45条',
  correct: '《个人信息保护法》第46条',
  delete: '《个人信息保护法》第47条',
  object: '《个人信息保护法》第44条',
  explain: '《个人信息保护法》第48条',
};

export const REQUESTERS = ['self', 'guardian', 'agent', 'relative-of-dead'] as const;
/** How it was made sure who asks. */
export const IDENTITY_PROOFS = ['id-card', 'other-paper', 'known-to-staff'] as const;

export const REQUEST_OUTCOMES = ['granted', 'partly', 'refused', 'withdrawn'] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** Grounds that the law leaves for saying no. */
export const REFUSAL_GROUNDS = [
  'confidential',
  'impedes-duty',
  'term-not-over',
  'not-held',
  'identity',
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

export const GROUND_ARTICLES: Readonly<Record<RefusalGround, string>> = {
  confidential: '《个人信息保护法》第18条第1款、第45条第1款',
  'impedes-duty': '《个人信息保护法》第35条',
  'term-not-over': '《个人信息保护法》第47条第2款',
  'not-held': '《个人信息保护法》第45条',
  identity: '《个人信息保护法》第50条',
};

/** Working days until an answer is due. The law says promptly (第50条); this is the office's own promise. */
export const ANSWER_WORKING_DAYS = 15;
/** Months that an answered request is kept (《个人信息保护法》第56条: three years). */
export const REQUEST_RETENTION_MONTHS = 36;
/** Months that a wrong entry is kept after it was taken out. */
export const WRONG_REQUEST_RETENTION_MONTHS = 12;
export const REQUEST_TEXT_MAX = 200;
/** What has to be said at least where something is refused. */
export const REFUSAL_WORDS_MIN = 6;

const text = z.string().check(z.maxLength(REQUEST_TEXT_MAX + 50));

export const requestFields = {
  kind: z.enum(REQUEST_KINDS),
  /** The person it is about; null where they are not in the population ledger. */
  residentId: z.nullable(z.string().check(z.regex(RECORD_ID))),
  /** Whoever asks. */
  requester: z.enum(REQUESTERS),
  name: z.string().check(z.maxLength(PERSON_NAME_MAX + 20)),
  phone: z.string().check(z.maxLength(30)),
  receivedOn: z.string().check(z.maxLength(10)),
  /** What is asked, in their words. */
  asks: text,
};
export const requestInput = z.object(requestFields);
export type RightsRequest = z.infer<typeof requestInput>;

export const answerFields = {
  identity: z.nullable(z.enum(IDENTITY_PROOFS)),
  outcome: z.enum(REQUEST_OUTCOMES),
  /** Null where nothing is refused. */
  ground: z.nullable(z.enum(REFUSAL_GROUNDS)),
  /** What was done, or why not, as the reply says it. */
  answer: text,
};
export const answerInput = z.object(answerFields);
export type RightsAnswer = z.infer<typeof answerInput>;

export function answerDueOn(receivedOn: CalendarDay): CalendarDay {
  return addWorkingDays(receivedOn, ANSWER_WORKING_DAYS);
}

export function cleanRequest(input: RightsRequest): RightsRequest {
  return {
    ...input,
    name: cleanPersonName(input.name),
    phone: cleanNumber(input.phone),
    asks: cleanLines(input.asks),
  };
}

export function requestIssues(request: RightsRequest, today: CalendarDay): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const rule = personNameIssue(request.name);
  if (rule !== null) issues.push({ field: 'name', rule });
  if (request.phone !== '' && !isPhone(request.phone)) issues.push({ field: 'phone', rule: 'not-a-phone' });
  if (!isCalendarDay(request.receivedOn)) issues.push({ field: 'receivedOn', rule: 'required' });
  else if (request.receivedOn > today) issues.push({ field: 'receivedOn', rule: 'in-future' });
  issues.push(...textIssues('asks', request.asks));
  return issues;
}

export function cleanAnswer(input: RightsAnswer): RightsAnswer {
  const refuses = input.outcome === 'refused' || input.outcome === 'partly';
  return { ...input, ground: refuses ? input.ground : null, answer: cleanLines(input.answer) };
}

/** Nothing is shown, changed or deleted for somebody of whom nobody knows who they are; a no has an article and a reason. */
export function answerIssues({ identity, outcome, ground, answer }: RightsAnswer): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const gives = outcome === 'granted' || outcome === 'partly';
  if (gives && identity === null) issues.push({ field: 'identity', rule: 'required' });
  const refuses = outcome === 'refused' || outcome === 'partly';
  if (refuses && ground === null) issues.push({ field: 'ground', rule: 'required' });
  if (refuses && [...answer].length < REFUSAL_WORDS_MIN) issues.push({ field: 'answer', rule: 'say-why' });
  else issues.push(...textIssues('answer', answer));
  return issues;
}

/** Days after the answer within which the paper is made: later somebody asks anew, and shows again who they are. */
export const HELD_DATA_DAYS = 30;

/**
 * True where 查阅答复 may be made: somebody asked to see or to have a copy, who they are was made sure of, and an officer has
 * answered yes, not long ago. An answer that gives something has an identity (`answerIssues`).
 */
export function mayPrintHeldData(
  request: {
    readonly kind: RequestKind;
    readonly residentId: string | null;
    readonly answeredOn: CalendarDay | null;
    readonly outcome: RequestOutcome | null;
    readonly identity: RightsAnswer['identity'];
  },
  today: CalendarDay,
): boolean {
  const { kind, residentId, answeredOn, outcome, identity } = request;
  const asksForIt = (kind === 'access' || kind === 'copy') && residentId !== null;
  const gives = (outcome === 'granted' || outcome === 'partly') && identity !== null;
  return asksForIt && gives && answeredOn !== null && today <= addDays(answeredOn, HELD_DATA_DAYS);
}

function textIssues(field: string, value: string): FieldIssue[] {
  if (value === '') return [{ field, rule: 'required' }];
  if ([...value].length > REQUEST_TEXT_MAX) return [{ field, rule: 'too-long' }];
  return hasLabel(value) ? [{ field, rule: 'label' }] : [];
}
