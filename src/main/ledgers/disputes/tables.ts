/** 矛盾纠纷 and what hangs on a matter, as stored. Meaning and rules: src/shared/ledgers/disputes. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  BODY_OUTCOMES,
  BODY_PARTS,
  DISPUTE_BODIES,
  DISPUTE_RESULTS,
  DISPUTE_SOURCES,
  DISPUTE_TYPE_CODES,
  LEVELS,
  ROUTES,
} from '#shared/ledgers/disputes/codes.ts';
import { SESSION_OUTCOMES } from '#shared/ledgers/disputes/deeds.ts';
import { REPRESENTATIVES, SIDES } from '#shared/ledgers/disputes/parties.ts';
import { INJURIES, NATURES } from '#shared/ledgers/disputes/questions.ts';
import {
  AGREEMENT_FORMS,
  AGREEMENT_KINDS,
  FOLLOW_UP_FINDINGS,
  REACHED_HOW,
} from '#shared/ledgers/disputes/records.ts';
import { STAGES } from '#shared/ledgers/disputes/stages.ts';
import { SEXES } from '#shared/ledgers/population/residents.ts';
import { SATISFACTION } from '#shared/ledgers/visitors.ts';
import { stamps, type Row } from '#main/db/ledger-table.ts';

/** How long it is kept, and where it came from. */
function ends() {
  return {
    /** Null until the matter is archived. */
    retainUntil: text('retain_until'),
    source: text({ enum: ['desk', 'seed'] }).notNull(),
    synthetic: integer({ mode: 'boolean' }).notNull(),
  };
}

const ofDispute = () => text('dispute_id').notNull();
const flag = (name?: string) =>
  name === undefined ? integer({ mode: 'boolean' }) : integer(name, { mode: 'boolean' });

export const disputes = sqliteTable('disputes', {
  ...stamps(),
  receivedAt: text('received_at').notNull(),
  /** Staff id of whoever took it in. */
  registeredBy: text('registered_by').notNull(),
  type: text({ enum: DISPUTE_TYPE_CODES }).notNull(),
  raisedBy: text('raised_by', { enum: DISPUTE_SOURCES }).notNull(),
  addressId: text('address_id'),
  /** The line of the address as it was at intake, or the place in words: a paper says later what it said. */
  place: text().notNull(),
  policeGrid: text('police_grid'),
  happenedOn: text('happened_on'),
  summary: text().notNull(),
  demands: text().notNull(),
  /** Yuan. */
  amount: integer(),
  level: text({ enum: LEVELS }).notNull(),
  /** Staff id; of an ended matter the last one. */
  owner: text().notNull(),
  officer: text(),
  gridWorker: text('grid_worker').notNull(),
  danger: flag().notNull(),
  injury: text({ enum: INJURIES }).notNull(),
  weapon: flag().notNull(),
  violence: flag().notNull(),
  minor: flag().notNull(),
  nature: text({ enum: NATURES }).notNull(),
  route: text({ enum: ROUTES }),
  stage: text({ enum: STAGES }).notNull(),
  result: text({ enum: DISPUTE_RESULTS }),
  dueOn: text('due_on'),
  receipt: text().notNull(),
  toldOn: text('told_on'),
  toldHow: text('told_how', { enum: REACHED_HOW }),
  satisfied: text({ enum: SATISFACTION }).notNull(),
  archivedOn: text('archived_on'),
  /** Counts what was ever hung on it or taken off, so that each such deed is a change of the matter itself. */
  records: integer().notNull(),
  ...ends(),
});

export const disputeParties = sqliteTable('dispute_parties', {
  ...stamps(),
  disputeId: ofDispute(),
  side: text({ enum: SIDES }).notNull(),
  residentId: text('resident_id'),
  name: text().notNull(),
  sex: text({ enum: SEXES }).notNull(),
  age: integer(),
  minor: flag().notNull(),
  phone: text(),
  address: text().notNull(),
  representative: text({ enum: REPRESENTATIVES }),
  representativeName: text('representative_name'),
  representativePhone: text('representative_phone'),
  ...ends(),
});

export const disputeSessions = sqliteTable('dispute_sessions', {
  ...stamps(),
  disputeId: ofDispute(),
  /** 1 for the first mediation, 2 for the second. */
  ordinal: integer().notNull(),
  heldOn: text('held_on').notNull(),
  from: text('from_time').notNull(),
  to: text('to_time').notNull(),
  host: text().notNull(),
  place: text().notNull(),
  present: text().notNull(),
  course: text().notNull(),
  recording: text().notNull(),
  guardianPresent: flag('guardian_present').notNull(),
  outcome: text({ enum: SESSION_OUTCOMES }).notNull(),
  ...ends(),
});

export const disputeAgreements = sqliteTable('dispute_agreements', {
  ...stamps(),
  disputeId: ofDispute(),
  kind: text({ enum: AGREEMENT_KINDS }).notNull(),
  form: text({ enum: AGREEMENT_FORMS }).notNull(),
  agreedOn: text('agreed_on').notNull(),
  facts: text().notNull(),
  terms: text().notNull(),
  performBy: text('perform_by').notNull(),
  manner: text().notNull(),
  confirmUntil: text('confirm_until'),
  performedOn: text('performed_on'),
  breachedOn: text('breached_on'),
  recognisedOn: text('recognised_on'),
  ...ends(),
});

export const disputeLevels = sqliteTable('dispute_levels', {
  ...stamps(),
  disputeId: ofDispute(),
  level: text({ enum: LEVELS }).notNull(),
  since: text().notNull(),
  reason: text().notNull(),
  movedBy: text('moved_by').notNull(),
  ...ends(),
});

export const disputeReferrals = sqliteTable('dispute_referrals', {
  ...stamps(),
  disputeId: ofDispute(),
  body: text({ enum: DISPUTE_BODIES }).notNull(),
  bodyName: text('body_name').notNull(),
  part: text({ enum: BODY_PARTS }).notNull(),
  request: text().notNull(),
  dueOn: text('due_on').notNull(),
  partiesKnow: flag('parties_know').notNull(),
  sentOn: text('sent_on').notNull(),
  sentBy: text('sent_by').notNull(),
  answeredOn: text('answered_on'),
  outcome: text({ enum: BODY_OUTCOMES }),
  answer: text().notNull(),
  ...ends(),
});

export const disputeFollowUps = sqliteTable('dispute_follow_ups', {
  ...stamps(),
  disputeId: ofDispute(),
  ordinal: integer().notNull(),
  dueOn: text('due_on').notNull(),
  doneOn: text('done_on'),
  how: text({ enum: REACHED_HOW }),
  finding: text({ enum: FOLLOW_UP_FINDINGS }),
  satisfied: text({ enum: SATISFACTION }).notNull(),
  note: text().notNull(),
  doneBy: text('done_by'),
  ...ends(),
});

export type DisputeEntry = Row<typeof disputes>;
export type PartyEntry = Row<typeof disputeParties>;
export type SessionEntry = Row<typeof disputeSessions>;
export type AgreementEntry = Row<typeof disputeAgreements>;
export type LevelEntry = Row<typeof disputeLevels>;
export type ReferralEntry = Row<typeof disputeReferrals>;
export type FollowUpEntry = Row<typeof disputeFollowUps>;

/** The tables of what hangs on a matter. */
export type RecordTable =
  | typeof disputeParties
  | typeof disputeSessions
  | typeof disputeAgreements
  | typeof disputeLevels
  | typeof disputeReferrals
  | typeof disputeFollowUps;
