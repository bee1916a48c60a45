/** 法定义务: what is due when. A duty is a kind, a day and a result; there is no room for what was said. */
import { addDays, addMonths, isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { CATEGORIES, type CategoryCode, type DutyKind, type DutyRule } from './categories.ts';
import { isDocumentNumber } from './document-number.ts';

/** 已履行, 未履行, 已报告. */
export const DUTY_RESULTS = ['done', 'not-met', 'reported'] as const;
export type DutyResult = (typeof DUTY_RESULTS)[number];

/** Days after which somebody who was not met is tried again. */
const AGAIN_DAYS = 7;

/** As often as an agreement may say, in days. */
export const AGREEMENT_DAYS = { least: 7, most: 90, usual: 30 } as const;

export interface DutyDay {
  readonly kind: DutyKind;
  readonly dueOn: CalendarDay;
}

interface Term {
  readonly category: CategoryCode;
  readonly endsOn: CalendarDay;
  /** Of an entry whose category goes by an agreement. */
  readonly everyDays: number | null;
}

/** Those that are due when an entry takes effect on `day`; none on or after its end. */
export function firstDuties({ category, endsOn }: Term, day: CalendarDay): DutyDay[] {
  return CATEGORIES[category].duties
    .map(({ kind, first }) => ({ kind, dueOn: addDays(day, first) }))
    .filter(({ dueOn }) => dueOn < endsOn);
}

/** The one that follows; null where it was done once and for all, or the term is over by then. */
export function nextDuty(
  term: Term,
  duty: DutyDay,
  { result, doneOn }: { readonly result: DutyResult; readonly doneOn: CalendarDay },
): DutyDay | null {
  const rule = CATEGORIES[term.category].duties.find(({ kind }) => kind === duty.kind);
  if (rule === undefined) return null;
  const dueOn = result === 'not-met' ? tryAgain(rule, term, duty, doneOn) : regular(rule, term, duty, doneOn);
  return dueOn === null || dueOn >= term.endsOn ? null : { kind: duty.kind, dueOn };
}

function tryAgain(rule: DutyRule, term: Term, duty: DutyDay, doneOn: CalendarDay): CalendarDay {
  const again = addDays(doneOn, AGAIN_DAYS);
  const usual = regular(rule, term, duty, doneOn);
  return usual !== null && usual < again ? usual : again;
}

/** Counted from the day it was due, so that a late one does not put off all that follow; the first that lies ahead. */
function regular({ every }: DutyRule, { everyDays }: Term, { dueOn }: DutyDay, doneOn: CalendarDay) {
  if (every === null) return null;
  for (let times = 1; ; times += 1) {
    const next = stepOf(every, everyDays, dueOn, times);
    if (next > doneOn && next > dueOn) return next;
  }
}

function stepOf(
  every: NonNullable<DutyRule['every']>,
  everyDays: number | null,
  from: CalendarDay,
  times: number,
): CalendarDay {
  if (every === 'agreement') return addDays(from, (everyDays ?? AGREEMENT_DAYS.usual) * times);
  return 'days' in every ? addDays(from, every.days * times) : addMonths(from, every.months * times);
}

/** What is written of a duty: the day, the result, and the number of the paper record where there is one. */
export interface DutyDone {
  readonly doneOn: CalendarDay;
  readonly result: DutyResult;
  readonly recordNumber: string;
}

export function cleanDone(done: DutyDone): DutyDone {
  return { ...done, recordNumber: cleanText(done.recordNumber).replaceAll(' ', '') };
}

/** @param since the day of the document: nothing was owed before it */
export function doneIssues(
  { doneOn, recordNumber }: DutyDone,
  since: CalendarDay,
  today: CalendarDay,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (!isCalendarDay(doneOn)) issues.push({ field: 'doneOn', rule: 'not-a-day' });
  else if (doneOn > today) issues.push({ field: 'doneOn', rule: 'in-future' });
  else if (doneOn < since) issues.push({ field: 'doneOn', rule: 'before-document' });
  if (recordNumber !== '' && !isDocumentNumber(recordNumber))
    issues.push({ field: 'recordNumber', rule: 'not-a-number' });
  return issues;
}
