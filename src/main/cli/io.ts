/** How the command line meets its surroundings: what it prints, what it asks, what time it is. */
import { systemClock, type Clock } from '#shared/kernel/clock.ts';
import { askSecret } from '#terminal/ask-secret.ts';
import type { ArgonCost } from '#main/session/key-slot.ts';

export interface OfficeIo {
  /** Standard output. With --json it carries one object and nothing else. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Asks without echo; null where nobody can be asked. */
  readonly askSecret: (question: string) => Promise<string | null>;
  /** Key derivation cost of a new office; measured on this PC when left out. */
  readonly argonCost?: ArgonCost;
}

export function terminalIo(): OfficeIo {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    clock: systemClock,
    askSecret,
  };
}
