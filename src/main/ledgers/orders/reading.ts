/** Reads of orders: the desk sees all of them, what presses first. */
import { and, asc, count, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { ORDERS_ON_TODAY, type OrderRow } from '#shared/contract/sent/orders.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { daysLate } from '#shared/ledgers/sent/orders.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { afterCursor, orderOf, writeCursor, type Sort } from '#main/db/page.ts';
import { orders, type OrderEntry } from './table.ts';

export interface OrdersReader {
  readonly db: ReadHandle;
  readonly nameOf: (staff: string) => string;
}

export interface OrdersRequest {
  readonly after: string | null;
  readonly rows: number;
  readonly open: boolean;
}

const live = isNull(orders.retiredAt);
const isOpen = inArray(orders.state, ['received', 'acknowledged']);

/** Later than any day: what is closed stands behind what is open. */
const BEHIND = 9_000_000;
/** Open ones by the day they are asked for by, then the closed ones, the newest first. */
const rank = sql<number>`CASE WHEN ${orders.state} IN ('received', 'acknowledged') THEN julianday(${orders.dueOn})
  ELSE ${sql.raw(String(BEHIND))} - julianday(${orders.updatedAt}) END`;
const URGENT_FIRST: Sort = { column: rank, id: orders.id, descending: false };

export function listOrders(reader: OrdersReader, { after, rows, open }: OrdersRequest, day: CalendarDay) {
  const { db } = reader;
  const where = and(live, open ? isOpen : undefined);
  const found = db
    .select({ entry: orders, rank })
    .from(orders)
    .where(and(where, afterCursor(URGENT_FIRST, after)))
    .orderBy(...orderOf(URGENT_FIRST))
    .limit(rows + 1)
    .all();
  const kept = found.slice(0, rows);
  const last = kept.at(-1);
  return {
    rows: kept.map(({ entry }) => shownOrder(reader, entry, day)),
    next: found.length > rows && last !== undefined ? writeCursor(last.rank, last.entry.id) : null,
    total: countOf(db, where),
    all: countOf(db, live),
  };
}

export function dueOrders(reader: OrdersReader, day: CalendarDay) {
  const { db } = reader;
  const open = and(live, isOpen);
  return {
    open: countOf(db, open),
    late: countOf(db, and(open, lt(orders.dueOn, day))),
    first: db
      .select()
      .from(orders)
      .where(open)
      .orderBy(asc(orders.dueOn), asc(orders.id))
      .limit(ORDERS_ON_TODAY)
      .all()
      .map((entry) => shownOrder(reader, entry, day)),
  };
}

export function findOrder(db: ReadHandle, id: string): OrderEntry {
  const found = db
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), live))
    .get();
  return found ?? refuse({ code: 'missing' });
}

/** At the revision that the person saw. */
export function seenOrder(db: ReadHandle, { id, revision }: Pick<OrderEntry, 'id' | 'revision'>): OrderEntry {
  const entry = findOrder(db, id);
  if (entry.revision !== revision) refuse({ code: 'stale', revision: entry.revision });
  return entry;
}

export function shownOrder({ nameOf }: OrdersReader, entry: OrderEntry, day: CalendarDay): OrderRow {
  const { acknowledgedBy, doneBy } = entry;
  return {
    id: entry.id,
    revision: entry.revision,
    number: entry.number,
    title: entry.title,
    text: entry.text,
    dueOn: entry.dueOn,
    sender: entry.sender,
    sentOn: entry.sentOn,
    state: entry.state,
    late: daysLate(entry, day),
    acknowledgedByName: acknowledgedBy === null ? '' : nameOf(acknowledgedBy),
    acknowledgedOn: entry.acknowledgedOn,
    doneByName: doneBy === null ? '' : nameOf(doneBy),
    doneOn: entry.doneOn,
    feedback: entry.feedback,
    withdrawnOn: entry.withdrawnOn,
    synthetic: entry.synthetic,
  };
}

function countOf(db: ReadHandle, where: SQL | undefined): number {
  return db.select({ n: count() }).from(orders).where(where).get()?.n ?? 0;
}
