/**
 * Node's own file calls with something wrong at the k-th of them: the process dies there, the system refuses, or takes fewer bytes
 * than it was given. Every call that is let through is the real one on the real disk. SQLite's calls do not come by here; strace
 * breaks those (strace.ts).
 */
import fs from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

export interface Break {
  /** `kill`: dies in the middle of a write, before any other call. `short`: writes and reads at most `at` bytes at a time. */
  readonly how: 'kill' | 'short' | 'none' | `E${string}`;
  /** Which call, from 1; for `short` how many bytes. */
  readonly at: number;
  /** Every call from there on, as with a stick that was pulled out. */
  readonly onward?: boolean;
  /** Only calls on what lies below this path are counted and broken; '' for all. */
  readonly below: string;
}

let counted = 0;
/** How many calls there were. */
export const calls = (): number => counted;

type Call = (...args: unknown[]) => unknown;

const SYNC = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'appendFileSync',
  'readSync',
  'readFileSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
  'copyFileSync',
  'readdirSync',
] as const;
const ASYNC = [
  'open',
  'rename',
  'rm',
  'mkdir',
  'readFile',
  'writeFile',
  'readdir',
  'stat',
  'statfs',
] as const;
const HANDLE = ['write', 'read', 'sync', 'stat', 'close'] as const;

const paths = new Map<unknown, string>();

export async function breakFiles(broken: Break): Promise<void> {
  const sync = fs as unknown as Record<string, Call>;
  const later = promises as unknown as Record<string, Call>;
  const { writeSync } = fs;
  const handle = await handleCalls();
  const die = (): void => void process.kill(process.pid, 'SIGKILL');

  /** Whether this call is the one; counts it. */
  function isHit(path: unknown): boolean {
    const where = typeof path === 'string' ? path : (paths.get(path) ?? '');
    if (!where.startsWith(broken.below)) return false;
    counted += 1;
    return broken.onward === true ? counted >= broken.at : counted === broken.at;
  }
  function meet(name: string): void {
    if (broken.how === 'kill') die();
    if (!broken.how.startsWith('E')) return;
    throw Object.assign(new Error(`${broken.how}: broken on purpose, ${name}`), {
      code: broken.how,
      syscall: name,
    });
  }

  for (const name of SYNC) {
    const real = sync[name] as Call;
    sync[name] = (...args) => {
      if (isHit(args[0])) {
        if (broken.how === 'kill' && name === 'writeSync' && typeof args[0] === 'number')
          writeSync(args[0], halfOf(args[1]));
        // A descriptor is gone even where closing it fails.
        if (name === 'closeSync' && broken.how.startsWith('E')) real(...args);
        meet(name);
      }
      const result = real(...args);
      if (name === 'openSync') paths.set(result, String(args[0]));
      return result;
    };
  }
  for (const name of ASYNC) {
    const real = later[name] as Call;
    later[name] = async (...args) => {
      if (isHit(args[0])) meet(name);
      const result = await real(...args);
      if (name === 'open') paths.set(result, String(args[0]));
      return result;
    };
  }
  for (const name of HANDLE) {
    const real = handle[name] as Call;
    handle[name] = async function (this: FileHandle, ...args: unknown[]) {
      const isShort = broken.how === 'short' && (name === 'write' || name === 'read');
      if (isShort) return real.call(this, args[0], args[1], Math.min(Number(args[2]), broken.at), args[3]);
      if (isHit(this)) {
        if (broken.how === 'kill' && name === 'write')
          await real.call(this, args[0], args[1], Math.ceil(Number(args[2]) / 2), args[3]);
        if (name === 'close' && broken.how.startsWith('E')) await real.call(this);
        meet(name);
      }
      return real.call(this, ...args);
    };
  }
  syncBuiltinESMExports();
}

/** The methods all open files share. */
async function handleCalls(): Promise<Record<string, Call>> {
  const probe = await promises.open(process.execPath, 'r');
  await probe.close();
  return Object.getPrototypeOf(probe) as Record<string, Call>;
}

function halfOf(content: unknown): Uint8Array {
  const bytes = typeof content === 'string' ? Buffer.from(content) : (content as Uint8Array);
  return bytes.subarray(0, bytes.length >> 1);
}
