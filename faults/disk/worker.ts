/** One verb of one of the two command lines in a process of its own, with something wrong with its files. */
import { writeSync } from 'node:fs';
import { runOffice } from '#main/cli/run.ts';
import { runStation } from '#station/run.ts';
import { testClock } from '#tests/support/clock.ts';
import { breakFiles, calls, type Break } from './breaking-fs.ts';

interface Order {
  readonly tool: 'office' | 'station';
  readonly argv: readonly string[];
  readonly now: string;
  readonly broken: Break;
}

const say = (channel: 1 | 2, text: string) => void tell(channel, text);
// Its own copy: what it says is not to be broken.
const tell = writeSync;

const { tool, argv, now, broken } = JSON.parse(process.argv[2] ?? '') as Order;
const io = {
  out: (text: string) => say(1, text),
  err: (text: string) => say(2, text),
  env: process.env,
  askSecret: () => Promise.resolve(null),
  clock: testClock(now),
  account: 'duty',
  keyWork: 4,
};
await breakFiles(broken);
process.exitCode = tool === 'office' ? await runOffice(argv, io) : await runStation(argv, io);
say(2, `\ncalls ${calls()}\n`);
