/** 受理: what is asked of a matter when it comes in. The questions of the fork stand in questions.ts, the parties in parties.ts. */
import * as z from 'zod/mini';
import { isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { labelIssues } from '#shared/kernel/person-labels.ts';
import { cleanLines, cleanText } from '#shared/kernel/text-input.ts';
import { DISPUTE_SOURCES, DISPUTE_TYPE_CODES, LEVELS, type DisputeType } from './codes.ts';
import { answersIssue, answersSchema } from './questions.ts';

export const SUMMARY_MAX = 500;
export const DEMANDS_MAX = 200;
export const PLACE_MAX = 100;
export const GRID_WORKER_MAX = 50;
/** Months after the archive: the general limitation of actions is three years (《民法典》第188条). */
export const DISPUTE_RETENTION_MONTHS = 36;
/** Months after domestic violence was handed over: the case lies with the station, here only that it was handed over. */
export const VIOLENCE_RETENTION_MONTHS = 12;
/** Months after a wrong entry was taken out. */
export const WRONG_ENTRY_RETENTION_MONTHS = 12;
/** Whole yuan; more is no matter of a police office. */
export const AMOUNT_MAX = 100_000_000;

const reference = z.string().check(z.regex(RECORD_ID));

export const intakeFields = {
  type: z.enum(DISPUTE_TYPE_CODES),
  raisedBy: z.enum(DISPUTE_SOURCES),
  /** The place in the tree; null where it has none there, and `place` says it in words. */
  addressId: z.nullable(reference),
  place: z.string().check(z.maxLength(PLACE_MAX + 20)),
  /** When it happened, if it is known; else when it was heard of. */
  happenedOn: z.nullable(z.string().check(z.maxLength(10))),
  summary: z.string().check(z.maxLength(SUMMARY_MAX + 50)),
  demands: z.string().check(z.maxLength(DEMANDS_MAX + 20)),
  /** Yuan in dispute; null where it is not about money. */
  amount: z.nullable(z.int().check(z.minimum(0), z.maximum(AMOUNT_MAX))),
  level: z.enum(LEVELS),
  /** Staff id of the officer in charge; an auxiliary names one where the matter needs one. */
  officer: z.nullable(reference),
  /** 网格员 who goes along; the grid's keeper where the place has one. */
  gridWorker: z.string().check(z.maxLength(GRID_WORKER_MAX + 10)),
  answers: answersSchema,
};
export const intakeInput = z.object(intakeFields);
export type Intake = z.infer<typeof intakeInput>;

export function cleanIntake(input: Intake): Intake {
  return {
    ...input,
    place: cleanText(input.place),
    happenedOn: input.happenedOn === '' ? null : input.happenedOn,
    summary: cleanLines(input.summary),
    demands: cleanLines(input.demands),
    gridWorker: cleanText(input.gridWorker),
  };
}

/** What is wrong with a cleaned intake, field by field. */
export function intakeIssues(input: Intake, today: CalendarDay): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const long = (field: keyof Intake, text: string, max: number) => {
    if ([...text].length > max) issues.push({ field, rule: 'too-long' });
  };
  if (input.addressId === null && input.place === '') issues.push({ field: 'place', rule: 'required' });
  if (input.summary === '') issues.push({ field: 'summary', rule: 'required' });
  long('place', input.place, PLACE_MAX);
  long('summary', input.summary, SUMMARY_MAX);
  long('demands', input.demands, DEMANDS_MAX);
  long('gridWorker', input.gridWorker, GRID_WORKER_MAX);
  if (input.happenedOn !== null && !isCalendarDay(input.happenedOn))
    issues.push({ field: 'happenedOn', rule: 'unread' });
  else if (input.happenedOn !== null && input.happenedOn > today)
    issues.push({ field: 'happenedOn', rule: 'future' });
  const flaw = answersIssue(input.answers);
  if (flaw !== null) issues.push(flaw);
  if (needsOfficer(input) && input.officer === null) issues.push({ field: 'officer', rule: 'required' });
  if (needsGridWorker(input.type) && !input.answers.violence && input.gridWorker === '')
    issues.push({ field: 'gridWorker', rule: 'required' });
  return [...issues, ...labelIssues(input, ['place', 'summary', 'demands', 'gridWorker'])];
}

/** A dispute of neighbours has both an officer and a grid worker (双重保护屏障). */
export function needsGridWorker(type: DisputeType): boolean {
  return type === 'neighbour';
}

/** What an auxiliary cannot carry alone. */
export function needsOfficer({ type, answers }: Pick<Intake, 'type' | 'answers'>): boolean {
  const { violence, danger, weapon, injury, nature } = answers;
  return (
    violence || danger || weapon || injury !== 'none' || nature === 'public-order' || needsGridWorker(type)
  );
}
