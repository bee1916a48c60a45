/** Reads of requests. Who may see which is decided here: an auxiliary those they took in, an officer all. */
import { and, count, eq, isNull, lt, min, sql, type SQL } from 'drizzle-orm';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { afterCursor, orderOf, writeCursor, type Sort } from '#main/db/page.ts';
import { dayIn, type RightsRoom } from './room.ts';
import { rightsRequests, type RightsEntry } from './table.ts';

export interface RightsListRequest {
  readonly after: string | null;
  readonly rows: number;
  readonly open: boolean;
}

const isOpen = isNull(rightsRequests.answeredOn);

/** Later than any day: what is answered stands behind what is open. */
const BEHIND = 9_000_000;
/** Open ones by the day they are due, then the answered ones, the newest first. */
const rank = sql<number>`CASE WHEN ${rightsRequests.answeredOn} IS NULL THEN julianday(${rightsRequests.dueOn})
  ELSE ${sql.raw(String(BEHIND))} - julianday(${rightsRequests.answeredOn}) END`;
const URGENT_FIRST: Sort = { column: rank, id: rightsRequests.id, descending: false };

export function visibleTo({ role, staff }: Caller): SQL | undefined {
  const live = isNull(rightsRequests.retiredAt);
  return role === 'officer' ? live : and(live, eq(rightsRequests.registeredBy, staff));
}

export function listRequests(room: RightsRoom, caller: Caller, { after, rows, open }: RightsListRequest) {
  const seen = visibleTo(caller);
  const where = and(seen, open ? isOpen : undefined);
  const found = room.db
    .select({ entry: rightsRequests, rank })
    .from(rightsRequests)
    .where(and(where, afterCursor(URGENT_FIRST, after)))
    .orderBy(...orderOf(URGENT_FIRST))
    .limit(rows + 1)
    .all();
  const kept = found.slice(0, rows);
  const last = kept.at(-1);
  return {
    rows: kept.map(({ entry }) => shownRequest(room, entry)),
    next: found.length > rows && last !== undefined ? writeCursor(last.rank, last.entry.id) : null,
    total: countOf(room.db, where),
    all: countOf(room.db, seen),
  };
}

export function findRequest(db: ReadHandle, caller: Caller, id: string): RightsEntry | null {
  return (
    db
      .select()
      .from(rightsRequests)
      .where(and(eq(rightsRequests.id, id), visibleTo(caller)))
      .get() ?? null
  );
}

/** At the revision that the person saw. */
export function seenRequest(
  db: ReadHandle,
  caller: Caller,
  { id, revision }: { readonly id: string; readonly revision: number },
): RightsEntry {
  const entry = findRequest(db, caller, id) ?? refuse({ code: 'missing' });
  if (entry.revision !== revision) refuse({ code: 'stale', revision: entry.revision });
  return entry;
}

export function dueRequests({ db }: RightsRoom, day: CalendarDay) {
  const open = and(isNull(rightsRequests.retiredAt), isOpen);
  const next = db
    .select({ on: min(rightsRequests.dueOn) })
    .from(rightsRequests)
    .where(open)
    .get();
  return {
    open: countOf(db, open),
    late: countOf(db, and(open, lt(rightsRequests.dueOn, day))),
    nextOn: next?.on ?? null,
  };
}

export function shownRequest({ people, nameOf, ...room }: RightsRoom, entry: RightsEntry): RightsRow {
  const { residentId, phone, dueOn, answeredOn, answeredBy } = entry;
  return {
    id: entry.id,
    revision: entry.revision,
    kind: entry.kind,
    residentId: residentId === null ? null : (people.personOf(residentId)?.id ?? residentId),
    requester: entry.requester,
    name: entry.name,
    phoneMasked: phone === '' ? null : maskPhone(phone),
    receivedOn: entry.receivedOn,
    dueOn,
    late: Math.max(0, daysBetween(dueOn, answeredOn ?? dayIn(room))),
    asks: entry.asks,
    answeredOn,
    identity: entry.identity,
    outcome: entry.outcome,
    ground: entry.ground,
    answer: entry.answer,
    registeredByName: nameOf(entry.registeredBy),
    answeredByName: answeredBy === null ? '' : nameOf(answeredBy),
    synthetic: entry.synthetic,
  };
}

function countOf(db: ReadHandle, where: SQL | undefined): number {
  return db.select({ n: count() }).from(rightsRequests).where(where).get()?.n ?? 0;
}
