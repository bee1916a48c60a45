/** Calls that read: lists, one matter, and the two witnessed readings. */
import { eq } from 'drizzle-orm';
import { RECORDS_MAX, type disputesContract, type DisputeRow } from '#shared/contract/disputes/disputes.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { revealReasonText } from '#shared/ledgers/reveal.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { disputeFigures } from '#main/ledgers/disputes/figures/figures.ts';
import { alikeDisputes, dueDisputes, listDisputes } from '#main/ledgers/disputes/reading/list.ts';
import { pageOf, textOf } from '#main/ledgers/disputes/reading/record.ts';
import { selectDisputes, shownRows } from '#main/ledgers/disputes/reading/rows.ts';
import { findDispute } from '#main/ledgers/disputes/reading/visible.ts';
import { findParty } from '#main/ledgers/disputes/reading/entries.ts';
import type { DisputesRoom } from '#main/ledgers/disputes/room.ts';
import { disputes } from '#main/ledgers/disputes/tables.ts';

type Reading = 'list' | 'due' | 'open' | 'alike' | 'read' | 'revealPhone' | 'figures';

export function readingCalls(room: DisputesRoom): Pick<Calls<typeof disputesContract>, Reading> {
  const { db, raw, population, visits, nameOf } = room;
  return {
    list: (input, caller) => listDisputes(db, caller, room.today(), input),
    due: (_input, caller) => dueDisputes(db, caller, room.today()),
    open: ({ id }, caller) => {
      const matter = room.visible(caller, id);
      const row = rowOf(room, caller, id) ?? refuse({ code: 'missing' });
      const page = pageOf(matter, caller.role, room.today(), nameOf);
      // Where it was merged since, the door it stands for now; words alone where it is gone.
      const { addressId: at } = page;
      const addressId = at === null ? null : (population.placeOf(at)?.id ?? null);
      return { ...row, ...page, addressId, visits: visits.of(caller, id).slice(0, RECORDS_MAX) };
    },
    alike: (input, caller) => alikeDisputes(db, population, caller, room.today(), input),
    read: ({ id, reason, note }, caller) => {
      checkReason(reason, note);
      return textOf(room.visible(caller, id));
    },
    revealPhone: ({ id, field, reason, note }, caller) => {
      checkReason(reason, note);
      return { value: findParty(db, caller, id)?.[field] ?? refuse({ code: 'missing' }) };
    },
    figures: (input) => disputeFigures(raw, room.today(), input),
  };
}

/** Null where this person may not see it. */
export function rowOf({ db, today }: DisputesRoom, caller: Caller, id: string): DisputeRow | null {
  if (findDispute(db, caller, id) === null) return null;
  return shownRows(db, selectDisputes(db).where(eq(disputes.id, id)).all(), today())[0] ?? null;
}

function checkReason(reason: Parameters<typeof revealReasonText>[0], note: string): void {
  if (revealReasonText(reason, note) === null) refuse({ code: 'reason-needed' });
}
