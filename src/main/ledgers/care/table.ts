/** 关爱服务, as stored. Meaning and rules: src/shared/ledgers/care/care.ts. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CARE_CODES, CARE_CONTACTS, CARE_HELP, CARE_STATES, CONSENT_BY } from '#shared/ledgers/care/care.ts';
import { stamps, type Ledger, type Row } from '#main/db/ledger-table.ts';

export const careConsents = sqliteTable('care_consents', {
  ...stamps(),
  category: text({ enum: CARE_CODES }).notNull(),
  residentId: text('resident_id').notNull(),
  consentBy: text('consent_by', { enum: CONSENT_BY }).notNull(),
  guardianName: text('guardian_name').notNull(),
  signedOn: text('signed_on').notNull(),
  endsOn: text('ends_on').notNull(),
  help: text({ enum: CARE_HELP }).notNull(),
  contact: text({ enum: CARE_CONTACTS }).notNull(),
  contactName: text('contact_name').notNull(),
  contactPhone: text('contact_phone').notNull(),
  deskLine: integer('desk_line', { mode: 'boolean' }).notNull(),
  state: text({ enum: CARE_STATES }).notNull(),
  enteredBy: text('entered_by').notNull(),
  approvedBy: text('approved_by'),
  withdrawnOn: text('withdrawn_on'),
  source: text({ enum: ['desk', 'seed'] }).notNull(),
  synthetic: integer({ mode: 'boolean' }).notNull(),
});

export const careConsentsLedger: Ledger<typeof careConsents> = {
  name: 'care_consents',
  table: careConsents,
  personal: true,
  keeps: ['category', 'signedOn', 'endsOn', 'state', 'withdrawnOn', 'source', 'synthetic'],
};

export type CareEntry = Row<typeof careConsents>;
