/**
 * What care and people's own requests need of the residents: the person behind a record, merges followed both ways, so that
 * what was entered for one record belongs to whoever it became. Only what is asked for, never the row.
 */
import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Caller } from '#shared/kernel/caller.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Instant } from '#shared/kernel/clock.ts';
import { ENDS_CARE, endsCare } from '#shared/ledgers/care/care.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { standingId, withMerged } from './merged.ts';
import { findResident } from './people/find.ts';
import { liveResident, visibleTo } from './people/shown.ts';
import { residents } from './tables.ts';

export interface KnownPerson {
  /** The record that stands. */
  readonly id: string;
  /** It, and all that were merged into it. */
  readonly records: readonly string[];
  readonly name: string;
  readonly birthDate: CalendarDay | null;
  /** The day on which they died or moved away. */
  readonly leftOn: CalendarDay | null;
}

export function knownPeople(db: ReadHandle) {
  function find(where: SQL | undefined, record: string): KnownPerson | null {
    const id = standingId(db, residents, record);
    const found = id === null ? null : findResident(db, where, id);
    if (found === null) return null;
    const { name, birthDate, outState, outOn } = found;
    const leftOn = endsCare(outState) ? outOn : null;
    return { id: found.id, records: withMerged(db, residents, [found.id]), name, birthDate, leftOn };
  }

  return {
    /** Null where no such person stands in the ledger any more. */
    personOf: (record: string) => find(liveResident, record),
    /** The same, where this person may see them. */
    seenBy: (caller: Caller, record: string) => find(visibleTo(caller), record),
    isHere,
  };
}

/** Of a column of record ids: whoever it became stands here, and has neither died nor moved away. */
function isHere(column: AnyColumn): SQL {
  return sql`EXISTS (${whoeverBecame(column)}
    WHERE retired IS NULL AND (out_state IS NULL OR out_state NOT IN ${ENDS_CARE}))`;
}

/**
 * The same the other way round: they died or moved away, or their record turned out to be none, and have stood so since
 * before this instant. What was just written may have been a mistake, and is taken back within minutes.
 */
export function isGoneSince(column: AnyColumn, before: Instant): SQL {
  return sql`EXISTS (${whoeverBecame(column)}
    WHERE into_id IS NULL AND updated < ${before} AND (retired IS NOT NULL OR out_state IN ${ENDS_CARE}))`;
}

function whoeverBecame(column: AnyColumn): SQL {
  return sql`WITH RECURSIVE person (into_id, retired, out_state, updated) AS (
      SELECT merged_into, retired_at, out_state, updated_at FROM residents WHERE id = ${column}
      UNION
      SELECT r.merged_into, r.retired_at, r.out_state, r.updated_at
        FROM person JOIN residents r ON r.id = person.into_id)
    SELECT 1 FROM person`;
}
