/** A matter as a list shows it: minors shortened, nothing of what happened, who has it and what is waited for. */
import { and, asc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { DisputeRow } from '#shared/contract/disputes/disputes.ts';
import { dayOf, daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { shownName } from '#shared/ledgers/disputes/parties.ts';
import { ageMarkOf, isInHand, STAGE_RULES } from '#shared/ledgers/disputes/stages.ts';
import type { ReadHandle } from '#main/db/open.ts';
import {
  disputeParties,
  disputeReferrals,
  disputes,
  type DisputeEntry,
  type PartyEntry,
  type ReferralEntry,
} from '#main/ledgers/disputes/tables.ts';
import { staff } from '#main/staff/table.ts';

const owners = alias(staff, 'owners');
const officers = alias(staff, 'officers');

/** To be narrowed and put in order by the caller. */
export function selectDisputes(db: ReadHandle) {
  return db
    .select({
      dispute: getTableColumns(disputes),
      ownerName: owners.name,
      officerName: officers.name,
    })
    .from(disputes)
    .leftJoin(owners, eq(owners.id, disputes.owner))
    .leftJoin(officers, eq(officers.id, disputes.officer));
}

export interface Selected {
  readonly dispute: DisputeEntry;
  readonly ownerName: string | null;
  readonly officerName: string | null;
}

/** In the order in which they were selected. */
export function shownRows(db: ReadHandle, selected: readonly Selected[], today: CalendarDay): DisputeRow[] {
  const ids = selected.map(({ dispute }) => dispute.id);
  const parties = byDispute(partiesOf(db, ids));
  const waiting = byDispute(waitingOf(db, ids));
  return selected.map((one) =>
    shownRow(one, parties.get(one.dispute.id) ?? [], waiting.get(one.dispute.id)?.at(-1) ?? null, today),
  );
}

function shownRow(
  { dispute, ownerName, officerName }: Selected,
  parties: readonly PartyEntry[],
  waiting: ReferralEntry | null,
  today: CalendarDay,
): DisputeRow {
  const { stage, receivedAt, officer } = dispute;
  const { step, next } = STAGE_RULES[stage];
  const ageDays = isInHand(stage) ? Math.max(0, daysBetween(dayOf(receivedAt), today)) : null;
  const waits = stage === 'referred' ? waiting : null;
  return {
    id: dispute.id,
    revision: dispute.revision,
    receivedAt,
    type: dispute.type,
    raisedBy: dispute.raisedBy,
    place: dispute.place,
    policeGrid: dispute.policeGrid,
    parties: parties.map((party) => ({ side: party.side, name: shownName(party) })),
    minor: dispute.minor,
    nature: dispute.nature,
    route: dispute.route,
    stage,
    step,
    next,
    level: dispute.level,
    owner: { id: dispute.owner, name: ownerName ?? '' },
    officer: officer === null ? null : { id: officer, name: officerName ?? '' },
    gridWorker: dispute.gridWorker,
    dueOn: dispute.dueOn,
    ageDays,
    ageMark: ageDays === null ? null : ageMarkOf(ageDays),
    waitingFor: waits === null ? null : { body: waits.body, bodyName: waits.bodyName, dueOn: waits.dueOn },
    result: dispute.result,
    archivedOn: dispute.archivedOn,
    updatedAt: dispute.updatedAt,
    synthetic: dispute.synthetic,
  };
}

function partiesOf(db: ReadHandle, ids: readonly string[]): PartyEntry[] {
  return db
    .select()
    .from(disputeParties)
    .where(and(inArray(disputeParties.disputeId, [...ids]), isNull(disputeParties.retiredAt)))
    .orderBy(asc(disputeParties.side), asc(disputeParties.id))
    .all();
}

function waitingOf(db: ReadHandle, ids: readonly string[]): ReferralEntry[] {
  return db
    .select()
    .from(disputeReferrals)
    .where(
      and(
        inArray(disputeReferrals.disputeId, [...ids]),
        isNull(disputeReferrals.retiredAt),
        isNull(disputeReferrals.answeredOn),
        eq(disputeReferrals.part, 'referred'),
      ),
    )
    .orderBy(asc(disputeReferrals.id))
    .all();
}

function byDispute<T extends { readonly disputeId: string }>(entries: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const entry of entries) {
    const of = found.get(entry.disputeId);
    if (of === undefined) found.set(entry.disputeId, [entry]);
    else of.push(entry);
  }
  return found;
}
