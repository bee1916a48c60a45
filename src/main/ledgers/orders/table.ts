/** 派单, as stored. Meaning and rules: src/shared/ledgers/sent/orders.ts. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ORDER_SOURCES, ORDER_STATES } from '#shared/ledgers/sent/orders.ts';
import { stamps, type Ledger, type Row } from '#main/db/ledger-table.ts';

export const orders = sqliteTable('orders', {
  ...stamps(),
  /** What the order is at the station; its number may be given twice. */
  sentId: text('sent_id').notNull(),
  number: text().notNull(),
  title: text().notNull(),
  text: text().notNull(),
  dueOn: text('due_on').notNull(),
  sender: text().notNull(),
  sentOn: text('sent_on').notNull(),
  state: text({ enum: ORDER_STATES }).notNull(),
  acknowledgedBy: text('acknowledged_by'),
  acknowledgedOn: text('acknowledged_on'),
  doneBy: text('done_by'),
  doneOn: text('done_on'),
  /** '' until it is done. */
  feedback: text().notNull(),
  withdrawnOn: text('withdrawn_on'),
  /** Null until it is closed. */
  retainUntil: text('retain_until'),
  source: text({ enum: ORDER_SOURCES }).notNull(),
  synthetic: integer({ mode: 'boolean' }).notNull(),
});

export const ordersLedger: Ledger<typeof orders> = {
  name: 'orders',
  table: orders,
  personal: true,
  keeps: [
    'sentId',
    'number',
    'dueOn',
    'sentOn',
    'state',
    'acknowledgedOn',
    'doneOn',
    'withdrawnOn',
    'source',
    'synthetic',
  ],
};

export type OrderEntry = Row<typeof orders>;
