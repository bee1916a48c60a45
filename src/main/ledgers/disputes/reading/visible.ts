/** Who may see which matter: decided here, in the query, never on the screen. What is not visible is missing. */
import { and, eq, inArray, isNull, notInArray, or, type SQL } from 'drizzle-orm';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Route } from '#shared/ledgers/disputes/codes.ts';
import { isOpen, isViolence, STAGES } from '#shared/ledgers/disputes/stages.ts';
import { disputes, type DisputeEntry } from '#main/ledgers/disputes/tables.ts';
import type { ReadHandle } from '#main/db/open.ts';

const VIOLENCE = STAGES.filter(isViolence);
const OPEN = STAGES.filter((stage) => isOpen(stage) && !isViolence(stage));
const CIVIL: readonly Route[] = ['people-mediation', 'court'];

const live = isNull(disputes.retiredAt);
export const isDispute = notInArray(disputes.stage, VIOLENCE);
export const isOpenDispute = inArray(disputes.stage, OPEN);

/** Open matters that go, or may yet go, a civil way. */
const openCivil = and(
  isOpenDispute,
  or(
    isNull(disputes.route),
    inArray(disputes.route, [...CIVIL]),
    and(eq(disputes.route, 'other-body'), eq(disputes.nature, 'civil')),
  ),
);

/**
 * An auxiliary sees what they took in or own and open civil matters, and of domestic violence nothing; an officer sees
 * everything.
 */
export function visibleTo({ role, staff }: Caller): SQL | undefined {
  if (role === 'officer') return live;
  const own = or(eq(disputes.registeredBy, staff), eq(disputes.owner, staff));
  return and(live, isDispute, or(own, openCivil));
}

/** What stands in lists: never domestic violence, which is an officer's and has its own view. */
export function listedFor(caller: Caller, view: 'disputes' | 'violence'): SQL | undefined {
  const seen = visibleTo(caller);
  return and(seen, view === 'violence' ? inArray(disputes.stage, VIOLENCE) : isDispute);
}

export function findDispute(db: ReadHandle, caller: Caller, id: string): DisputeEntry | null {
  return (
    db
      .select()
      .from(disputes)
      .where(and(eq(disputes.id, id), visibleTo(caller)))
      .get() ?? null
  );
}
