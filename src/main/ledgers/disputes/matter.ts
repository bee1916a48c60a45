/** A matter with all that hangs on it, and what the machine has to know of it. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Standing } from '#shared/ledgers/disputes/deeds.ts';
import type { Answers } from '#shared/ledgers/disputes/questions.ts';
import type { ReadHandle } from '#main/db/open.ts';
import {
  disputeAgreements,
  disputeFollowUps,
  disputeLevels,
  disputeParties,
  disputeReferrals,
  disputes,
  disputeSessions,
  type AgreementEntry,
  type DisputeEntry,
  type FollowUpEntry,
  type LevelEntry,
  type PartyEntry,
  type RecordTable,
  type ReferralEntry,
  type SessionEntry,
} from './tables.ts';

/** What hangs on a matter, each kind in the order in which it was written down. */
export interface Records {
  readonly parties: readonly PartyEntry[];
  readonly sessions: readonly SessionEntry[];
  readonly agreements: readonly AgreementEntry[];
  readonly levels: readonly LevelEntry[];
  readonly referrals: readonly ReferralEntry[];
  readonly followUps: readonly FollowUpEntry[];
}

export interface Matter extends Records {
  readonly dispute: DisputeEntry;
}

/** Null where no such matter stands in the ledger, whoever asks. */
export function loadMatter(db: ReadHandle, id: string): Matter | null {
  const dispute = db
    .select()
    .from(disputes)
    .where(and(eq(disputes.id, id), isNull(disputes.retiredAt)))
    .get();
  return dispute === undefined ? null : matterOf(db, dispute);
}

export function matterOf(db: ReadHandle, dispute: DisputeEntry): Matter {
  function of<T extends RecordTable>(table: T): T['$inferSelect'][] {
    const any: RecordTable = table;
    return db
      .select()
      .from(any)
      .where(and(eq(any.disputeId, dispute.id), isNull(any.retiredAt)))
      .orderBy(asc(any.id))
      .all();
  }
  return {
    dispute,
    parties: of(disputeParties),
    sessions: of(disputeSessions),
    agreements: of(disputeAgreements),
    levels: of(disputeLevels),
    referrals: of(disputeReferrals),
    followUps: of(disputeFollowUps),
  };
}

export function answersOf(dispute: DisputeEntry): Answers {
  const { danger, injury, weapon, violence, minor, nature } = dispute;
  return { danger, injury, weapon, violence, minor, nature };
}

export function standingOf({ dispute, sessions, followUps }: Matter): Standing {
  const { stage, route, result } = dispute;
  return {
    stage,
    route,
    result,
    answers: answersOf(dispute),
    firstMediationOn: sessions.find(({ ordinal }) => ordinal === 1)?.heldOn ?? null,
    followUpsOwed: owed(followUps).length,
  };
}

/** Follow-up visits not made yet, the most urgent first. */
export function owed(followUps: readonly FollowUpEntry[]): FollowUpEntry[] {
  return followUps
    .filter(({ doneOn }) => doneOn === null)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.ordinal - b.ordinal));
}

/** The body that was handed the matter and has not answered. */
export function openReferral(referrals: readonly ReferralEntry[]): ReferralEntry | null {
  return referrals.findLast(({ part, answeredOn }) => part === 'referred' && answeredOn === null) ?? null;
}
