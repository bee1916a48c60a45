// What the next receipt to an office sends down. To software of before it sends nothing: it could not read the receipt.
import { limits, type Correction, type Order, type RuleText } from '#bundle-format';
import type { StationStore } from '#station/store/port.ts';
import { givenCorrections } from './corrections.ts';
import { givenOrders, isToSend } from './orders.ts';
import { givenTexts, isTextToSend } from './texts.ts';

/** The first schema of an office that knows dispatch.json, texts.json and what to do with corrections. */
export const SENT_SINCE_SCHEMA = 120;

export interface ToSend {
  readonly orders: readonly Order[];
  readonly texts: readonly RuleText[];
  readonly corrections: readonly Correction[];
}

const NOTHING: ToSend = { orders: [], texts: [], corrections: [] };

/** Of more than one receipt carries the oldest go first: what the next one finds taken makes room. */
export async function whatToSend(store: StationStore, office: string): Promise<ToSend> {
  if (!(await knowsSent(store, office))) return NOTHING;
  const orders = (await givenOrders(store, office)).filter(isToSend).map(({ order }) => order);
  const texts = (await givenTexts(store, office)).filter(isTextToSend).map(({ text }) => text);
  const corrections = (await givenCorrections(store, office))
    .filter(({ end }) => end === 'waiting')
    .map(({ correction }) => correction);
  return {
    orders: orders.slice(0, limits.orders),
    texts: texts.slice(0, limits.texts),
    corrections: corrections.slice(0, CORRECTIONS_MOST),
  };
}

/** Of the longest that may be proposed so many still fit a manifest. */
const CORRECTIONS_MOST = 500;

export async function knowsSent(store: StationStore, office: string): Promise<boolean> {
  return (await store.schemaOf(office)) >= SENT_SINCE_SCHEMA;
}
