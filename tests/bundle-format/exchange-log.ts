// Logs of the exchange's model: lines, their chain, and the lines that lead to an epoch.
import { chainNext, chainStart, leafOf, type EpochBase } from '#bundle-format';
import { created, office, receiptOf, station } from './office-and-station.ts';

export interface Log {
  readonly base: EpochBase | null;
  readonly lines: string[];
  /** chain[n] is the value after line n. */
  readonly chain: string[];
}

/** What every manifest of the model says alike. */
export const fillers = {
  format: 'jwb-manifest',
  v: 1,
  kind: 'bundle',
  office,
  office_key: '',
  counts: {},
  forgotten: 0,
  schema: 1,
  app: '0',
  created,
  to: { station, keyset: 1, recipients: [] },
  last_receipt: null,
  files: [],
  blobs: [],
} as const;

export const receiptFillers = {
  ...receiptOf(),
  format: 'jwb-manifest',
  v: 1,
  kind: 'receipt',
  station_key: '',
  files: [],
} as const;

export function newLog(epoch: number, base: EpochBase | null): Log {
  const start = chainStart(office, epoch, base === null ? null : Buffer.from(base.chain, 'hex'));
  return { base, lines: [], chain: [start.toString('hex')] };
}

/** All lines that lead to the end of an epoch, oldest first. */
export function historyOf(logs: ReadonlyMap<number, Log>, epoch: number): string[] {
  const log = logs.get(epoch);
  if (log === undefined) return [];
  const before = log.base === null ? [] : historyTo(logs, log.base);
  return [...before, ...log.lines];
}

export function historyTo(logs: ReadonlyMap<number, Log>, { epoch, n }: EpochBase): string[] {
  const log = logs.get(epoch);
  if (log === undefined) return [];
  const before = log.base === null ? [] : historyTo(logs, log.base);
  return [...before, ...log.lines.slice(0, n)];
}

export function append(log: Log, line: string): void {
  const before = Buffer.from(log.chain.at(-1) ?? '', 'hex');
  log.lines.push(line);
  log.chain.push(chainNext(before, leafOf(line)).toString('hex'));
}

/** A permutation that depends on the number alone. */
export function shuffle<T>(items: readonly T[], number: number): T[] {
  const keyed = items.map((item, i) => ({
    item,
    key: (i * 7919 + number * 104_729 + i * number * 31) % 9973,
  }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
