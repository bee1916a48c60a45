// How the tool meets its surroundings: what it prints, what it asks, what time it is.
import type { Clock } from '#shared/kernel/clock.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import { askSecret } from '#terminal/ask-secret.ts';

export interface StationIo {
  /** Standard output. With --json it carries one object and nothing else. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Asks without echo; null where nobody can be asked. */
  readonly askSecret: (question: string) => Promise<string | null>;
  /** log2 of scrypt's N for new key files. */
  readonly keyWork: number;
}

/** About one second and 256 MiB for each guess: the default of the age tools. */
const keyWork = 18;

export function terminalIo(): StationIo {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    clock: systemClock,
    askSecret,
    keyWork,
  };
}
