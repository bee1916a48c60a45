/** Lists of matters: the ledger's pages, what is due, and what looks like the matter that is being entered. */
import {
  and,
  asc,
  count,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import {
  ALIKE_MAX,
  DUE_MAX,
  type DISPUTE_SORTS,
  type DisputeFilter,
  type DisputeRow,
} from '#shared/contract/disputes/disputes.ts';
import { addDays, startOfDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { afterCursor, orderOf, writeCursor, type Sort } from '#main/db/page.ts';
import type { PopulationPort } from '#main/ledgers/disputes/ports.ts';
import { disputeParties, disputes } from '#main/ledgers/disputes/tables.ts';
import { selectDisputes, shownRows } from './rows.ts';
import { isOpenDispute, listedFor } from './visible.ts';

/** Days ahead that Today and the view `due` look. */
const DUE_AHEAD = 7;

export interface ListRequest {
  readonly after: string | null;
  readonly rows: number;
  readonly filter: DisputeFilter;
  readonly sort: { readonly by: (typeof DISPUTE_SORTS)[number]; readonly descending: boolean };
}

export function listDisputes(db: ReadHandle, caller: Caller, today: CalendarDay, request: ListRequest) {
  const { filter, sort: asked, after, rows: wanted } = request;
  const seen = listedFor(caller, filter.view === 'violence' ? 'violence' : 'disputes');
  const where = and(seen, viewOf(filter.view, today), filterOf(filter));
  const sort: Sort = { column: disputes[asked.by], id: disputes.id, descending: asked.descending };
  const found = selectDisputes(db)
    .where(and(where, afterCursor(sort, after)))
    .orderBy(...orderOf(sort))
    .limit(wanted + 1)
    .all();
  const kept = found.slice(0, wanted);
  const last = kept.at(-1)?.dispute;
  const more = found.length > wanted && last !== undefined;
  return {
    rows: shownRows(db, kept, today),
    next: more ? writeCursor(last[asked.by], last.id) : null,
    total: countOf(db, where),
    all: countOf(db, seen),
  };
}

/** Overdue first, then by day; to a week ahead. */
export function dueDisputes(db: ReadHandle, caller: Caller, today: CalendarDay) {
  const open = and(listedFor(caller, 'disputes'), isOpenDispute);
  const found = selectDisputes(db)
    .where(and(open, viewOf('due', today)))
    .orderBy(asc(disputes.dueOn), asc(disputes.id))
    .limit(DUE_MAX)
    .all();
  return {
    open: countOf(db, open),
    overdue: countOf(db, and(open, lt(disputes.dueOn, today))),
    rows: shownRows(db, found, today),
  };
}

/** Of the same two people, or at the same door. One person alone finds nothing: nobody's matters are listed here. */
export function alikeDisputes(
  db: ReadHandle,
  population: PopulationPort,
  caller: Caller,
  today: CalendarDay,
  typed: { readonly addressId: string | null; readonly residents: readonly string[] },
): DisputeRow[] {
  const { addressId } = typed;
  const door = addressId === null ? undefined : inArray(disputes.addressId, population.sameDoor(addressId));
  const like = or(door, ofTheSameTwo(population.samePeople(typed.residents)));
  if (like === undefined) return [];
  const found = selectDisputes(db)
    .where(and(listedFor(caller, 'disputes'), isOpenDispute, like))
    .orderBy(sql`${disputes.receivedAt} DESC`, asc(disputes.id))
    .limit(ALIKE_MAX)
    .all();
  return shownRows(db, found, today);
}

/** Each person counts once, however many records they are of. */
function ofTheSameTwo(people: readonly (readonly string[])[]): SQL | undefined {
  if (people.length < 2) return undefined;
  const isIn = people.map(
    (ids) =>
      sql`(EXISTS (SELECT 1 FROM ${disputeParties} WHERE ${and(
        eq(disputeParties.disputeId, disputes.id),
        isNull(disputeParties.retiredAt),
        inArray(disputeParties.residentId, [...ids]),
      )}))`,
  );
  return sql`${sql.join(isIn, sql` + `)} >= 2`;
}

function viewOf(view: DisputeFilter['view'], today: CalendarDay): SQL | undefined {
  switch (view) {
    case 'open':
      return isOpenDispute;
    case 'due':
      return and(isOpenDispute, isNotNull(disputes.dueOn), lte(disputes.dueOn, addDays(today, DUE_AHEAD)));
    case 'overdue':
      return and(isOpenDispute, lt(disputes.dueOn, today));
    case 'waiting':
      return eq(disputes.stage, 'referred');
    case 'archived':
      return eq(disputes.stage, 'archived');
    default:
      return undefined;
  }
}

function filterOf(filter: DisputeFilter): SQL | undefined {
  const { types, levels, stages, owner, policeGrid, from, to } = filter;
  return and(
    types.length > 0 ? inArray(disputes.type, types) : undefined,
    levels.length > 0 ? inArray(disputes.level, levels) : undefined,
    stages.length > 0 ? inArray(disputes.stage, stages) : undefined,
    owner === null ? undefined : eq(disputes.owner, owner),
    policeGrid === null ? undefined : eq(disputes.policeGrid, policeGrid),
    from === null ? undefined : gte(disputes.receivedAt, startOfDay(from)),
    to === null ? undefined : lt(disputes.receivedAt, startOfDay(addDays(to, 1))),
  );
}

function countOf(db: ReadHandle, where: SQL | undefined): number {
  return db.select({ n: count() }).from(disputes).where(where).get()?.n ?? 0;
}
