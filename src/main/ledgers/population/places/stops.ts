/** Doors to go to again: the stops of a route, and the list behind it. */
import { and, asc, count, eq, isNotNull, lte, sql, type SQL } from 'drizzle-orm';
import type { HomeVisitRow } from '#shared/contract/population/addresses.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { VisitPurpose } from '#shared/ledgers/population/home-visits.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { afterCursor, orderOf, writeCursor, type Sort } from '#main/db/page.ts';
import { addresses, homeVisits } from '#main/ledgers/population/tables.ts';
import type { Page, PageRequest } from './room.ts';
import { selectVisits, shownVisit, visitsSeenBy } from './visits/visit-rows.ts';

/** More doors than anybody goes to in a day. */
const STOPS_MAX = 200;

export interface Stop {
  /** The visit that said somebody should come again. */
  readonly visitId: string;
  readonly addressId: string;
  readonly line: string;
  readonly policeGrid: string | null;
  readonly dueOn: CalendarDay;
  readonly purpose: VisitPurpose;
  readonly quiet: boolean;
  readonly bestTime: string;
}

/** Doors due on that day or before, the longest due first. */
export function stopsOf(db: ReadHandle, caller: Caller, day: CalendarDay): Stop[] {
  return db
    .select({
      visitId: homeVisits.id,
      addressId: homeVisits.addressId,
      line: addresses.line,
      policeGrid: addresses.policeGrid,
      dueOn: sql<CalendarDay>`${homeVisits.nextDueOn}`,
      purpose: homeVisits.purpose,
      quiet: addresses.quiet,
      bestTime: addresses.bestTime,
    })
    .from(homeVisits)
    .innerJoin(addresses, eq(addresses.id, homeVisits.addressId))
    .where(dueUntil(caller, day))
    .orderBy(asc(homeVisits.nextDueOn), asc(homeVisits.id))
    .limit(STOPS_MAX)
    .all();
}

/** The visits that those doors were last promised at, page by page. */
export function listDue(
  db: ReadHandle,
  caller: Caller,
  request: PageRequest & { readonly until: CalendarDay },
): Page<HomeVisitRow> {
  const sort: Sort = { column: homeVisits.nextDueOn, id: homeVisits.id, descending: false };
  const due = dueUntil(caller, request.until);
  const rows = selectVisits(db)
    .where(and(due, afterCursor(sort, request.after)))
    .orderBy(...orderOf(sort))
    .limit(request.rows + 1)
    .all();
  const kept = rows.slice(0, request.rows);
  const last = kept.at(-1)?.visit;
  return {
    rows: kept.map(shownVisit),
    next: rows.length > request.rows && last !== undefined ? writeCursor(last.nextDueOn, last.id) : null,
    total: total(db, due),
    all: total(db, dueUntil(caller, null)),
  };
}

/**
 * A later visit settles what an earlier one promised, unless nobody was there and it says no other day.
 * @param until null: whenever it is due
 */
function dueUntil(caller: Caller, until: CalendarDay | null): SQL | undefined {
  return and(
    visitsSeenBy(caller),
    isNotNull(homeVisits.nextDueOn),
    until === null ? undefined : lte(homeVisits.nextDueOn, until),
    sql`NOT EXISTS (SELECT 1 FROM home_visits later
      WHERE later.address_id = ${homeVisits.addressId} AND later.retired_at IS NULL
        AND (later.visited_at, later.id) > (${homeVisits.visitedAt}, ${homeVisits.id})
        AND (later.next_due_on IS NOT NULL OR later.result <> 'nobody'))`,
  );
}

function total(db: ReadHandle, where: SQL | undefined): number {
  return db.select({ n: count() }).from(homeVisits).where(where).get()?.n ?? 0;
}
