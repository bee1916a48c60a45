/** 阅知, as stored: one record for a rule, changed by each version. Meaning: src/shared/ledgers/sent/notices.ts. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { stamps, type Ledger, type Row } from '#main/db/ledger-table.ts';

export const notices = sqliteTable('notices', {
  ...stamps(),
  code: text().notNull(),
  version: integer().notNull(),
  /** What this version is at the station. */
  sentId: text('sent_id').notNull(),
  title: text().notNull(),
  text: text().notNull(),
  until: text(),
  sender: text().notNull(),
  sentAt: text('sent_at').notNull(),
  /** It said what no text may say: none of its words are kept, and nobody is shown it. */
  refused: integer({ mode: 'boolean' }).notNull(),
  synthetic: integer({ mode: 'boolean' }).notNull(),
});

export const noticesLedger: Ledger<typeof notices> = { name: 'notices', table: notices, personal: false };

export type NoticeEntry = Row<typeof notices>;
