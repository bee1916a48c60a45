/**
 * Wrong sign-ins are counted on disk: three are free, then one waits, and after five a quarter of an hour.
 * It slows a hand at the keyboard; against a copied disk only the password's length helps.
 */
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { replaceFile } from '#main/files/replace-file.ts';
import type { Clock } from '#shared/kernel/clock.ts';

const FREE = 3;
const WAITS = [5, 15] as const;
const LONG_WAIT = 15 * 60;

const attemptsSchema = z.object({
  failures: z.int().check(z.minimum(0)),
  lastAt: z.iso.datetime(),
});

export interface Attempts {
  /** Seconds still to wait; 0 when one may try. */
  wait(): number;
  /** Counts a failure and answers with the wait it brings. */
  fail(): number;
  /** Forgets the failures and answers with how many there were. */
  succeed(): number;
}

export function openAttempts(path: string, clock: Clock): Attempts {
  function keep(failures: number): z.infer<typeof attemptsSchema> {
    const kept = { failures, lastAt: clock.now() };
    replaceFile(path, JSON.stringify(kept));
    return kept;
  }

  function read(): z.infer<typeof attemptsSchema> {
    if (!existsSync(path)) return { failures: 0, lastAt: clock.now() };
    const kept = attemptsSchema.safeParse(parse(readFileSync(path, 'utf8')));
    // A damaged count must not open the door wider than an honest one.
    return kept.success ? kept.data : keep(FREE + WAITS.length);
  }

  function waitNow(): number {
    const { failures, lastAt } = read();
    if (failures < FREE) return 0;
    const wait = WAITS[failures - FREE] ?? LONG_WAIT;
    const passed = (Date.parse(clock.now()) - Date.parse(lastAt)) / 1000;
    // A clock set back must not lock people out for longer than the wait itself.
    if (passed < 0) keep(failures);
    return passed < 0 ? wait : Math.max(0, Math.ceil(wait - passed));
  }

  return {
    wait: waitNow,
    fail() {
      keep(read().failures + 1);
      return waitNow();
    },
    succeed() {
      const { failures } = read();
      if (failures > 0) keep(0);
      return failures;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
