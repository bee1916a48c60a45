/** Two people indeed: a pair that is not to be shown again; and within the minute the way back from a slip. */
import { and, eq } from 'drizzle-orm';
import { UNDO_SECONDS } from '#shared/contract/desk.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { settledPairs } from '#main/db/shelf-tables.ts';
import { findResident } from '#main/ledgers/population/people/find.ts';
import type { PeopleRoom } from '#main/ledgers/population/people/room.ts';
import { liveResident } from '#main/ledgers/population/people/shown.ts';
import type { Pair } from './pairs.ts';

type Room = Pick<PeopleRoom, 'db' | 'journal' | 'clock'>;
type TwoIds = Pick<Pair, 'a' | 'b'>;

/** What a person has not looked at yet. */
export function unsettled(db: ReadHandle, pairs: readonly Pair[]): Pair[] {
  const rows = db.select().from(settledPairs).all();
  const settled = new Set(rows.map(({ a, b }) => `${a} ${b}`));
  return pairs.filter(({ a, b }) => !settled.has(`${a} ${b}`));
}

export function settlePair({ db, journal }: Room, caller: Caller, ids: TwoIds): void {
  const { a, b } = inOrder(ids);
  for (const id of [a, b]) if (findResident(db, liveResident, id) === null) refuse({ code: 'missing' });
  if (a === b) refuse({ code: 'invalid', issues: [{ field: 'b', rule: 'same' }] });
  journal.write(caller, (desk) =>
    desk.shelves.keep(settledPairs, { a, b, staff: caller.staff, settledAt: desk.now }),
  );
}

/** One's own, of a moment ago, where neither of the two was changed since. */
export function unsettlePair({ db, journal, clock }: Room, caller: Caller, ids: TwoIds): void {
  const { a, b } = inOrder(ids);
  const settled = db
    .select()
    .from(settledPairs)
    .where(and(eq(settledPairs.a, a), eq(settledPairs.b, b)))
    .get();
  if (settled === undefined) return refuse({ code: 'missing' });
  const { staff, settledAt } = settled;
  const age = (Date.parse(clock.now()) - Date.parse(settledAt)) / 1000;
  const isUntouched = (id: string) => {
    const record = findResident(db, liveResident, id);
    return record !== null && record.updatedAt <= settledAt;
  };
  if (staff !== caller.staff || age > UNDO_SECONDS || ![a, b].every(isUntouched))
    refuse({ code: 'too-late' });
  journal.write(caller, (desk) => desk.shelves.drop(settledPairs, { a, b }));
}

/** The lower id first, as the shelf has it. */
function inOrder({ a, b }: TwoIds): TwoIds {
  return a < b ? { a, b } : { a: b, b: a };
}
