/** The seven ledgers of 矛盾纠纷, and what stays of a forgotten matter: codes and days that figures are made of, no text. */
import type { Ledger } from '#main/db/ledger-table.ts';
import {
  disputeAgreements,
  disputeFollowUps,
  disputeLevels,
  disputeParties,
  disputeReferrals,
  disputes,
  disputeSessions,
} from './tables.ts';

export const disputesLedger: Ledger<typeof disputes> = {
  name: 'disputes',
  table: disputes,
  personal: true,
  keeps: [
    'receivedAt',
    'type',
    'raisedBy',
    'level',
    'nature',
    'route',
    'stage',
    'result',
    'toldOn',
    'satisfied',
    'archivedOn',
    'source',
    'synthetic',
  ],
};

export const disputePartiesLedger: Ledger<typeof disputeParties> = {
  name: 'dispute_parties',
  table: disputeParties,
  personal: true,
  keeps: ['side', 'source', 'synthetic'],
};

export const disputeSessionsLedger: Ledger<typeof disputeSessions> = {
  name: 'dispute_sessions',
  table: disputeSessions,
  personal: true,
  keeps: ['ordinal', 'heldOn', 'outcome', 'source', 'synthetic'],
};

export const disputeAgreementsLedger: Ledger<typeof disputeAgreements> = {
  name: 'dispute_agreements',
  table: disputeAgreements,
  personal: true,
  keeps: ['kind', 'form', 'agreedOn', 'performedOn', 'breachedOn', 'recognisedOn', 'source', 'synthetic'],
};

export const disputeLevelsLedger: Ledger<typeof disputeLevels> = {
  name: 'dispute_levels',
  table: disputeLevels,
  personal: true,
  keeps: ['level', 'since', 'source', 'synthetic'],
};

/** Keeps the number of its matter: figures of other bodies leave out what was domestic violence, and the matter says so. */
export const disputeReferralsLedger: Ledger<typeof disputeReferrals> = {
  name: 'dispute_referrals',
  table: disputeReferrals,
  personal: true,
  keeps: ['disputeId', 'body', 'part', 'sentOn', 'dueOn', 'answeredOn', 'outcome', 'source', 'synthetic'],
};

export const disputeFollowUpsLedger: Ledger<typeof disputeFollowUps> = {
  name: 'dispute_follow_ups',
  table: disputeFollowUps,
  personal: true,
  keeps: ['ordinal', 'dueOn', 'doneOn', 'how', 'finding', 'satisfied', 'source', 'synthetic'],
};

export const DISPUTE_LEDGERS = [
  disputesLedger,
  disputePartiesLedger,
  disputeSessionsLedger,
  disputeAgreementsLedger,
  disputeLevelsLedger,
  disputeReferralsLedger,
  disputeFollowUpsLedger,
] as const satisfies readonly Ledger[];
