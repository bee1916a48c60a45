/** 社区民辅警: the people who work here. Their accounts' secrets are in the vault, never in a table. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES } from '#shared/kernel/role.ts';
import { stamps, type Ledger } from '#main/db/ledger-table.ts';

export const staff = sqliteTable('staff', {
  ...stamps(),
  name: text().notNull(),
  login: text().notNull(),
  role: text({ enum: ROLES }).notNull(),
  badgeNo: text('badge_no').notNull(),
  phone: text().notNull(),
});

export const staffLedger: Ledger<typeof staff> = { name: 'staff', table: staff, personal: true };
