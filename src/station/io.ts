// How the tool meets its surroundings: what it prints, what it asks, what time it is.
import type { Clock } from '#shared/kernel/clock.ts';
import { systemClock } from '#shared/kernel/clock.ts';

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

const enter = /[\r\n\u0004]/;
const erase = /[\b\u007f]/;
const interrupt = '\u0003';

async function askSecret(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return null;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  let typed = '';
  try {
    for await (const keys of stdin) {
      for (const key of String(keys)) {
        if (key === interrupt) return null;
        if (enter.test(key)) return typed;
        typed = erase.test(key) ? Array.from(typed).slice(0, -1).join('') : typed + key;
      }
    }
    return null;
  } finally {
    stdin.setRawMode(false);
    stderr.write('\n');
  }
}
