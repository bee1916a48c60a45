// What every verb hands back: how it ended, what a script reads, what a person reads.
import type { Exit } from '#terminal/exits.ts';

export interface Report {
  readonly exit: Exit;
  /** The members of the JSON object beside `ok`. Where the exit is not done it names `code`. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Chinese first, ends with a line end. */
  readonly text: string;
}
