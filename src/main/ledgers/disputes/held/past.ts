/** What hangs on a matter, as days and outcomes: that there was a session, an agreement, a referral, a visit. No words of it. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ReadHandle } from '#main/db/open.ts';
import {
  disputeAgreements,
  disputeFollowUps,
  disputeLevels,
  disputeReferrals,
  disputeSessions,
  type RecordTable,
} from '#main/ledgers/disputes/tables.ts';
import { BODY_OUTCOME_WORDS, BODY_WORDS, HOW_WORDS, LEVEL_WORDS, SESSION_WORDS } from './words.ts';

const of = (table: RecordTable, matter: string) => and(eq(table.disputeId, matter), isNull(table.retiredAt));

export function pastOf(db: ReadHandle, matter: string): Record<string, string> {
  const sessions = db
    .select()
    .from(disputeSessions)
    .where(of(disputeSessions, matter))
    .orderBy(asc(disputeSessions.id))
    .all();
  const agreements = db
    .select()
    .from(disputeAgreements)
    .where(of(disputeAgreements, matter))
    .orderBy(asc(disputeAgreements.id))
    .all();
  const referrals = db
    .select()
    .from(disputeReferrals)
    .where(of(disputeReferrals, matter))
    .orderBy(asc(disputeReferrals.id))
    .all();
  const visits = db
    .select()
    .from(disputeFollowUps)
    .where(of(disputeFollowUps, matter))
    .orderBy(asc(disputeFollowUps.id))
    .all();
  const levels = db
    .select()
    .from(disputeLevels)
    .where(of(disputeLevels, matter))
    .orderBy(asc(disputeLevels.id))
    .all();
  return {
    层级变动: listed(levels.map(({ since, level }) => [since, LEVEL_WORDS[level]])),
    调解: listed(sessions.map(({ heldOn, place, outcome }) => [heldOn, place, SESSION_WORDS[outcome]])),
    协议: listed(
      agreements.map(({ agreedOn, performBy, performedOn }) => [
        agreedOn,
        performBy === '' ? null : `${performBy} 前履行`,
        performedOn === null ? null : `${performedOn} 履行`,
      ]),
    ),
    转交: listed(
      referrals.map(({ sentOn, body, bodyName, outcome, answeredOn }) => [
        sentOn,
        bodyName === '' ? BODY_WORDS[body] : bodyName,
        outcome === null ? null : BODY_OUTCOME_WORDS[outcome],
        answeredOn,
      ]),
    ),
    回访: listed(
      visits.map(({ dueOn, doneOn, how }) => [
        doneOn ?? `应于 ${dueOn}`,
        how === null ? null : HOW_WORDS[how],
      ]),
    ),
  };
}

function listed(entries: readonly (readonly (string | null)[])[]): string {
  return entries.map((parts) => parts.filter((part) => part !== null).join(' ')).join('；');
}
