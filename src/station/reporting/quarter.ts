/**
 * A quarter of one office: which weeks owed a bundle, which have one, what the bundles counted. Weeks belong to the
 * quarter of their Thursday, as ISO 8601 puts them into years. It says what came; it ranks and scores nobody.
 */
import { addDays, dayOf, isoWeekOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { isUnseen } from '#shared/ledgers/names.ts';
import { DEFAULT_WINDOW, dueDayOf } from '#shared/ledgers/weekly.ts';
import type { BundleFigures } from '#station/store/port.ts';

export interface Quarter {
  readonly name: string;
  /** Mondays of its weeks. */
  readonly weeks: readonly CalendarDay[];
}

export interface OfficeQuarter {
  readonly due: number;
  /** Weeks in which a bundle was sealed. */
  readonly come: number;
  /** Weeks without a bundle of their own, caught up by a later one. */
  readonly late: readonly string[];
  /** Weeks whose lines have not come at all yet. */
  readonly missing: readonly string[];
  readonly bundles: number;
  /** What the bundles sealed in these weeks counted, and the live rows that the last of them told. */
  readonly ledgers: Readonly<Record<string, LedgerFigures>>;
}

export interface LedgerFigures {
  readonly made: number;
  readonly changed: number;
  readonly retired: number;
  readonly live: number;
}

/** `2026Q4`; null for anything else. */
export function quarterOf(text: string): Quarter | null {
  const match = /^(2\d{3})Q([1-4])$/.exec(text);
  if (match === null) return null;
  const [year, quarter] = [Number(match[1]), Number(match[2])];
  const first = dayText(year, quarter * 3 - 2);
  const next = quarter === 4 ? dayText(year + 1, 1) : dayText(year, quarter * 3 + 1);
  const weeks: CalendarDay[] = [];
  for (let monday = isoWeekOf(first).from; addDays(monday, 3) < next; monday = addDays(monday, 7))
    if (addDays(monday, 3) >= first) weeks.push(monday);
  return { name: text, weeks };
}

function dayText(year: number, month: number): CalendarDay {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

/** @param since the day on which the station first knew the office; weeks before it owe nothing */
export function quarterStand(
  { weeks }: Quarter,
  since: CalendarDay,
  bundles: readonly BundleFigures[],
  today: CalendarDay,
): OfficeQuarter {
  const sealed = bundles.map(({ sealedAt }) => isoWeekOf(dayOf(sealedAt)).from);
  const over = weeks.filter((monday) => addDays(monday, 6) < today && monday >= isoWeekOf(since).from);
  // A week in which nobody works owes none.
  const due = over.filter((monday) => dueDayOf(monday, DEFAULT_WINDOW) !== null);
  const without = due.filter((monday) => !sealed.includes(monday));
  const newest = sealed.toSorted().at(-1) ?? '';
  const inside = bundles.filter((_, i) => weeks.includes(sealed[i] ?? ''));
  return {
    due: due.length,
    come: due.length - without.length,
    late: without.filter((monday) => monday < newest).map(weekName),
    missing: without.filter((monday) => monday >= newest).map(weekName),
    bundles: inside.length,
    ledgers: figuresOf(inside),
  };
}

/** `2026-W47`. */
export function weekName(monday: CalendarDay): string {
  const { year, week } = isoWeekOf(monday);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Of ledgers that nobody is told of, not even a count. Bundles in the order in which they were sealed. */
function figuresOf(bundles: readonly BundleFigures[]): Readonly<Record<string, LedgerFigures>> {
  const sums = new Map<string, LedgerFigures>();
  for (const { counts } of bundles) {
    for (const [ledger, { made, changed, retired, live }] of Object.entries(counts)) {
      if (isUnseen(ledger)) continue;
      const before = sums.get(ledger) ?? { made: 0, changed: 0, retired: 0 };
      sums.set(ledger, {
        made: before.made + made,
        changed: before.changed + changed,
        retired: before.retired + retired,
        live,
      });
    }
  }
  return Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
