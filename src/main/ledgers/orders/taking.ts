/**
 * Orders as a receipt brings them, in the transaction that keeps it. What is here already is taken once: a second receipt, an
 * older one, or one after a restore changes nothing but that an order was withdrawn.
 */
import { eq } from 'drizzle-orm';
import { dayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { isOpenOrder, orderKeptUntil, type OrderState, type SentOrder } from '#shared/ledgers/sent/orders.ts';
import { sentWordIssues } from '#shared/ledgers/sent/sent-words.ts';
import type { Desk } from '#main/db/journal.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { orders, ordersLedger } from './table.ts';

export type TakeOrders = (desk: Desk, sent: readonly SentOrder[]) => void;

export function orderTaker(db: ReadHandle, officeCode: string): TakeOrders {
  return (desk, sent) => {
    const today = dayOf(desk.now);
    for (const order of sent) {
      const held = db.select().from(orders).where(eq(orders.sentId, order.id)).get();
      if (held === undefined) desk.put(ordersLedger, newOrder(order, today, officeCode));
      else if (order.withdrawn !== null && held.retiredAt === null && isOpenOrder(held))
        desk.patch(
          ordersLedger,
          held.id,
          held.revision,
          { state: 'withdrawn', withdrawnOn: today, retainUntil: orderKeptUntil(today) },
          order.withdrawn.reason,
        );
    }
  };
}

/** Of an order that says what none may say nothing is kept but that there was one; the station sees so. */
function newOrder(order: SentOrder, today: CalendarDay, officeCode: string): NewRow<typeof orders> {
  const { id, number, title, text, due, sender, at, withdrawn } = order;
  const isRefused = sentWordIssues({ title, text, sender }).length > 0;
  const state: OrderState = isRefused ? 'refused' : withdrawn === null ? 'received' : 'withdrawn';
  return {
    sentId: id,
    number,
    ...(isRefused ? { title: '', text: '', sender: '' } : { title, text, sender }),
    dueOn: due,
    sentOn: dayOf(at),
    state,
    acknowledgedBy: null,
    acknowledgedOn: null,
    doneBy: null,
    doneOn: null,
    feedback: '',
    withdrawnOn: state === 'withdrawn' ? today : null,
    retainUntil: state === 'received' ? null : orderKeptUntil(today),
    source: 'station',
    synthetic: isSyntheticOffice(officeCode),
  };
}
