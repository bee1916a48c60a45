// The tool as it is shipped: in one file, run as a process of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { passphrase } from './station-kit.ts';

/** As `npm test` built it. */
const CLI = join(import.meta.dirname, '..', '..', 'out', 'station', 'cli.js');

export interface Ended {
  readonly exit: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

interface ToolManner {
  readonly node?: readonly string[];
  /** null: none is set. */
  readonly secret?: string | null;
}

/** Answers at once; `ended` resolves when it is over. */
export function start(argv: readonly string[], { node = [], secret = passphrase }: ToolManner = {}) {
  const { STATION_PASSPHRASE: _, ...env } = process.env;
  const child = spawn(process.execPath, [...node, CLI, ...argv], {
    env: secret === null ? env : { ...env, STATION_PASSPHRASE: secret },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (exit, signal) => {
      resolve({ exit, signal, out, err });
    });
  });
  return { child, ended };
}

export function run(argv: readonly string[], also?: ToolManner): Promise<Ended> {
  return start(argv, also).ended;
}

/** At a terminal, which `script` of util-linux lends, answering each question in turn; `out` is all that the screen shows. */
export function typing(
  argv: readonly string[],
  answers: readonly (readonly [question: string, typed: string])[],
): Promise<Ended> {
  const { STATION_PASSPHRASE: _, ...env } = process.env;
  const command = [process.execPath, CLI, ...argv].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const waiting = [...answers];
  let [out, err, shown] = ['', '', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    shown += text;
    const [next] = waiting;
    if (next === undefined || !shown.includes(next[0])) return;
    shown = '';
    waiting.shift();
    child.stdin.write(`${next[1]}\r`);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit, signal) => {
      resolve({ exit, signal, out, err });
    });
  });
}
