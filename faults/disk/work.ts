/** One verb of one of the two command lines in a process of its own, with something wrong with its files. */
import { writeSync } from 'node:fs';
import type { Clock } from '#shared/kernel/clock.ts';
import type { TerminalIo } from '#terminal/io.ts';
import { testClock } from '#tests/support/clock.ts';
import { breakFiles, calls, type Break } from './breaking-fs.ts';

export interface Order {
  readonly argv: readonly string[];
  readonly now: string;
  readonly broken: Break;
}

export type WorkIo = TerminalIo & { readonly clock: Clock };

// Taken before anything is broken: what it says is no file of ours.
const say = writeSync;

export async function work(run: (argv: readonly string[], io: WorkIo) => Promise<number>): Promise<void> {
  const { argv, now, broken } = JSON.parse(process.argv[2] ?? '') as Order;
  const io: WorkIo = {
    out: (text) => void say(1, text),
    err: (text) => void say(2, text),
    env: process.env,
    askSecret: () => Promise.resolve(null),
    clock: testClock(now),
  };
  await breakFiles(broken);
  process.exitCode = await run(argv, io);
  say(2, `\ncalls ${calls()}\n`);
}
