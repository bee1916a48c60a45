// Orders as this station gave them, and what the office's own lines say became of each.
import type { Order, Withdrawal } from '#bundle-format';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FoldedRecord } from '#station/store/fold.ts';
import type { Sending, StationStore } from '#station/store/port.ts';
import { ledgerStates, textField } from './ledger-states.ts';

/** `sent`: it waits to be carried, or nobody has said yet that it came. */
export const orderStands = ['sent', 'received', 'acknowledged', 'done', 'withdrawn', 'refused'] as const;
export type OrderStands = (typeof orderStands)[number];

export interface GivenOrder {
  readonly order: Order;
  readonly stands: OrderStands;
  /** What the office said was done, and when; '' before. */
  readonly feedback: string;
  readonly doneOn: string;
}

interface Facts extends Pick<Order, 'number' | 'due' | 'sender'> {}
type Words = Pick<Order, 'title' | 'text'>;

export function orderFacts({ number, due, sender }: Order): string {
  return JSON.stringify({ number, due, sender } satisfies Facts);
}

export function orderWords({ title, text }: Order): string {
  return JSON.stringify({ title, text } satisfies Words);
}

/** By number. */
export async function givenOrders(store: StationStore, office: string): Promise<readonly GivenOrder[]> {
  const states = await ledgerStates(store, office, 'orders');
  const became = new Map(states.map((record) => [textField(record, 'sentId'), record]));
  return (await store.sendings(office, 'order'))
    .map((sending) => given(sending, became.get(sending.id)))
    .toSorted((a, b) => (a.order.number < b.order.number ? -1 : 1));
}

function given(sending: Sending, record: FoldedRecord | undefined): GivenOrder {
  const { number, due, sender } = JSON.parse(sending.facts) as Facts;
  const { title, text } = (
    sending.words === '' ? { title: '', text: '' } : JSON.parse(sending.words)
  ) as Words;
  const withdrawn = sending.ended === null ? null : (JSON.parse(sending.ended) as Withdrawal);
  const state = record === undefined ? '' : textField(record, 'state');
  return {
    order: { id: sending.id, number, title, text, due, sender, at: sending.at, withdrawn },
    stands: orderStands.find((one) => one === state) ?? 'sent',
    feedback: record === undefined ? '' : textField(record, 'feedback'),
    doneOn: record === undefined ? '' : textField(record, 'doneOn'),
  };
}

/** Whether the next receipt carries it: no line shows it as taken, or none that it was taken back. */
export function isToSend({ order, stands }: GivenOrder): boolean {
  if (stands === 'sent') return order.title !== '';
  return order.withdrawn !== null && (stands === 'received' || stands === 'acknowledged');
}

/** It waits for somebody, here or there. */
export function isOpen({ order, stands }: GivenOrder): boolean {
  return (
    order.withdrawn === null && (stands === 'sent' || stands === 'received' || stands === 'acknowledged')
  );
}

export function isOverdue(one: GivenOrder, today: CalendarDay): boolean {
  return isOpen(one) && one.order.due < today;
}

/** `20261123-004`: the next of its day. A store that was restored may count again; the id is what an order is. */
export function nextNumber(given: readonly GivenOrder[], today: CalendarDay): string {
  const day = today.replaceAll('-', '');
  const last = given
    .map(({ order }) => order.number)
    .filter((number) => number.startsWith(`${day}-`))
    .reduce((most, number) => Math.max(most, Number(number.slice(day.length + 1))), 0);
  return `${day}-${String(last + 1).padStart(3, '0')}`;
}
