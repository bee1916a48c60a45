/** 依法登记事项 and their duties, as stored. Meaning and rules: src/shared/ledgers/statutory. No column for anything else. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  CATEGORY_CODES,
  DECIDING_BODIES,
  DUTY_KINDS,
  END_WAYS,
} from '#shared/ledgers/statutory/categories.ts';
import { DUTY_RESULTS } from '#shared/ledgers/statutory/duties.ts';
import { ENTRY_STATES } from '#shared/ledgers/statutory/standing.ts';
import { stamps, type Ledger, type Row } from '#main/db/ledger-table.ts';

const origin = () => ({
  source: text({ enum: ['desk', 'seed'] }).notNull(),
  synthetic: integer({ mode: 'boolean' }).notNull(),
});

export const statutoryMatters = sqliteTable('statutory_matters', {
  ...stamps(),
  category: text({ enum: CATEGORY_CODES }).notNull(),
  /** First 16 hex digits of the SHA-256 of the closed list it was entered under. */
  list: text().notNull(),
  residentId: text('resident_id'),
  name: text().notNull(),
  birthDate: text('birth_date').notNull(),
  issuerKind: text('issuer_kind', { enum: DECIDING_BODIES }).notNull(),
  issuer: text().notNull(),
  documentNumber: text('document_number').notNull(),
  documentDate: text('document_date').notNull(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on').notNull(),
  everyDays: integer('every_days'),
  leadBody: text('lead_body').notNull(),
  leadContact: text('lead_contact').notNull(),
  leadPhone: text('lead_phone').notNull(),
  protectedName: text('protected_name').notNull(),
  protectedPhone: text('protected_phone').notNull(),
  renews: text(),
  /** Staff id of the officer in charge. */
  officer: text().notNull(),
  enteredBy: text('entered_by').notNull(),
  enteredOn: text('entered_on').notNull(),
  state: text({ enum: ENTRY_STATES }).notNull(),
  /** The day the station answered. */
  decidedOn: text('decided_on'),
  reviewer: text().notNull(),
  secondReviewer: text('second_reviewer').notNull(),
  denial: text().notNull(),
  endedOn: text('ended_on'),
  endHow: text('end_how', { enum: END_WAYS }),
  noticeOn: text('notice_on'),
  ...origin(),
});

export const statutoryDuties = sqliteTable('statutory_duties', {
  ...stamps(),
  matterId: text('matter_id').notNull(),
  kind: text({ enum: DUTY_KINDS }).notNull(),
  dueOn: text('due_on').notNull(),
  doneOn: text('done_on'),
  result: text({ enum: DUTY_RESULTS }),
  recordNumber: text('record_number').notNull(),
  doneBy: text('done_by'),
  ...origin(),
});

/** What stays of one that was sealed or removed: its kind and its days, for figures that name nobody. */
export const statutoryMattersLedger: Ledger<typeof statutoryMatters> = {
  name: 'statutory_matters',
  table: statutoryMatters,
  personal: true,
  keeps: [
    'category',
    'list',
    'startsOn',
    'endsOn',
    'enteredOn',
    'state',
    'endedOn',
    'endHow',
    'noticeOn',
    'source',
    'synthetic',
  ],
};

export const statutoryDutiesLedger: Ledger<typeof statutoryDuties> = {
  name: 'statutory_duties',
  table: statutoryDuties,
  personal: true,
  keeps: ['kind', 'dueOn', 'doneOn', 'result', 'source', 'synthetic'],
};

export type MatterEntry = Row<typeof statutoryMatters>;
export type DutyEntry = Row<typeof statutoryDuties>;
