/** The office's own facts: one row. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { LANGUAGES } from '#shared/contract/session.ts';
import { stamps, type Ledger } from '#main/db/ledger-table.ts';

export const offices = sqliteTable('offices', {
  ...stamps(),
  code: text().notNull(),
  name: text().notNull(),
  stationName: text('station_name').notNull(),
  language: text({ enum: LANGUAGES }).notNull(),
  gridRange: text('grid_range').notNull(),
  address: text().notNull(),
  hours: text().notNull(),
  phone: text().notNull(),
  stationPhone: text('station_phone').notNull(),
  leaderPhone: text('leader_phone').notNull(),
  supervisionPhone: text('supervision_phone').notNull(),
  idleMinutes: integer('idle_minutes').notNull(),
  backupFolder: text('backup_folder').notNull(),
  /** Null: no, as long as nobody said yes. */
  afterReleaseHelp: integer('after_release_help', { mode: 'boolean' }),
  /** Null: DEFAULT_WINDOW. */
  weeklyWeekday: integer('weekly_weekday'),
  weeklyHour: integer('weekly_hour'),
});

export const officeLedger: Ledger<typeof offices> = { name: 'office', table: offices, personal: false };
