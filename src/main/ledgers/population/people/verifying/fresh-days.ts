/** Freshness as ranges of days, so that the database can ask for it: which days of the last verification are how old. */
import { addDays, addMonths, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { ASK_AGAIN_MONTHS, STALE_MONTHS, type Freshness } from '#shared/ledgers/population/verified.ts';

export interface FreshDays {
  /** Verified on this day or before: due. */
  readonly due: CalendarDay;
  /** Verified on this day or before: stale. */
  readonly stale: CalendarDay;
}

export function freshDays(today: CalendarDay): FreshDays {
  return { due: lastDayGone(today, ASK_AGAIN_MONTHS), stale: lastDayGone(today, STALE_MONTHS) };
}

/** The same as `freshness`, for many records of one day. */
export function freshnessIn({ due, stale }: FreshDays, verifiedOn: CalendarDay | null): Freshness {
  if (verifiedOn === null) return 'never';
  if (verifiedOn <= stale) return 'stale';
  return verifiedOn <= due ? 'due' : 'fresh';
}

/** The condition on a column of days, as SQL that needs no parameters. */
export function freshnessSql(column: string, wanted: readonly Freshness[], today: CalendarDay): string {
  const { due, stale } = freshDays(today);
  const ranges: Readonly<Record<Freshness, string>> = {
    fresh: `${column} > '${due}'`,
    due: `(${column} > '${stale}' AND ${column} <= '${due}')`,
    stale: `${column} <= '${stale}'`,
    never: `${column} IS NULL`,
  };
  return `(${wanted.map((one) => ranges[one]).join(' OR ')})`;
}

/** The last day that is whole months ago. 30 November and 28 November both are three months before 28 February. */
function lastDayGone(today: CalendarDay, months: number): CalendarDay {
  let day = addMonths(today, -months);
  while (addMonths(addDays(day, 1), months) <= today) day = addDays(day, 1);
  return day;
}
