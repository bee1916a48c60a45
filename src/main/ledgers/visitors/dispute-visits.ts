/** What disputes need of the visits: the one that turned into a matter, and those that belong to it. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { visitState } from '#shared/ledgers/visitors.ts';
import type { Desk } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { findVisit, visitRowsOf } from './queries.ts';
import { visitors, visitorsLedger } from './table.ts';

export function disputeVisits(db: ReadHandle, clock: Clock) {
  return {
    turn(caller: Caller, seen: { readonly id: string; readonly revision: number }) {
      const visit = findVisit(db, caller, today(clock), seen.id) ?? refuse({ code: 'missing' });
      if (visit.revision !== seen.revision) refuse({ code: 'stale', revision: visit.revision });
      if (visit.disputeId !== null)
        refuse({ code: 'invalid', issues: [{ field: 'visit', rule: 'turned-already' }] });
      const turned = { result: 'to-dispute', referredTo: null } as const;
      const state = visitState({ ...visit, ...turned });
      return {
        phone: visit.phone,
        write(desk: Desk, disputeId: string) {
          desk.patch(visitorsLedger, visit.id, visit.revision, { ...turned, state, disputeId });
        },
      };
    },
    of: (caller: Caller, dispute: string): VisitRow[] =>
      visitRowsOf(db, caller, today(clock), eq(visitors.disputeId, dispute)),
    letGo(desk: Desk, dispute: string): void {
      const linked = db
        .select({ id: visitors.id, revision: visitors.revision })
        .from(visitors)
        .where(and(eq(visitors.disputeId, dispute), isNull(visitors.retiredAt)))
        .orderBy(desc(visitors.id))
        .all();
      for (const { id, revision } of linked) desk.patch(visitorsLedger, id, revision, { disputeId: null });
    },
  };
}
