/** Builds a worker of the tests once, as the office itself is built, and starts it as a process of its own. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

/** Path of the built worker. `#` imports and `.sql?raw` are bundled; the driver stays outside. */
export async function buildWorker(source: string): Promise<string> {
  const outDir = join(ROOT, 'node_modules/.cache/lamplight-workers');
  const name = `${basename(source, '.ts')}-${process.pid}.mjs`;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
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

export interface Worker {
  readonly process: ChildProcessByStdio<null, Readable, null>;
  /** Resolves at the first line it says. Rejects when it ends without one. */
  readonly started: Promise<string>;
  /** Ends it as a power cut would; resolves to every whole line it said. */
  kill(): Promise<string[]>;
}

export function startWorker(path: string, ...args: string[]): Worker {
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8');
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const started = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      said += text;
      const [first, rest] = said.split('\n', 2);
      if (rest !== undefined) resolve(first ?? '');
    });
    void ended.then(() => reject(new Error('the worker ended before it began')));
  });
  // Whoever kills it before it began does not wait for it to begin.
  started.catch(() => undefined);
  return {
    process: child,
    started,
    async kill() {
      child.kill('SIGKILL');
      await ended;
      return said.split('\n').slice(0, -1);
    },
  };
}
