/** What a filter of the list asks, as conditions on residents `r`, and by which index they are best found. */
import type { ResidentFilter } from '#shared/contract/population/residents.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Store } from '#main/db/open.ts';
import { BELOW } from '#main/ledgers/population/places/lines.ts';
import { freshnessSql } from '#main/ledgers/population/people/verifying/fresh-days.ts';
import { UNSURE_NUMBER } from './number-sql.ts';

export interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

export interface Asked {
  /** Conditions on columns that every index holds by which the list is sorted. */
  readonly plain: Condition;
  /** The others; null where there are none. */
  readonly narrow: Narrow | null;
}

export interface Narrow {
  /** How to find the few. */
  readonly found: Condition;
  /** How to recognise one of many while walking through everybody. */
  readonly met: Condition;
  /** `INDEXED BY` for `found`: without figures about itself the database would guess. '' where ids are known. */
  readonly index: string;
}

/** @param matches ids that the filter's text finds; null where it says nothing */
export function askedBy(
  raw: Store['raw'],
  filter: ResidentFilter,
  matches: readonly string[] | null,
  day: CalendarDay,
): Asked {
  const narrowed = [
    ...(matches === null ? [] : [byId(matches)]),
    ...(filter.batchId === null ? [] : [byBatch(filter.batchId)]),
    ...(filter.addressId === null || isTheOnlyRoot(raw, filter.addressId) ? [] : [byPlace(filter.addressId)]),
    ...(filter.policeGrid === null ? [] : [byGrid(filter.policeGrid)]),
    ...(filter.number === 'any' ? [] : [byNumber(filter.number)]),
  ];
  const [first] = narrowed;
  const narrow =
    first === undefined
      ? null
      : {
          found: all(narrowed.map(({ found }) => found)),
          met: all(narrowed.map(({ met }) => met)),
          index: first.index,
        };
  return { plain: plainOf(filter, day), narrow };
}

function plainOf(filter: ResidentFilter, day: CalendarDay): Condition {
  const { presence, residenceTypes, freshness } = filter;
  const parts: Condition[] = [{ sql: 'r.retired_at IS NULL', values: [] }];
  if (presence !== 'all')
    parts.push({ sql: `r.out_state IS ${presence === 'here' ? '' : 'NOT '}NULL`, values: [] });
  if (residenceTypes.length > 0)
    parts.push({
      sql: `r.residence_type IN (${residenceTypes.map(() => '?').join(', ')})`,
      values: residenceTypes,
    });
  if (freshness.length > 0) parts.push({ sql: freshnessSql('r.verified_on', freshness, day), values: [] });
  return all(parts);
}

export function all(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}

/** The same either way. */
function plainly(sql: string, value: string, index: string): Narrow {
  const condition = { sql, values: [value] };
  return { found: condition, met: condition, index };
}

function byId(ids: readonly string[]): Narrow {
  return plainly('r.id IN (SELECT value FROM json_each(?))', JSON.stringify(ids), '');
}

function byBatch(batch: string): Narrow {
  return plainly('r.batch_id = ?', batch, 'INDEXED BY residents_batch');
}

function byGrid(grid: string): Narrow {
  return plainly(
    'r.address_id IN (SELECT id FROM addresses WHERE police_grid = ? AND retired_at IS NULL)',
    grid,
    'INDEXED BY residents_address',
  );
}

function byNumber(number: 'flagged' | 'none'): Narrow {
  const sql = `${UNSURE_NUMBER} AND r.id_number IS ${number === 'none' ? '' : 'NOT '}NULL`;
  return {
    found: { sql, values: [] },
    met: { sql, values: [] },
    index: 'INDEXED BY residents_unsure',
  };
}

/** Down from the place to everybody below it, or up from somebody to the place: the shorter way wins. */
function byPlace(id: string): Narrow {
  const down = `r.address_id IN (${BELOW} SELECT id FROM below)`;
  const up = `? IN (
    WITH RECURSIVE above (id) AS (
      SELECT r.address_id UNION ALL
      SELECT a.parent_id FROM above JOIN addresses a ON a.id = above.id WHERE a.parent_id IS NOT NULL)
    SELECT id FROM above)`;
  return {
    found: { sql: down, values: [id] },
    met: { sql: up, values: [id] },
    index: 'INDEXED BY residents_address',
  };
}

/** Everybody lives below it: nothing to ask. */
function isTheOnlyRoot(raw: Store['raw'], id: string): boolean {
  const roots = raw
    .prepare('SELECT id FROM addresses WHERE parent_id IS NULL AND retired_at IS NULL LIMIT 2')
    .pluck()
    .all() as string[];
  return roots.length === 1 && roots[0] === id;
}
