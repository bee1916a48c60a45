/** What the rooms of addresses, dwellings, home visits and grids are given. */
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Journal, Desk } from '#main/db/journal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import type { Steps } from '#main/db/steps.ts';

export interface PlacesRoom {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly clock: Clock;
  readonly officeCode: string;
}

/** Records beyond which a change is written in steps: a person at another screen must not wait for it. */
const AT_ONCE_MAX = 2000;

/** Writes a change of about `size` records: small ones at once, large ones in steps that can be cancelled. */
export function writeMany<T>(
  journal: Journal,
  caller: Caller,
  size: number,
  signal: AbortSignal | undefined,
  work: (desk: Desk) => Steps<T>,
): T | Promise<T> {
  if (size > AT_ONCE_MAX) return journal.writeInSteps(caller, work, { signal });
  return journal.write(caller, (desk) => inOneGo(work(desk)));
}

/** The whole of some work in steps, without anybody else's turn between them. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Goes on when the work is done, whether at once or later. */
export function afterwards<T, R>(work: T | Promise<T>, next: (value: T) => R): R | Promise<R> {
  return work instanceof Promise ? work.then(next) : next(work);
}

export interface PageRequest {
  readonly after: string | null;
  readonly rows: number;
}

export interface Page<Row> {
  readonly rows: Row[];
  readonly next: string | null;
  readonly total: number;
  readonly all: number;
}
