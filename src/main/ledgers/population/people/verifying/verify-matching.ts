/** Everybody whom a filter finds, verified in one action: counted before, in steps that can be cancelled, whole or not at all. */
import { sql } from 'drizzle-orm';
import type { ResidentFilter } from '#shared/contract/population/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { VerifiedHow } from '#shared/ledgers/population/verified.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { residents } from '#main/ledgers/population/tables.ts';
import type { Seen } from '#main/ledgers/population/people/find.ts';
import type { PeopleList } from '#main/ledgers/population/people/list/list.ts';
import type { PeopleRoom } from '#main/ledgers/population/people/room.ts';
import { actionOf, stepsOf } from './verified-actions.ts';
import { verifyResidents } from './verify.ts';

/** Some milliseconds of writing. */
const PEOPLE_A_STEP = 50;

export interface VerifyPreview {
  /** They would be verified. */
  readonly here: number;
  /** The filter finds them, and they have left. */
  readonly gone: number;
  /** Of those who are here: so lately verified that nobody need ask again. */
  readonly fresh: number;
}

export function previewVerifying(list: PeopleList, filter: ResidentFilter): VerifyPreview {
  const here = hereIn(filter);
  if (here === null) return { here: 0, gone: list.count(filter), fresh: 0 };
  const { freshness } = filter;
  const mayBeFresh = freshness.length === 0 || freshness.includes('fresh');
  const count = list.count(here);
  return {
    here: count,
    gone: list.count(filter) - count,
    fresh: mayBeFresh ? list.count({ ...here, freshness: ['fresh'] }) : 0,
  };
}

export interface MatchingOrder {
  readonly filter: ResidentFilter;
  readonly how: VerifiedHow;
  /** As many as the person was told. */
  readonly people: number;
}

export async function verifyMatching(
  room: PeopleRoom,
  list: PeopleList,
  caller: Caller,
  { filter, how, people }: MatchingOrder,
  signal: AbortSignal | undefined,
): Promise<{ verified: number; action: string }> {
  const { db, journal, clock } = room;
  const here = hereIn(filter);
  const total = here === null ? 0 : list.count(here);
  if (total !== people) refuse({ code: 'invalid', issues: [{ field: 'people', rule: 'changed' }] });
  const stamp = { on: today(clock), by: caller.staff, how };
  return journal.writeInSteps(
    caller,
    function* (desk) {
      const lines: number[] = [];
      let verified = 0;
      // Read beside the transaction: whom a filter such as "never verified" finds does not change under way.
      for (const ids of here === null
        ? []
        : list.each(here, { by: 'id', descending: false }, PEOPLE_A_STEP)) {
        lines.push(...verifyResidents(desk, revisionsOf(db, ids), stamp));
        verified += ids.length;
        yield { done: verified, total };
      }
      return { verified, action: actionOf(lines) };
    },
    stepsOf(room, signal),
  );
}

/** Null where it finds only people who have left: nobody of them is found as registered. */
function hereIn(filter: ResidentFilter): ResidentFilter | null {
  return filter.presence === 'out' ? null : { ...filter, presence: 'here' };
}

function revisionsOf(db: ReadHandle, ids: readonly string[]): Seen[] {
  const { id, revision } = residents;
  return db
    .select({ id, revision })
    .from(residents)
    .where(sql`${id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .all();
}
