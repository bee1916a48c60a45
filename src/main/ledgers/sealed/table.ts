/** 封存记录, as stored: what it was, its days, a hash, and content that the station's keys alone open. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { SEALED_FROM, SEAL_REASONS } from '#shared/ledgers/statutory/sealed.ts';
import { stamps, type Ledger, type Row } from '#main/db/ledger-table.ts';

export const sealedRecords = sqliteTable('sealed_records', {
  ...stamps(),
  /** The ledger and the number of the record that was sealed. */
  from: text('from_ledger', { enum: SEALED_FROM }).notNull(),
  number: text().notNull(),
  category: text().notNull(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on').notNull(),
  sealedOn: text('sealed_on').notNull(),
  why: text({ enum: SEAL_REASONS }).notNull(),
  /** SHA-256 of the content, 64 hex digits. The content begins with random bytes, so that it cannot be guessed from this. */
  digest: text().notNull(),
  /** age file in base64, to the recipients of keyset `keyset`; '' once it was deleted. */
  envelope: text().notNull(),
  keyset: integer().notNull(),
  retainUntil: text('retain_until').notNull(),
  synthetic: integer({ mode: 'boolean' }).notNull(),
});

export const sealedRecordsLedger: Ledger<typeof sealedRecords> = {
  name: 'sealed_records',
  table: sealedRecords,
  personal: true,
  keeps: ['from', 'category', 'sealedOn', 'why', 'synthetic'],
};

export type SealedEntry = Row<typeof sealedRecords>;
