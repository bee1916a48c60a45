/** Verifying many people at once, and taking it back: the journal's own lines say what was done and what stood before. */
import { and, inArray } from 'drizzle-orm';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { VerifiedHow } from '#shared/ledgers/population/verified.ts';
import { presentEpoch } from '#main/db/epoch.ts';
import { linesBetween, valuesBefore, type Change } from '#main/db/journal-lines.ts';
import type { StepOptions } from '#main/db/steps.ts';
import { residents, residentsLedger } from '#main/ledgers/population/tables.ts';
import { findResident, type Seen } from '#main/ledgers/population/people/find.ts';
import type { PeopleRoom } from '#main/ledgers/population/people/room.ts';
import { liveResident, visibleTo } from '#main/ledgers/population/people/shown.ts';
import { verifyResidents } from './verify.ts';

/** Time in which a bulk action can be taken back. */
const UNDO_MINUTES = 10;
/** Some milliseconds of reading and writing. */
const LINES_A_STEP = 50;

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
  return { verified: here.length, action: actionOf(lines) };
}

/** The lines of an action stand one after another: its name is the first and the last. */
export function actionOf(lines: readonly number[]): string {
  return `${lines.at(0) ?? 0}-${lines.at(-1) ?? 0}`;
}

/** How a long verifying, or the taking back of one, tells how far it is. */
export function stepsOf(
  { events }: Pick<PeopleRoom, 'events'>,
  signal: AbortSignal | undefined,
): StepOptions {
  return {
    signal,
    onProgress: ({ done, total }) => events.say({ kind: 'progress', task: 'verify', done, total }),
  };
}

/** Everybody whom nobody changed since, in steps: an action may have been of a whole town. */
export async function undoVerified(
  room: PeopleRoom,
  caller: Caller,
  action: string,
  signal: AbortSignal | undefined,
): Promise<{ restored: number; kept: number }> {
  const { db, raw, journal, clock } = room;
  const { from, to } = rangeOf(action);
  const epoch = presentEpoch(raw);
  const since = Date.parse(clock.now()) - UNDO_MINUTES * 60_000;
  const isOwn = (line: Change) => isVerifying(line) && line.u === caller.staff && Date.parse(line.t) >= since;
  return journal.writeInSteps(
    caller,
    function* (desk) {
      const total = to - from + 1;
      let [restored, kept] = [0, 0];
      for (let at = from; at <= to; at += LINES_A_STEP) {
        const lines = linesBetween(raw, epoch, at, Math.min(to, at + LINES_A_STEP - 1));
        if (!lines.every(isOwn)) refuse({ code: 'too-late' });
        for (const line of lines) {
          const record = findResident(db, liveResident, line.k);
          if (record?.revision !== line.v) {
            kept += 1;
            continue;
          }
          desk.patch(residentsLedger, line.k, line.v, valuesBefore(raw, line), 'undo');
          restored += 1;
        }
        yield { done: restored + kept, total };
      }
      return { restored, kept };
    },
    stepsOf(room, signal),
  );
}

/** Refused with `missing` where it is no name of an action, or lines are meant that nobody has written. */
function rangeOf(action: string): { from: number; to: number } {
  const [from, to] = (/^(\d{1,15})-(\d{1,15})$/.exec(action) ?? []).slice(1).map(Number);
  if (from === undefined || to === undefined || to < from) return refuse({ code: 'missing' });
  return { from, to };
}

function isVerifying(line: Change): boolean {
  const isField = (name: string) => (FIELDS as readonly string[]).includes(name);
  return (
    line.l === 'residents' && line.op === 'U' && line.why !== 'undo' && Object.keys(line.d).every(isField)
  );
}
