/**
 * What care and people's own requests need of the residents: the person behind a record, merges followed both ways, so that
 * what was entered for one record belongs to whoever it became. Only what is asked for, never the row.
 */
import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Caller } from '#shared/kernel/caller.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { endsCare } from '#shared/ledgers/care/care.ts';
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
    /** Of a column of record ids: whoever it became stands here, and has neither died nor moved away. */
    isHere: (column: AnyColumn): SQL => sql`EXISTS (
      WITH RECURSIVE person (into_id, retired, out_state) AS (
        SELECT merged_into, retired_at, out_state FROM residents WHERE id = ${column}
        UNION
        SELECT r.merged_into, r.retired_at, r.out_state FROM person JOIN residents r ON r.id = person.into_id)
      SELECT 1 FROM person
       WHERE retired IS NULL AND (out_state IS NULL OR out_state NOT IN ('dead', 'moved')))`,
  };
}
