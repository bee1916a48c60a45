/** What figures are made of: counts of matters, whoever is in them. Domestic violence is in none. */
import { addDays, startOfDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { isInHand, isOpen, isViolence, STAGES, type Stage } from '#shared/ledgers/disputes/stages.ts';
import type { Store } from '#main/db/open.ts';

type Raw = Store['raw'];

export interface Range {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

const among = (stages: readonly Stage[]) => stages.map((stage) => `'${stage}'`).join(', ');

/** In the ledger, or in it until it was forgotten; a wrong entry counts for nothing, before and after (guides/retention.md). */
const counted = (table: string) =>
  `(${table}.retired_at IS NULL OR (${table}.retain_until IS NULL AND ${table}.retired_at = ${table}.updated_at))`;
const isDispute = `d.stage NOT IN (${among(STAGES.filter(isViolence))})`;
const isOpenDispute = `d.stage IN (${among(STAGES.filter((stage) => isOpen(stage) && !isViolence(stage)))})`;
const isDisputeInHand = `d.stage IN (${among(STAGES.filter((stage) => isInHand(stage) && !isViolence(stage)))})`;

/** Instants are kept in UTC; a month is one of China. */
const RECEIVED_MONTH = `substr(datetime(d.received_at, '+8 hours'), 1, 7)`;

/** Came in in these days, by a column or an expression. */
export function receivedBy(raw: Raw, by: 'type' | 'level' | 'month', { from, to }: Range): Counts {
  const key = by === 'month' ? RECEIVED_MONTH : `d.${by}`;
  return countsOf(
    raw
      .prepare(
        `SELECT ${key} AS key, count(*) AS n FROM disputes d
          WHERE d.received_at >= ? AND d.received_at < ? AND ${counted('d')} AND ${isDispute} GROUP BY 1`,
      )
      .all(startOfDay(from), startOfDay(addDays(to, 1))),
  );
}

/** Were archived in these days. */
export function archivedBy(raw: Raw, by: 'level' | 'month' | 'result', { from, to }: Range): Counts {
  const key = by === 'month' ? 'substr(d.archived_on, 1, 7)' : `d.${by}`;
  return countsOf(
    raw
      .prepare(
        `SELECT ${key} AS key, count(*) AS n FROM disputes d
          WHERE d.archived_on BETWEEN ? AND ? AND d.stage = 'archived' AND ${counted('d')} GROUP BY 1`,
      )
      .all(from, to),
  );
}

/** In hand now, by the highest of the given marks that its days have reached. @param marks upwards, from 0 */
export function inHandByAge(raw: Raw, marks: readonly number[], today: CalendarDay): Counts {
  const cases = marks.toReversed().map((mark) => `WHEN d.received_at < ? THEN ${mark}`);
  const limits = marks.toReversed().map((mark) => startOfDay(addDays(today, 1 - mark)));
  return countsOf(
    raw
      .prepare(
        `SELECT CASE ${cases.join(' ')} ELSE 0 END AS key, count(*) AS n FROM disputes d
          WHERE d.retired_at IS NULL AND ${isDisputeInHand} GROUP BY 1`,
      )
      .all(...limits),
  );
}

export interface AskedBody {
  readonly body: string;
  readonly sentOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly answeredOn: CalendarDay | null;
  /** Not answered, and somebody still waits. */
  readonly waits: 0 | 1;
}

/** What other bodies were asked in these days. */
export function askedBodies(raw: Raw, { from, to }: Range): AskedBody[] {
  return raw
    .prepare(
      `SELECT r.body, r.sent_on AS sentOn, r.due_on AS dueOn, r.answered_on AS answeredOn,
              r.answered_on IS NULL AND ${isOpenDispute} AS waits
         FROM dispute_referrals r JOIN disputes d ON d.id = r.dispute_id
        WHERE r.sent_on BETWEEN ? AND ? AND ${counted('r')} AND ${counted('d')} AND ${isDispute}
        ORDER BY r.body, r.id`,
    )
    .all(from, to) as AskedBody[];
}

export type Counts = ReadonlyMap<string, number>;

function countsOf(rows: unknown[]): Counts {
  return new Map((rows as { key: string | number; n: number }[]).map(({ key, n }) => [String(key), n]));
}
