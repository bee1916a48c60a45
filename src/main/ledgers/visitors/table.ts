/** 来访接待, as stored. Meaning and rules: src/shared/ledgers/visitors.ts. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { BODIES, MATTER_CODES, RESULTS, SATISFACTION, STATES } from '#shared/ledgers/visitors.ts';
import { stamps, type Ledger, type Row } from '#main/db/ledger-table.ts';

export const visitors = sqliteTable('visitors', {
  ...stamps(),
  arrivedAt: text('arrived_at').notNull(),
  leftAt: text('left_at'),
  name: text(),
  phone: text(),
  people: integer().notNull(),
  matter: text({ enum: MATTER_CODES }).notNull(),
  summary: text(),
  papersChecked: integer('papers_checked', { mode: 'boolean' }).notNull(),
  handledBy: text('handled_by').notNull(),
  result: text({ enum: RESULTS }),
  referredTo: text('referred_to', { enum: BODIES }),
  promisedOn: text('promised_on'),
  repliedOn: text('replied_on'),
  satisfied: text({ enum: SATISFACTION }).notNull(),
  state: text({ enum: STATES }).notNull(),
  legalBasis: text('legal_basis').notNull(),
  retainUntil: text('retain_until').notNull(),
  source: text({ enum: ['desk', 'seed'] }).notNull(),
  synthetic: integer({ mode: 'boolean' }).notNull(),
  /** The matter it turned into (src/main/ledgers/disputes); null where it turned into none. */
  disputeId: text('dispute_id'),
});

export type VisitRecord = Row<typeof visitors>;

/** Of a forgotten visit stays what the month's figures are made of; who received it is a number of the office's staff. */
export const visitorsLedger: Ledger<typeof visitors> = {
  name: 'visitors',
  table: visitors,
  personal: true,
  keeps: [
    'arrivedAt',
    'people',
    'matter',
    'handledBy',
    'result',
    'satisfied',
    'state',
    'source',
    'synthetic',
  ],
};
