/** Runs a command line with little heap and watches the most memory it ever held. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ms, type BenchRow } from './row.ts';

export interface Held {
  readonly ms: number;
  /** Most resident bytes, all of it: heap, buffers, SQLite, libraries. */
  readonly peak: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

const OUT = join(import.meta.dirname, '..', 'out');
const ENTRIES = { office: join(OUT, 'main', 'cli.js'), station: join(OUT, 'station', 'cli.js') } as const;
const LOOK_MS = 50;

/** @param heap megabytes of objects that V8 may keep */
export async function runSmall(
  tool: keyof typeof ENTRIES,
  args: readonly string[],
  secrets: Readonly<Record<string, string>>,
  heap: number,
): Promise<Held> {
  const started = performance.now();
  const child = spawn(process.execPath, [...flagsOf(heap), ENTRIES[tool], ...args, '--json'], {
    env: { ...process.env, ...secrets },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err, peak] = ['', '', 0];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const look = setInterval(() => {
    peak = Math.max(peak, highWater(child.pid ?? 0));
  }, LOOK_MS);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(look);
  if (status !== 0) throw new Error(`${tool} ${args[0] ?? ''} ended with ${String(status)}: ${out}${err}`);
  return { ms: performance.now() - started, peak, answer: JSON.parse(out) as Held['answer'] };
}

/** @param before what the program does at least, and what it holds then */
export function memoryRow(what: string, held: Held, idle: Held, before: string, target: string): BenchRow {
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  return {
    what,
    ours: `${mb(held.peak)} at most, ${ms(held.ms)}`,
    floor: `${before} alone, ${mb(idle.peak)}`,
    ratio: `${mb(held.peak - idle.peak)} more`,
    target,
  };
}

/** The young generation is bounded apart from the old one, and otherwise takes up to 100 MB on a machine that has them. */
const flagsOf = (heap: number): string[] => [`--max-old-space-size=${heap}`, '--max-semi-space-size=8'];

/** As Linux keeps it; 0 where it cannot be asked. */
function highWater(pid: number): number {
  try {
    const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kib ?? 0) * 1024;
  } catch {
    return 0;
  }
}
