/**
 * 来访接待: who came to the desk, with what matter, and what became of it.
 * Refuses to be more: no identity numbers, no profile of a person, no content of a tip or of a petition.
 */
import * as z from 'zod/mini';
import {
  addMonths,
  daysBetween,
  dayOf,
  isCalendarDay,
  type CalendarDay,
} from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { labelIssues } from '#shared/kernel/person-labels.ts';
import { cleanLines, cleanNumber, cleanText, isPhone } from '#shared/kernel/text-input.ts';

export const NAME_MAX = 50;
export const SUMMARY_MAX = 200;
/** Names and phones leave after this many months (rights: 来访登记 12 个月). */
export const RETENTION_MONTHS = 12;

export interface Matter {
  readonly code: string;
  /** The key that chooses it in quick entry; null for those reached with the arrows. */
  readonly digit: string | null;
  /** Only such matters may note that papers were checked; the papers' numbers are never kept. */
  readonly papersMayBeChecked: boolean;
  /** False: passed on at once, and neither name, phone nor content is kept (举报线索只转交). */
  readonly keepsContent: boolean;
  /** The article that lets the office record it, shown beside the form. */
  readonly basis: string;
}

const POLICE_LAW = '《人民警察法》第21条';

export const MATTERS = [
  {
    code: 'household-papers',
    digit: '1',
    papersMayBeChecked: true,
    keepsContent: true,
    basis: '《户口登记条例》第3条',
  },
  {
    code: 'residence',
    digit: '2',
    papersMayBeChecked: true,
    keepsContent: true,
    basis: '《居住证暂行条例》第8条',
  },
  { code: 'help', digit: '3', papersMayBeChecked: false, keepsContent: true, basis: POLICE_LAW },
  { code: 'dispute', digit: '4', papersMayBeChecked: false, keepsContent: true, basis: POLICE_LAW },
  { code: 'hazard', digit: '5', papersMayBeChecked: false, keepsContent: true, basis: '《人民警察法》第6条' },
  { code: 'emergency', digit: '6', papersMayBeChecked: false, keepsContent: true, basis: POLICE_LAW },
  {
    code: 'fraud',
    digit: '7',
    papersMayBeChecked: false,
    keepsContent: true,
    basis: '《反电信网络诈骗法》第8条',
  },
  {
    code: 'feedback',
    digit: '8',
    papersMayBeChecked: false,
    keepsContent: true,
    basis: '《人民警察法》第3条',
  },
  { code: 'tip', digit: '9', papersMayBeChecked: false, keepsContent: false, basis: '《人民警察法》第21条' },
  { code: 'other', digit: '0', papersMayBeChecked: false, keepsContent: true, basis: POLICE_LAW },
  {
    code: 'exit-entry',
    digit: null,
    papersMayBeChecked: false,
    keepsContent: true,
    basis: '《出境入境管理法》第4条',
  },
  {
    code: 'traffic',
    digit: null,
    papersMayBeChecked: false,
    keepsContent: true,
    basis: '《道路交通安全法》第5条',
  },
] as const satisfies readonly Matter[];

export type MatterCode = (typeof MATTERS)[number]['code'];
export const MATTER_CODES = MATTERS.map((matter) => matter.code) as [MatterCode, ...MatterCode[]];

/** What became of the visit. Null in a record means: still being handled. */
export const RESULTS = [
  'settled',
  'appointment',
  'to-station',
  'to-department',
  'to-dispute',
  'to-hazard',
  'not-police',
] as const;
export type ResultCode = (typeof RESULTS)[number];

/** Bodies a matter is referred to. A petition office is a referral and nothing else is kept of it. */
export const BODIES = [
  'station',
  'hotline-110',
  'mediation-committee',
  'court',
  'town',
  'urban-management',
  'market-regulation',
  'property-company',
  'emergency-management',
  'civil-affairs',
  'health',
  'petition-office',
  'other',
] as const;
export type BodyCode = (typeof BODIES)[number];

export const SATISFACTION = ['not-asked', 'yes', 'no'] as const;

/** received → handling → fed-back → archived: nobody can archive what was not fed back. */
export const STATES = ['received', 'handling', 'fed-back', 'archived'] as const;
export type VisitState = (typeof STATES)[number];

/** What the desk enters. All text may still carry full-width digits and stray spaces. */
export const visitFields = {
  /** Null for an anonymous enquiry. */
  name: z.nullable(z.string().check(z.maxLength(NAME_MAX + 20))),
  /** Null unless a call back is wanted. */
  phone: z.nullable(z.string().check(z.maxLength(30))),
  people: z.int().check(z.minimum(1), z.maximum(99)),
  matter: z.enum(MATTER_CODES),
  summary: z.nullable(z.string().check(z.maxLength(SUMMARY_MAX + 50))),
  /** That papers were checked, never which. */
  papersChecked: z.boolean(),
  result: z.nullable(z.enum(RESULTS)),
  referredTo: z.nullable(z.enum(BODIES)),
  promisedOn: z.nullable(z.string().check(z.maxLength(10))),
};
export const visitInput = z.object(visitFields);
export type VisitInput = z.infer<typeof visitInput>;

/** The same entry as it will be stored: spaces gone, digits half-width, and what may not be kept is left out. */
export function cleanVisit(input: VisitInput): VisitInput {
  const keeps = keepsContent(input);
  const text = (value: string | null, clean: (raw: string) => string) =>
    (keeps && value !== null && clean(value)) || null;
  return {
    ...input,
    name: text(input.name, cleanText),
    phone: text(input.phone, cleanNumber),
    summary: text(input.summary, cleanLines),
    papersChecked: input.papersChecked && matterOf(input.matter).papersMayBeChecked,
    referredTo: input.result !== null && needsBody(input.result) ? input.referredTo : null,
    promisedOn: input.promisedOn === '' ? null : input.promisedOn,
  };
}

/**
 * What is wrong with a cleaned entry, field by field; empty when it may be saved. `today` is the office's day.
 * @param stands the promised day the record already has: left as it is, it is not a new promise and is not measured
 */
export function visitIssues(
  input: VisitInput,
  today: CalendarDay,
  stands: CalendarDay | null = null,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (input.name !== null && [...input.name].length > NAME_MAX)
    issues.push({ field: 'name', rule: 'too-long' });
  if (input.phone !== null && !isPhone(input.phone)) issues.push({ field: 'phone', rule: 'not-a-phone' });
  if (input.summary !== null && [...input.summary].length > SUMMARY_MAX)
    issues.push({ field: 'summary', rule: 'too-long' });
  if (input.result !== null && needsBody(input.result) && input.referredTo === null)
    issues.push({ field: 'referredTo', rule: 'required' });
  if (input.promisedOn === null && input.result === 'appointment')
    issues.push({ field: 'promisedOn', rule: 'required' });
  const rule = input.promisedOn === stands ? null : promiseFlaw(input.promisedOn, today);
  if (rule !== null) issues.push({ field: 'promisedOn', rule });
  return [...issues, ...labelIssues(input, ['name', 'summary'])];
}

function promiseFlaw(promisedOn: string | null, today: CalendarDay): string | null {
  if (promisedOn === null) return null;
  if (!isCalendarDay(promisedOn)) return 'unread';
  if (promisedOn < today) return 'past';
  return daysBetween(today, promisedOn) > 366 ? 'too-far' : null;
}

export function matterOf(code: MatterCode): Matter {
  const matter: Matter | undefined = MATTERS.find((one) => one.code === code);
  if (matter === undefined) throw new Error(`no such matter: ${code}`);
  return matter;
}

/** False where the law lets the office pass the matter on and keep nothing: a tip, or a petition. */
export function keepsContent(visit: Pick<VisitInput, 'matter' | 'referredTo'>): boolean {
  return matterOf(visit.matter).keepsContent && visit.referredTo !== 'petition-office';
}

export function needsBody(result: ResultCode): boolean {
  return result === 'to-department' || result === 'not-police';
}

/** The step of the four-step loop a visit stands at. Feedback is either the result told on the spot or a reply given. */
export function visitState(visit: {
  readonly result: ResultCode | null;
  readonly promisedOn: CalendarDay | null;
  readonly repliedOn: CalendarDay | null;
  readonly leftAt: string | null;
}): VisitState {
  if (visit.result === null && visit.promisedOn === null) return 'received';
  const fedBack = visit.repliedOn !== null || (visit.result !== null && visit.promisedOn === null);
  if (!fedBack) return 'handling';
  return visit.leftAt === null ? 'fed-back' : 'archived';
}

/** Days until a promised reply is due; negative when overdue; null when nothing is owed. */
export function daysToReply(
  visit: { readonly promisedOn: CalendarDay | null; readonly repliedOn: CalendarDay | null },
  today: CalendarDay,
): number | null {
  return visit.promisedOn === null || visit.repliedOn !== null ? null : daysBetween(today, visit.promisedOn);
}

/** The day on which name and phone of a visit are deleted. */
export function retainVisitUntil(arrivedAt: string): CalendarDay {
  return addMonths(dayOf(arrivedAt), RETENTION_MONTHS);
}
