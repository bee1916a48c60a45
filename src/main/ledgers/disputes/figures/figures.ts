/** 统计: one sheet of figures, for the office or for the public. Counts of matters; no rate, no rank, nobody's name. */
import { type AUDIENCES, FIGURE_MONTHS_MAX, type DisputeFigures } from '#shared/contract/disputes/figures.ts';
import { addMonths, daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import {
  DISPUTE_BODIES,
  DISPUTE_RESULTS,
  DISPUTE_TYPE_CODES,
  LEVELS,
} from '#shared/ledgers/disputes/codes.ts';
import { AGE_MARKS } from '#shared/ledgers/disputes/stages.ts';
import { refuseField } from '#shared/kernel/failure.ts';
import type { Store } from '#main/db/open.ts';
import {
  archivedBy,
  askedBodies,
  inHandByAge,
  receivedBy,
  type AskedBody,
  type Counts,
  type Range,
} from './counts.ts';
import { suppressed, suppressedParts } from './suppress.ts';

type Audience = (typeof AUDIENCES)[number];
type Body = DisputeFigures['byBody'][number];

const AGES = [0, ...AGE_MARKS] as const;

export function disputeFigures(
  raw: Store['raw'],
  today: CalendarDay,
  { from, to, audience }: Range & { readonly audience: Audience },
): DisputeFigures {
  const months = monthsOf(from, to);
  const range = { from, to };
  const show = audience === 'public' ? suppressedParts : (counts: readonly number[]) => [...counts];
  const one = audience === 'public' ? suppressed : (count: number) => count;
  const of = (keys: readonly (string | number)[], counts: Counts) =>
    show(keys.map((key) => counts.get(String(key)) ?? 0));
  const sum = (counts: Counts) => one([...counts.values()].reduce((all, n) => all + n, 0));

  const types = receivedBy(raw, 'type', range);
  const results = archivedBy(raw, 'result', range);
  const ages = inHandByAge(raw, AGES, today);
  const byType = of(DISPUTE_TYPE_CODES, types);
  const byResult = of(DISPUTE_RESULTS, results);
  const byAge = of(AGES, ages);
  const levels = [of(LEVELS, receivedBy(raw, 'level', range)), of(LEVELS, archivedBy(raw, 'level', range))];
  const ofMonths = [of(months, receivedBy(raw, 'month', range)), of(months, archivedBy(raw, 'month', range))];
  return {
    from,
    to,
    audience,
    received: sum(types),
    archived: sum(results),
    inHand: sum(ages),
    byType: DISPUTE_TYPE_CODES.map((type, at) => ({ type, received: byType[at] ?? null })),
    byLevel: LEVELS.map((level, at) => ({ level, ...columnsAt(levels, at) })),
    byMonth: months.map((month, at) => ({ month, ...columnsAt(ofMonths, at) })),
    byResult: DISPUTE_RESULTS.map((result, at) => ({ result, archived: byResult[at] ?? null })),
    byAge: AGES.map((mark, at) => ({ from: mark, inHand: byAge[at] ?? null })),
    byBody: audience === 'public' ? [] : bodiesOf(askedBodies(raw, range), today),
  };
}

function columnsAt([received, archived]: readonly (readonly (number | null)[])[], at: number) {
  return { received: received?.[at] ?? null, archived: archived?.[at] ?? null };
}

/** Every calendar month that the days touch. */
function monthsOf(from: CalendarDay, to: CalendarDay): string[] {
  if (from > to) refuseField('to', 'before-start');
  const months: string[] = [];
  for (let month = `${from.slice(0, 7)}-01`; month <= to; month = addMonths(month, 1))
    if (months.push(month.slice(0, 7)) > FIGURE_MONTHS_MAX) refuseField('to', 'too-far');
  return months;
}

function bodiesOf(asked: readonly AskedBody[], today: CalendarDay): Body[] {
  return DISPUTE_BODIES.flatMap((body) => {
    const its = asked.filter((one) => one.body === body);
    if (its.length === 0) return [];
    const took = its.flatMap(({ sentOn, answeredOn }) =>
      answeredOn === null ? [] : [daysBetween(sentOn, answeredOn)],
    );
    const waiting = its.filter(({ waits }) => waits === 1);
    const lateAnswers = its.filter(({ dueOn, answeredOn }) => answeredOn !== null && answeredOn > dueOn);
    const overdue = waiting.filter(({ dueOn }) => dueOn < today);
    return [
      {
        body,
        asked: its.length,
        answered: took.length,
        late: lateAnswers.length + overdue.length,
        waiting: waiting.length,
        medianDays: medianOf(took),
      },
    ];
  });
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}
