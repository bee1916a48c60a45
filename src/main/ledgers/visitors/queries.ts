/** Reads of the visitors ledger. Who may see which visit is decided here, in the query, not on the screen. */
import { and, count, desc, eq, gte, inArray, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { addDays, startOfDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import {
  ON_SITE_MAX,
  OWED_MAX,
  type VISIT_SORTS,
  type VisitFilter,
  type VisitRow,
} from '#shared/contract/visitors.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { afterCursor, orderOf, writeCursor, type Sort } from '#main/db/page.ts';
import { staff } from '#main/staff/table.ts';
import { visitors, type VisitRecord } from './table.ts';

/** Promised replies on Today reach this far back and ahead, in days. */
const OWED_BACK = 30;
const OWED_AHEAD = 14;

type SortName = (typeof VISIT_SORTS)[number];
interface PageOf {
  readonly rows: VisitRow[];
  readonly next: string | null;
  readonly total: number;
  readonly all: number;
}

const live = isNull(visitors.retiredAt);

/** An auxiliary sees today's visits, those in the room, replies still owed, and those they received; an officer sees all. */
export function visibleTo(caller: Caller, today: CalendarDay): SQL | undefined {
  if (caller.role === 'officer') return live;
  return and(
    live,
    or(
      gte(visitors.arrivedAt, startOfDay(today)),
      isNull(visitors.leftAt),
      and(isNotNull(visitors.promisedOn), isNull(visitors.repliedOn)),
      eq(visitors.handledBy, caller.staff),
    ),
  );
}

export function listVisits(
  db: ReadHandle,
  caller: Caller,
  today: CalendarDay,
  request: {
    readonly after: string | null;
    readonly rows: number;
    readonly filter: VisitFilter;
    readonly sort: { readonly by: SortName; readonly descending: boolean };
  },
): PageOf {
  const seen = visibleTo(caller, today);
  return page(db, seen, and(seen, filterOf(request.filter)), request, {
    column: visitors[request.sort.by],
    id: visitors.id,
    descending: request.sort.descending,
  });
}

/** By a person's name, from the beginning of the name; newest first. */
export function searchVisits(
  db: ReadHandle,
  name: string,
  request: { readonly after: string | null; readonly rows: number },
): PageOf {
  const beginning = `${name.replace(/[\\%_]/g, '\\$&')}%`;
  const found = and(live, sql`${visitors.name} LIKE ${beginning} ESCAPE '\\'`);
  return page(db, live, found, request, { column: visitors.arrivedAt, id: visitors.id, descending: true });
}

export function findVisit(
  db: ReadHandle,
  caller: Caller,
  today: CalendarDay,
  id: string,
): VisitRecord | null {
  return (
    db
      .select()
      .from(visitors)
      .where(and(eq(visitors.id, id), visibleTo(caller, today)))
      .get() ?? null
  );
}

export function onSiteVisits(db: ReadHandle): VisitRow[] {
  return select(db)
    .where(and(live, isNull(visitors.leftAt)))
    .orderBy(visitors.arrivedAt, visitors.id)
    .limit(ON_SITE_MAX)
    .all()
    .map(shown);
}

/** Replies promised and not given, most urgent first. */
export function owedVisits(db: ReadHandle, today: CalendarDay): VisitRow[] {
  return select(db)
    .where(
      and(
        live,
        isNotNull(visitors.promisedOn),
        isNull(visitors.repliedOn),
        gte(visitors.promisedOn, addDays(today, -OWED_BACK)),
        lt(visitors.promisedOn, addDays(today, OWED_AHEAD + 1)),
      ),
    )
    .orderBy(visitors.promisedOn, visitors.id)
    .limit(OWED_MAX)
    .all()
    .map(shown);
}

export function countVisitsSince(db: ReadHandle, day: CalendarDay): number {
  return total(db, and(live, gte(visitors.arrivedAt, startOfDay(day))));
}

/** Whether the record stands in the ledger, whoever asks. */
export function isLive(db: ReadHandle, id: string): boolean {
  return total(db, and(live, eq(visitors.id, id))) > 0;
}

export function visitRowOf(db: ReadHandle, id: string): VisitRow | null {
  const found = select(db).where(eq(visitors.id, id)).get();
  return found === undefined ? null : shown(found);
}

/** Of those this person may see; the newest first. */
export function visitRowsOf(
  db: ReadHandle,
  caller: Caller,
  today: CalendarDay,
  which: SQL | undefined,
): VisitRow[] {
  return select(db)
    .where(and(visibleTo(caller, today), which))
    .orderBy(desc(visitors.arrivedAt), desc(visitors.id))
    .all()
    .map(shown);
}

function select(db: ReadHandle) {
  return db
    .select({ visit: visitors, handledByName: staff.name })
    .from(visitors)
    .innerJoin(staff, eq(staff.id, visitors.handledBy));
}

/** What leaves the office: the phone masked, the stamps left out. */
function shown({ visit, handledByName }: { visit: VisitRecord; handledByName: string }): VisitRow {
  const { phone, disputeId: _disputeId, ...rest } = visit;
  return { ...rest, phoneMasked: phone === null ? null : maskPhone(phone), handledByName };
}

function page(
  db: ReadHandle,
  seen: SQL | undefined,
  where: SQL | undefined,
  request: { readonly after: string | null; readonly rows: number },
  sort: Sort,
): PageOf {
  const rows = select(db)
    .where(and(where, afterCursor(sort, request.after)))
    .orderBy(...orderOf(sort))
    .limit(request.rows + 1)
    .all();
  const kept = rows.slice(0, request.rows);
  const last = kept.at(-1)?.visit;
  const key = Object.entries(visitors).find(([, column]) => column === sort.column)?.[0] as keyof VisitRecord;
  const value = last?.[key];
  const next =
    rows.length > request.rows && last !== undefined
      ? writeCursor(typeof value === 'string' || typeof value === 'number' ? value : null, last.id)
      : null;
  return { rows: kept.map(shown), next, total: total(db, where), all: total(db, seen) };
}

function total(db: ReadHandle, where: SQL | undefined): number {
  return db.select({ n: count() }).from(visitors).where(where).get()?.n ?? 0;
}

function filterOf(filter: VisitFilter): SQL | undefined {
  return and(
    filter.states.length > 0 ? inArray(visitors.state, filter.states) : undefined,
    filter.matters.length > 0 ? inArray(visitors.matter, filter.matters) : undefined,
    filter.from === null ? undefined : gte(visitors.arrivedAt, startOfDay(filter.from)),
    filter.to === null ? undefined : lt(visitors.arrivedAt, startOfDay(addDays(filter.to, 1))),
    filter.onSite ? isNull(visitors.leftAt) : undefined,
    filter.owed ? and(isNotNull(visitors.promisedOn), isNull(visitors.repliedOn)) : undefined,
  );
}
