/** The one file somebody is importing: its plan, its rows, and whatever is running on it. It goes when the office locks. */
import { randomBytes } from 'node:crypto';
import type { ImportPlan } from '#shared/contract/population/imports.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Checked } from './checked.ts';
import type { Layout } from './columns/plan-sheet.ts';
import { refuseField } from './room.ts';

export interface Job {
  readonly id: string;
  readonly path: string;
  plan: ImportPlan;
  layout: Layout;
  /** Null until every row was read with a mapping. */
  checked: Checked | null;
  /** Changes of the ledger that the rows were held against; see `Imports`. */
  seen: number;
  written: boolean;
}

export interface Jobs {
  /** The one before it is let go. */
  begin(path: string, plan: ImportPlan, layout: Layout): Job;
  /** Refused with `missing` for a file that was let go. */
  find(id: string): Job;
  /** Work on the rows, which nothing else may touch meanwhile. It ends with the caller's signal, or with `end`. */
  run<T>(signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Stops what is running; where nothing is, lets go of the file. */
  end(id: string): void;
}

export function openJobs(): Jobs {
  let current: Job | null = null;
  let running: AbortController | null = null;

  function find(id: string): Job {
    return current?.id === id ? current : refuse({ code: 'missing' });
  }

  return {
    begin(path, plan, layout) {
      running?.abort();
      const id = `m${randomBytes(8).toString('hex')}`;
      current = { id, path, plan, layout, checked: null, seen: 0, written: false };
      return current;
    },
    find,
    async run(signal, work) {
      if (running !== null) return refuse({ code: 'at-work' });
      const mine = new AbortController();
      const stop = () => mine.abort();
      running = mine;
      signal?.addEventListener('abort', stop);
      if (signal?.aborted === true) stop();
      try {
        return await work(mine.signal);
      } finally {
        signal?.removeEventListener('abort', stop);
        running = null;
      }
    },
    end(id) {
      find(id);
      if (running === null) current = null;
      else running.abort();
    },
  };
}

export function checkedOf({ checked }: Job): Checked {
  return checked ?? refuseField('import', 'not-checked');
}
