// order, orders: what an office is asked to do, taken back, and what came of it. Nothing is sent before a receipt is written.
import { randomBytes } from 'node:crypto';
import { limits, type Order, type Withdrawal } from '#bundle-format';
import { today } from '#shared/kernel/clock.ts';
import { ORDER_TEXT_MAX, ORDER_TITLE_MAX } from '#shared/ledgers/sent/orders.ts';
import type { Request } from '#station/arguments.ts';
import { officesOf } from '#station/deciding/find.ts';
import type { StationIo } from '#station/io.ts';
import { refuse } from '#station/refusal.ts';
import { dayOption, lineOf, linesOf, nameOf } from '#station/sending/given-words.ts';
import {
  givenOrders,
  isOpen,
  isOverdue,
  isToSend,
  nextNumber,
  orderFacts,
  orderWords,
  type GivenOrder,
} from '#station/sending/orders.ts';
import { withStation, type Station } from '#station/station.ts';
import { tableText } from '#station/table-text.ts';
import type { Report } from '#station/verbs/report-shape.ts';
import { carriedText, officesFor, waitsFor, waitsText } from './to-offices.ts';

export async function order(request: Request, io: StationIo): Promise<Report> {
  const withdraw = request.option('withdraw');
  if (withdraw !== null) return takeBack(request, io, withdraw);
  const now = io.clock.now();
  const given = {
    title: lineOf(request, 'title', ORDER_TITLE_MAX),
    text: linesOf(request.need('text'), 'text', ORDER_TEXT_MAX),
    due: dayOption(request.need('due'), 'due', today(io.clock)),
    sender: nameOf(request, 'sender'),
    at: now,
    withdrawn: null,
  };
  return withStation(io, request.need('home'), async (station) => {
    const offices = officesFor(station, request);
    const made: { readonly office: string; readonly number: string; readonly waits: string | null }[] = [];
    for (const office of offices) made.push(await give(station, office, given));
    return {
      exit: 'done',
      body: { orders: made.map((one) => ({ ...one, ...given })) },
      text: `${made
        .map(({ office, number, waits }) => `已下达 · given: ${office} ${number}${waitsText(waits)}\n`)
        .join('')}${carriedText}`,
    };
  });
}

async function give(station: Station, office: string, given: Omit<Order, 'id' | 'number'>) {
  const { store, clock } = station;
  const before = await givenOrders(store, office);
  if (before.filter(isToSend).length >= limits.orders) refuse('too-many-open', office);
  const number = nextNumber(before, today(clock));
  const one: Order = { id: randomBytes(8).toString('hex'), number, ...given };
  await store.addSending(
    office,
    { kind: 'order', id: one.id, facts: orderFacts(one), words: orderWords(one), about: null },
    given.at,
  );
  return { office, number, waits: await waitsFor(station, office) };
}

async function takeBack(request: Request, io: StationIo, number: string): Promise<Report> {
  const words: Withdrawal = {
    sender: nameOf(request, 'sender'),
    reason: lineOf(request, 'reason', 200),
    at: io.clock.now(),
  };
  return withStation(io, request.need('home'), async (station) => {
    const [office = ''] = request.words;
    officesOf(station, office);
    const known = (await givenOrders(station.store, office)).filter((one) => one.order.number === number);
    if (known.length === 0) refuse('unknown-order', `${office} ${number}`);
    // A number that a restored store gave twice: the one that still waits is meant.
    const open = known.findLast(isOpen) ?? refuse('order-closed', `${office} ${number}`);
    await station.store.endSending(office, open.order.id, JSON.stringify(words));
    return {
      exit: 'done',
      body: { office, number, ...words },
      text: `已撤回 · taken back: ${office} ${number} ${open.order.title}\n${carriedText}`,
    };
  });
}

export async function orders(request: Request, io: StationIo): Promise<Report> {
  return withStation(io, request.need('home'), async (station) => {
    const day = today(station.clock);
    const rows: OrderFacts[] = [];
    for (const { office } of officesOf(station, request.words[0] ?? null))
      for (const one of await givenOrders(station.store, office)) rows.push(factsOf(office, one, day));
    return {
      exit: 'done',
      body: { orders: rows },
      text: rows.length === 0 ? '没有派单 · no orders\n' : tableText([headings, ...rows.map(cellsOf)]),
    };
  });
}

interface OrderFacts extends Omit<Order, 'id' | 'withdrawn'> {
  readonly office: string;
  readonly stands: GivenOrder['stands'];
  readonly overdue: boolean;
  readonly feedback: string;
  readonly doneOn: string;
  readonly withdrawn: boolean;
}

function factsOf(office: string, one: GivenOrder, day: string): OrderFacts {
  const { order: given, stands, feedback, doneOn } = one;
  const { id: _, withdrawn, ...rest } = given;
  return {
    office,
    ...rest,
    stands,
    overdue: isOverdue(one, day),
    feedback,
    doneOn,
    withdrawn: withdrawn !== null,
  };
}

const headings = ['单位', '编号', '派单', '期限', '状态', '办理结果'] as const;

const standWords: Readonly<Record<GivenOrder['stands'], string>> = {
  sent: '待送达',
  received: '已收到',
  acknowledged: '已签收',
  done: '已办结',
  withdrawn: '已撤回',
  refused: '未接收（用词不当）',
};

function cellsOf({ office, number, title, due, stands, overdue, feedback, doneOn, withdrawn }: OrderFacts) {
  const state = withdrawn && stands !== 'done' ? '已撤回' : standWords[stands];
  return [office, number, title, due, overdue ? `${state} · 逾期` : state, `${doneOn} ${feedback}`.trim()];
}
