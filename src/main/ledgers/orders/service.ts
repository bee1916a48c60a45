/** 派单: the calls. Whoever is at the desk takes an order and says what was done; the answer goes to the station by itself. */
import type { ordersContract } from '#shared/contract/sent/orders.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { orRefuse, refuseField } from '#shared/kernel/failure.ts';
import { cleanFeedback, feedbackIssues, isOpenOrder, orderKeptUntil } from '#shared/ledgers/sent/orders.ts';
import type { Journal } from '#main/db/journal.ts';
import type { Changes } from '#main/db/ledger-table.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { dueOrders, findOrder, listOrders, seenOrder, shownOrder, type OrdersReader } from './reading.ts';
import { ordersLedger, type OrderEntry, type orders } from './table.ts';

export interface OrdersRoom extends OrdersReader {
  readonly journal: Journal;
  readonly clock: Clock;
}

export function ordersService(room: OrdersRoom): Calls<typeof ordersContract> {
  const { db, journal, clock } = room;
  const day = () => today(clock);
  const answer = (id: string) => shownOrder(room, findOrder(db, id), day());

  const acknowledged = (caller: Caller): Changes<typeof orders> => ({
    state: 'acknowledged',
    acknowledgedBy: caller.staff,
    acknowledgedOn: day(),
  });

  function change(caller: Caller, { id, revision }: OrderEntry, changes: Changes<typeof orders>) {
    journal.write(caller, (desk) => desk.patch(ordersLedger, id, revision, changes));
    return answer(id);
  }

  return {
    list: (input) => listOrders(room, input, day()),
    open: ({ id }) => answer(id),
    acknowledge: (input, caller) => {
      const order = findOrder(db, input.id);
      // Taken is taken: the second key press, which still carries the revision before the first, changes nothing.
      if (order.state === 'acknowledged') return answer(order.id);
      return change(caller, openOrder(seenOrder(db, input)), acknowledged(caller));
    },
    finish: (input, caller) => {
      const order = openOrder(seenOrder(db, input));
      const feedback = cleanFeedback(input.feedback);
      orRefuse(feedbackIssues(feedback));
      return change(caller, order, {
        ...(order.state === 'received' ? acknowledged(caller) : {}),
        state: 'done',
        doneBy: caller.staff,
        doneOn: day(),
        feedback,
        retainUntil: orderKeptUntil(day()),
      });
    },
    due: () => dueOrders(room, day()),
  };
}

/** Refuses what is done, or was taken back by the station. */
function openOrder(order: OrderEntry): OrderEntry {
  return isOpenOrder(order) ? order : refuseField('state', 'not-now');
}
