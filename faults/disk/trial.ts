/** Runs one verb with something wrong and says how it ended. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { whenOver } from '#tests/support/when-over.ts';
import { buildWorker } from '#tests/support/worker-process.ts';
import { passphrase } from '#tests/station/station-kit.ts';
import { PASSWORD } from '#tests/support/office.ts';
import type { Break } from './breaking-fs.ts';

export interface Verb {
  readonly tool: 'office' | 'station';
  readonly argv: readonly string[];
  readonly now: string;
}

export interface Ended {
  readonly signal: string | null;
  readonly exit: number | null;
  /** The one object it answered; null where it was killed before. */
  readonly answer: Readonly<Record<string, unknown>> | null;
  readonly err: string;
  /** File calls of ours it made. */
  readonly calls: number;
  readonly ms: number;
}

export const NOTHING: Break = { how: 'none', at: 0, below: '' };

/** Each built once: a program of its own starts quicker than both in one. */
const built = new Map<Verb['tool'], Promise<string>>();

async function workerOf(tool: Verb['tool']): Promise<string> {
  const known = built.get(tool);
  if (known !== undefined) return known;
  const worker = buildWorker(`../../faults/disk/${tool}-worker.ts`, { quick: true });
  built.set(tool, worker);
  whenOver(async () => {
    built.delete(tool);
    rmSync(await worker, { force: true });
  });
  return worker;
}

/** @param wrap a command that the process runs under, such as strace */
export async function runVerb(
  verb: Verb,
  broken: Break = NOTHING,
  wrap: readonly string[] = [],
  killAfterMs: number | null = null,
): Promise<Ended> {
  const { tool, argv, now } = verb;
  const worker = await workerOf(tool);
  const [file, ...args] = [...wrap, process.execPath, worker, JSON.stringify({ argv, now, broken })];
  const started = performance.now();
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: dirname(worker),
      LAMPLIGHT_PASSWORD: PASSWORD,
      STATION_PASSPHRASE: passphrase,
    },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const timer = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [exit, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, by) => resolve([code, by]));
  });
  if (timer !== null) clearTimeout(timer);
  return {
    signal,
    exit,
    answer: out.includes('\n') ? (JSON.parse(out) as Record<string, unknown>) : null,
    err,
    calls: Number(/^calls (\d+)$/m.exec(err)?.[1] ?? 0),
    ms: performance.now() - started,
  };
}

/** What a person is told: the code of the answer, or that it went well. */
export function saidOf({ answer, signal, exit }: Ended): string {
  if (signal !== null) return 'killed';
  const code = answer?.['code'];
  const fault = answer?.['fault'] ?? answer?.['check'];
  const tail = typeof fault === 'string' ? `/${fault}` : '';
  return typeof code === 'string' ? `${code}${tail}` : exit === 0 ? 'done' : `exit ${exit}`;
}

/** A defect is what nobody foresaw: it has a reference and no words. */
export const isDefect = ({ exit, answer, signal }: Ended): boolean =>
  signal === null && (exit === 1 || answer?.['code'] === 'unexpected' || answer === null);
