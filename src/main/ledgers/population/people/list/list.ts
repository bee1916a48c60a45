/** The ledger of people as a list: any sort, any filter, any depth at the same cost, and exact counts. */
import { sql } from 'drizzle-orm';
import type { RESIDENT_SORTS, ResidentFilter, ResidentRow } from '#shared/contract/population/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { readCursor, writeCursor, type Cursor } from '#main/db/page.ts';
import { residents } from '#main/ledgers/population/tables.ts';
import { all, askedBy, type Asked, type Condition } from './conditions.ts';
import { readerNow, type Reader } from '#main/ledgers/population/people/masked-number.ts';
import { showResidents } from '#main/ledgers/population/people/shown.ts';

/**
 * Up to so many, the matching rows are gathered and sorted; more of them are met soon enough by walking through everybody
 * in order. Measured at 200,000 people: where both take the same time.
 */
const GATHERED_MAX = 5000;
/** Counts of this many filters are remembered until people or places change. */
const COUNTS_KEPT = 200;

type SortName = (typeof RESIDENT_SORTS)[number];
export interface SortBy {
  readonly by: SortName;
  readonly descending: boolean;
}

export interface PeoplePage {
  readonly rows: ResidentRow[];
  readonly next: string | null;
  readonly total: number;
  readonly all: number;
}

export interface PeopleList {
  page(
    request: {
      readonly filter: ResidentFilter;
      readonly sort: SortBy;
      readonly after: string | null;
      readonly rows: number;
    },
    caller: Pick<Caller, 'role'>,
  ): PeoplePage;
  count(filter: ResidentFilter): number;
  /** Ids of everybody who matches, some at a time. */
  each(filter: ResidentFilter, sort: SortBy, rows: number): Generator<string[], void>;
}

export interface PeopleListRoom {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly clock: Clock;
  /** Ids that a text finds; null where it says nothing. */
  readonly matches: (text: string) => readonly string[] | null;
}

const EVERYBODY: ResidentFilter = {
  text: '',
  addressId: null,
  policeGrid: null,
  residenceTypes: [],
  freshness: [],
  presence: 'all',
  number: 'any',
  batchId: null,
};

/** @param gatheredMax see GATHERED_MAX */
export function openPeopleList(
  { db, raw, journal, clock, matches }: PeopleListRoom,
  gatheredMax = GATHERED_MAX,
): PeopleList {
  const counts = new Map<string, number>();
  journal.onChange((ledgers) => {
    if (ledgers.has('residents') || ledgers.has('addresses')) counts.clear();
  });

  function asked(filter: ResidentFilter): Asked {
    return askedBy(raw, filter, matches(filter.text), today(clock));
  }

  function count(filter: ResidentFilter): number {
    const key = `${today(clock)} ${JSON.stringify(filter)}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const { plain, narrow } = asked(filter);
    const { sql, values } = all(narrow === null ? [plain] : [plain, narrow.found]);
    const from = `residents r ${narrow?.index ?? 'INDEXED BY residents_address'}`;
    const counted = Number(
      raw
        .prepare(`SELECT count(*) FROM ${from} WHERE ${sql}`)
        .pluck()
        .get(...values),
    );
    if (counts.size >= COUNTS_KEPT) counts.clear();
    counts.set(key, counted);
    return counted;
  }

  function idsAfter(filter: ResidentFilter, sort: SortBy, after: Cursor | null, limit: number): Found[] {
    const walk = walkOf(asked(filter), sort.by, count(filter) / gatheredMax);
    const found: Found[] = [];
    for (const part of partsOf(sort.by)) {
      // A cursor without a value stands in the last part: those before it are through.
      if (part === 'filled' && after !== null && after.value === null) continue;
      const start = after !== null && (part === 'empty') === (after.value === null) ? after : null;
      const { sql, values } = pageSql(walk, sort, part, start, limit - found.length);
      found.push(...(raw.prepare(sql).all(...values) as Found[]));
      if (found.length === limit) break;
    }
    return found;
  }

  return {
    count,
    page({ filter, sort, after, rows }, caller) {
      const found = idsAfter(filter, sort, after === null ? null : readCursor(after), rows + 1);
      const kept = found.slice(0, rows);
      const last = kept.at(-1);
      return {
        rows: shownInOrder(
          db,
          readerNow(caller, clock),
          kept.map(({ id }) => id),
        ),
        next: found.length > rows && last !== undefined ? writeCursor(last.value, last.id) : null,
        total: count(filter),
        all: count(EVERYBODY),
      };
    },
    *each(filter, sort, rows) {
      let after: Cursor | null = null;
      do {
        const found: Found[] = idsAfter(filter, sort, after, rows);
        if (found.length > 0) yield found.map(({ id }) => id);
        after = found.length < rows ? null : (found.at(-1) ?? null);
      } while (after !== null);
    },
  };
}

/** People under these ids, in the order of the ids; who is not there is left out. */
export function shownInOrder(db: ReadHandle, reader: Reader, ids: readonly string[]): ResidentRow[] {
  if (ids.length === 0) return [];
  const shown = showResidents(
    db,
    reader,
    sql`${residents.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    ids.length,
  );
  const byId = new Map(shown.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

interface Found {
  readonly id: string;
  readonly value: string | null;
}

interface Walk {
  readonly from: string;
  readonly where: Condition;
}

const KEYS: Readonly<Record<SortName, string>> = {
  id: 'r.id',
  name: 'r.name',
  address: 'a.line',
  verifiedOn: 'r.verified_on',
  updatedAt: 'r.updated_at',
};

/** Everybody in the order of a sort. */
const IN_ORDER: Readonly<Record<SortName, string>> = {
  id: 'residents r',
  name: 'residents r INDEXED BY residents_name',
  address:
    'addresses a INDEXED BY addresses_line CROSS JOIN residents r INDEXED BY residents_address ON r.address_id = a.id',
  verifiedOn: 'residents r INDEXED BY residents_verified',
  updatedAt: 'residents r INDEXED BY residents_updated',
};

/** @param share rows that match, of those that are gathered at most */
function walkOf({ plain, narrow }: Asked, by: SortName, share: number): Walk {
  const isFew = share <= 1;
  const join = by === 'address' ? ' CROSS JOIN addresses a ON a.id = r.address_id' : '';
  if (narrow !== null && (isFew || narrow.index === ''))
    return { from: `residents r ${narrow.index}${join}`, where: all([plain, narrow.found]) };
  // Walked through by id, every row is read. By door the next index says who matches, so it is worth it sooner.
  if (by === 'id' ? isFew : by === 'address' && share <= 1 / 5)
    return { from: `residents r INDEXED BY residents_address${join}`, where: plain };
  const standing = { sql: 'a.retired_at IS NULL', values: [] };
  const where = all([
    plain,
    ...(narrow === null ? [] : [narrow.met]),
    ...(by === 'address' ? [standing] : []),
  ]);
  return { from: IN_ORDER[by], where };
}

/** Empty values stand at the end either way: a part of the order of its own, because no index has it so. */
function partsOf(by: SortName): readonly ('filled' | 'empty')[] {
  return by === 'verifiedOn' ? ['filled', 'empty'] : ['filled'];
}

function pageSql(
  { from, where }: Walk,
  { by, descending }: SortBy,
  part: 'filled' | 'empty',
  after: Cursor | null,
  limit: number,
): { sql: string; values: (string | number)[] } {
  const way = descending ? 'DESC' : 'ASC';
  const beyond = descending ? '<' : '>';
  const key = KEYS[by];
  const byIdAlone = by === 'id' || part === 'empty';
  const parts: Condition[] = [where];
  if (by === 'verifiedOn') parts.push({ sql: `${key} IS ${part === 'empty' ? '' : 'NOT '}NULL`, values: [] });
  if (after !== null)
    parts.push(
      byIdAlone
        ? { sql: `r.id ${beyond} ?`, values: [after.id] }
        : { sql: `(${key}, r.id) ${beyond} (?, ?)`, values: [String(after.value), after.id] },
    );
  const order = byIdAlone ? `r.id ${way}` : `${key} ${way}, r.id ${way}`;
  const { sql, values } = all(parts);
  return {
    sql: `SELECT r.id AS id, ${key} AS value FROM ${from} WHERE ${sql} ORDER BY ${order} LIMIT ?`,
    values: [...values, limit],
  };
}
