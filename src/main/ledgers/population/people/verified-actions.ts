/** Verifying many people at once, and taking it back: the journal's own lines say what was done and what stood before. */
import { and, inArray } from 'drizzle-orm';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { VerifiedHow } from '#shared/ledgers/population/verified.ts';
import { linesBetween, valuesBefore, type Change } from '#main/db/journal-lines.ts';
import type { Store } from '#main/db/open.ts';
import { residents, residentsLedger } from '#main/ledgers/population/tables.ts';
import { findResident, type Seen } from './find.ts';
import type { PeopleRoom } from './room.ts';
import { liveResident, visibleTo } from './shown.ts';
import { verifyResidents } from './verify.ts';

/** Time in which a bulk action can be taken back. */
const UNDO_MINUTES = 10;
/** More lines than one action can have written. */
const LINES_MAX = 1000;

const FIELDS = ['verifiedOn', 'verifiedBy', 'verifiedHow'] as const;

/** Marks those who are here; whoever has left cannot be found as registered. One stale record refuses them all. */
export function verifySeen(
  { db, journal, clock }: PeopleRoom,
  caller: Caller,
  people: readonly Seen[],
  how: VerifiedHow,
): { verified: number; action: string } {
  const seen = new Map(people.map((one) => [one.id, one]));
  const visible = db
    .select({ id: residents.id, outState: residents.outState })
    .from(residents)
    .where(and(inArray(residents.id, [...seen.keys()]), visibleTo(caller)))
    .all();
  if (visible.length < seen.size) refuse({ code: 'missing' });
  const gone = new Set(visible.filter(({ outState }) => outState !== null).map(({ id }) => id));
  const here = [...seen.values()].filter(({ id }) => !gone.has(id));
  const stamp = { on: today(clock), by: caller.staff, how };
  const lines = journal.write(caller, (desk) => verifyResidents(desk, here, stamp));
  return { verified: here.length, action: `${lines.at(0) ?? 0}-${lines.at(-1) ?? 0}` };
}

export function undoVerified(
  { db, raw, journal, clock }: PeopleRoom,
  caller: Caller,
  action: string,
): { restored: number; kept: number } {
  const lines = linesOf(raw, action);
  const since = Date.parse(clock.now()) - UNDO_MINUTES * 60_000;
  if (!lines.every((line) => isVerifying(line) && line.u === caller.staff && Date.parse(line.t) >= since))
    refuse({ code: 'too-late' });
  return journal.write(caller, (desk) => {
    let restored = 0;
    for (const line of lines) {
      const record = findResident(db, liveResident, line.k);
      if (record?.revision !== line.v) continue;
      desk.patch(residentsLedger, line.k, line.v, valuesBefore(raw, line), 'undo');
      restored += 1;
    }
    return { restored, kept: lines.length - restored };
  });
}

function linesOf(raw: Store['raw'], action: string): Change[] {
  const [from, to] = (/^(\d{1,15})-(\d{1,15})$/.exec(action) ?? []).slice(1).map(Number);
  if (from === undefined || to === undefined || to < from || to - from >= LINES_MAX)
    return refuse({ code: 'missing' });
  return linesBetween(raw, from, to);
}

function isVerifying(line: Change): boolean {
  const isField = (name: string) => (FIELDS as readonly string[]).includes(name);
  return (
    line.l === 'residents' && line.op === 'U' && line.why !== 'undo' && Object.keys(line.d).every(isField)
  );
}
