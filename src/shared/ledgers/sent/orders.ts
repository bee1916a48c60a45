/** 派单: what the station asks the office to do, from its arrival to the sentence that goes back. */
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { hasLabel, LABEL_RULE } from '#shared/kernel/person-labels.ts';
import { addMonths, daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { cleanLines } from '#shared/kernel/text-input.ts';

/**
 * 收到 → 已签收 → 已办结, and nothing is done without a sentence that says what was done. `withdrawn`: the station took it
 * back. `refused`: it said what no order may say (sent-words.ts); none of its words are kept.
 */
export const ORDER_STATES = ['received', 'acknowledged', 'done', 'withdrawn', 'refused'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_SOURCES = ['station'] as const;

/** As the station sends it (docs/format/bundle-v1.md, "Orders"). */
export interface SentOrder {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly due: CalendarDay;
  readonly sender: string;
  /** Instant. */
  readonly at: string;
  readonly withdrawn: { readonly reason: string } | null;
}

export const ORDER_TITLE_MAX = 60;
export const ORDER_TEXT_MAX = 500;
export const FEEDBACK_MAX = 200;
/** Months that an order is kept after it was closed. */
export const ORDER_RETENTION_MONTHS = 36;

export function isOpenOrder({ state }: { readonly state: OrderState }): boolean {
  return state === 'received' || state === 'acknowledged';
}

/** Whole days past the day it was asked for by; 0 in time, and for what waits no more and was done in time. */
export function daysLate(
  order: { readonly state: OrderState; readonly dueOn: CalendarDay; readonly doneOn: CalendarDay | null },
  today: CalendarDay,
): number {
  if (!isOpenOrder(order) && order.doneOn === null) return 0;
  return Math.max(0, daysBetween(order.dueOn, order.doneOn ?? today));
}

export function orderKeptUntil(closedOn: CalendarDay): CalendarDay {
  return addMonths(closedOn, ORDER_RETENTION_MONTHS);
}

export function cleanFeedback(feedback: string): string {
  return cleanLines(feedback);
}

/** What goes back to the station: it cannot be left out. */
export function feedbackIssues(feedback: string): FieldIssue[] {
  if (feedback === '') return [{ field: 'feedback', rule: 'required' }];
  if ([...feedback].length > FEEDBACK_MAX) return [{ field: 'feedback', rule: 'too-long' }];
  return hasLabel(feedback) ? [{ field: 'feedback', rule: LABEL_RULE }] : [];
}
