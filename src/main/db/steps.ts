/** A transaction that gives the event loop its turn between steps. It holds the only writing connection while it lasts. */
import { refuse } from '#shared/kernel/failure.ts';
import type { WriteHandle } from './open.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Work that says after each small step how far it is. */
export type Steps<T> = Generator<Progress, T>;

export interface StepOptions {
  /** Aborted when the person cancels: everything is rolled back and the promise is refused with `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Time a step may take before others get their turn: a key press must not wait longer. */
const TURN_MS = 15;

/** Pages a long write keeps in memory: rows of one kind fall into many indexes, and each page is encrypted when it leaves. */
const LONG_CACHE_KIB = 64 * 1024;

export async function runInSteps<T>(
  db: WriteHandle,
  work: () => Steps<T>,
  { signal, onProgress }: StepOptions,
): Promise<T> {
  const usual = Number(db.pragma('cache_size', { simple: true }));
  db.pragma(`cache_size = -${LONG_CACHE_KIB}`);
  db.exec('BEGIN IMMEDIATE');
  try {
    const steps = work();
    let turn = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        db.exec('COMMIT');
        return step.value;
      }
      if (performance.now() - turn < TURN_MS) continue;
      onProgress?.(step.value);
      await new Promise((resolve) => setImmediate(resolve));
      // The office was locked meanwhile: closing the file has rolled everything back.
      if (!db.open) refuse({ code: 'locked' });
      if (signal?.aborted === true) refuse({ code: 'cancelled' });
      turn = performance.now();
    }
  } catch (error) {
    if (db.open && db.inTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    if (db.open) db.pragma(`cache_size = ${usual}`);
  }
}
