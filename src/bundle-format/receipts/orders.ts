// dispatch.json of a receipt: what the station asks the office to do, until lines of the office show it as taken.
import { nullable, record, text, textLines, words } from '#bundle-format/canonical.ts';
import { limits } from '#bundle-format/limits.ts';
import { shapes } from '#bundle-format/manifest.ts';
import { compareText, partList } from './part-list.ts';
import { day, instant } from '#bundle-format/when.ts';

/** docs/format/bundle-v1.md, "Orders". Keys are written in the order of this interface. */
export interface Order {
  /** 16 random hex: a restored station may give a number twice, never this. */
  readonly id: string;
  /** For people: the day it was given and a number within it, `20261123-001`. */
  readonly number: string;
  readonly title: string;
  /** What to do; may have several lines. */
  readonly text: string;
  /** Day by which it is asked for. */
  readonly due: string;
  /** Name of whoever sends it. */
  readonly sender: string;
  /** Instant, UTC, milliseconds. */
  readonly at: string;
  /** Taken back by the station, or null. */
  readonly withdrawn: Withdrawal | null;
}

export interface Withdrawal {
  readonly sender: string;
  readonly reason: string;
  readonly at: string;
}

export const ordersPart = partList<Order>({
  format: 'jwb-dispatch',
  key: 'orders',
  item: record<Order>({
    id: text(shapes.hex16),
    number: text(/^[0-9]{8}-[0-9]{3}$/),
    title: words(60),
    text: textLines(500),
    due: day,
    sender: words(64),
    at: instant,
    withdrawn: nullable(record<Withdrawal>({ sender: words(64), reason: words(200), at: instant })),
  }),
  most: limits.orders,
  bytes: limits.dispatch,
  compare: (a, b) => compareText(a.id, b.id),
});
