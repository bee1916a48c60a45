/** A clock the test owns: it stands still until it is moved. */
import type { Clock } from '#shared/kernel/clock.ts';

export interface TestClock extends Clock {
  set(instant: string): void;
  forward(by: { readonly days?: number; readonly minutes?: number; readonly seconds?: number }): void;
}

export function testClock(start: string): TestClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now).toISOString(),
    set: (instant) => {
      now = Date.parse(instant);
    },
    forward: ({ days = 0, minutes = 0, seconds = 0 }) => {
      now += ((days * 24 * 60 + minutes) * 60 + seconds) * 1000;
    },
  };
}
