/** Builds a worker of the tests once, as the office itself is built, and starts it as a process of its own. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { build } from 'vite';
import { isArgonFloor, QUICK_FLOOR } from './quick-floor.ts';
import { whenOver } from './when-over.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Path of the built worker. `#` imports and `.sql?raw` are bundled; the driver stays outside.
 * @param source from this folder
 * @param quick passwords cost their guesser little, as tests/support/quick-passwords.ts has it
 */
export async function buildWorker(source: string, { quick = false } = {}): Promise<string> {
  const outDir = join(ROOT, 'node_modules/.cache/lamplight-workers');
  const name = `${basename(source, '.ts')}-${process.pid}.mjs`;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: quick ? [quickPasswords] : [],
    // One file: two hundred starts do not look for hundreds of packages each.
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(import.meta.dirname, source),
      outDir,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  return join(outDir, name);
}

const quickPasswords = {
  name: 'quick-passwords',
  load: (id: string) => (isArgonFloor(id) ? QUICK_FLOOR : null),
};

export interface Worker {
  readonly process: ChildProcessByStdio<null, Readable, null>;
  /** Resolves to what it said once so many lines of it begin with a word. Rejects when it ends before. */
  lines(count: number, word?: string): Promise<string[]>;
  /** Ends it as a power cut would; resolves to every whole line it said. */
  kill(): Promise<string[]>;
}

/** It ends with the test at the latest: one left over would keep the whole run from ending. */
export function startWorker(path: string, ...args: string[]): Worker {
  const child = spawn(process.execPath, [path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Compiled once, so that the two hundredth start is quick.
    env: { ...process.env, NODE_COMPILE_CACHE: dirname(path) },
  });
  whenOver(() => child.kill('SIGKILL'));
  let said = '';
  let hasEnded = false;
  let check = () => {};
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    said += text;
    check();
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      hasEnded = true;
      check();
      resolve();
    });
  });
  // What stands after the last line end was not said whole.
  const whole = () => said.split('\n').slice(0, -1);
  return {
    process: child,
    lines: (count, word = '') =>
      new Promise((resolve, reject) => {
        check = () => {
          if (whole().filter((line) => line.startsWith(word)).length >= count) resolve(whole());
          else if (hasEnded) reject(new Error(`the worker ended after ${whole().length} lines`));
        };
        check();
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
      return whole();
    },
  };
}
