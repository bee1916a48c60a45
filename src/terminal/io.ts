/** How a command line meets its surroundings: what it prints, what it is told, what it asks. */
import { askSecret } from './ask-secret.ts';

export interface TerminalIo {
  /** Standard output. With --json it carries one object and nothing else. */
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks without echo; null where nobody can be asked. */
  readonly askSecret: (question: string) => Promise<string | null>;
}

export function terminalIo(): TerminalIo {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    askSecret,
  };
}
