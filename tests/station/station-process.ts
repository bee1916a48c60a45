// The tool as it is shipped: built into one file and run as a process of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { passphrase } from './station-kit.ts';

const root = join(import.meta.dirname, '..', '..');

export interface Ended {
  readonly exit: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

export interface Tool {
  readonly start: (
    argv: readonly string[],
    also?: ToolManner,
  ) => { child: ChildProcess; ended: Promise<Ended> };
  readonly run: (argv: readonly string[], also?: ToolManner) => Promise<Ended>;
  /** At a terminal, answering each question in turn; `out` is all that the screen shows. */
  readonly typing: (
    argv: readonly string[],
    answers: readonly (readonly [question: string, typed: string])[],
  ) => Promise<Ended>;
  readonly remove: () => void;
}

interface ToolManner {
  readonly node?: readonly string[];
  /** null: none is set. */
  readonly secret?: string | null;
}

/** Built below node_modules, where it finds SQLite and nobody packs it. */
export async function buildTool(): Promise<Tool> {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'station-'));
  await build({
    root,
    configFile: join(root, 'station.vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });

  function start(argv: readonly string[], { node = [], secret = passphrase }: ToolManner = {}) {
    const { STATION_PASSPHRASE: _, ...env } = process.env;
    const child = spawn(process.execPath, [...node, join(outDir, 'cli.js'), ...argv], {
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

  /** `script` of util-linux lends the terminal. */
  function typing(
    argv: readonly string[],
    answers: readonly (readonly [question: string, typed: string])[],
  ): Promise<Ended> {
    const { STATION_PASSPHRASE: _, ...env } = process.env;
    const command = [process.execPath, join(outDir, 'cli.js'), ...argv].map((word) => `'${word}'`).join(' ');
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

  return {
    typing,
    start,
    run: (argv, also) => start(argv, also).ended,
    remove: () => {
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
