/** 权利请求, as stored. Meaning and rules: src/shared/ledgers/rights/requests.ts. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  IDENTITY_PROOFS,
  REFUSAL_GROUNDS,
  REQUESTERS,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
} from '#shared/ledgers/rights/requests.ts';
import { stamps, type Ledger, type Row } from '#main/db/ledger-table.ts';

export const rightsRequests = sqliteTable('rights_requests', {
  ...stamps(),
  kind: text({ enum: REQUEST_KINDS }).notNull(),
  residentId: text('resident_id'),
  requester: text({ enum: REQUESTERS }).notNull(),
  name: text().notNull(),
  phone: text().notNull(),
  receivedOn: text('received_on').notNull(),
  dueOn: text('due_on').notNull(),
  asks: text().notNull(),
  registeredBy: text('registered_by').notNull(),
  answeredOn: text('answered_on'),
  answeredBy: text('answered_by'),
  identity: text({ enum: IDENTITY_PROOFS }),
  outcome: text({ enum: REQUEST_OUTCOMES }),
  ground: text({ enum: REFUSAL_GROUNDS }),
  answer: text().notNull(),
  /** Null until it is answered. */
  retainUntil: text('retain_until'),
  source: text({ enum: ['desk', 'seed'] }).notNull(),
  synthetic: integer({ mode: 'boolean' }).notNull(),
});

export const rightsRequestsLedger: Ledger<typeof rightsRequests> = {
  name: 'rights_requests',
  table: rightsRequests,
  personal: true,
  keeps: [
    'kind',
    'requester',
    'receivedOn',
    'dueOn',
    'answeredOn',
    'outcome',
    'ground',
    'source',
    'synthetic',
  ],
};

export type RightsEntry = Row<typeof rightsRequests>;
