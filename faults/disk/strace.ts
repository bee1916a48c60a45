/** System calls of a process broken by strace: what SQLite writes, which no layer of ours sees. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '#tests/support/temp-folder.ts';
import { runVerb, type Ended, type Verb } from './trial.ts';

/** How SQLite writes: pages, their sync, the end of its log, the end of its files. */
export const WRITES = ['pwrite64', 'fdatasync', 'ftruncate', 'unlink'] as const;

/** @param fault `signal=SIGKILL` or `error=EIO`, at the k-th of these calls of any one thread */
export function under(calls: readonly string[], fault: string, at: number): string[] {
  const set = calls.join(',');
  const inject = `inject=${set}:${fault}:when=${at}`;
  return ['strace', '-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', '-e', `trace=${set}`, '-e', inject];
}

/** How many of these calls the busiest thread of a whole run makes. */
export async function countCalls(
  verb: Verb,
  calls: readonly string[],
): Promise<{ most: number; ended: Ended }> {
  const log = join(makeFolder(), 'calls');
  const wrap = ['strace', '-f', '-qq', '--seccomp-bpf', '-o', log, '-e', `trace=${calls.join(',')}`];
  const ended = await runVerb(verb, undefined, wrap);
  const byThread = new Map<string, number>();
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    if (!calls.some((call) => line.includes(`${call}(`))) continue;
    const [thread = ''] = line.split(' ');
    byThread.set(thread, (byThread.get(thread) ?? 0) + 1);
  }
  return { most: Math.max(0, ...byThread.values()), ended };
}
