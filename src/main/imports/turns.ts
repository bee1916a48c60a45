/** Gives the others their turn while rows are worked on, and stops when a person cancels. */
import { refuse } from '#shared/kernel/failure.ts';

/** Time a piece of work may take before a key press is heard. */
const TURN_MS = 15;

export interface Turns {
  /** Called often; waits only when the time is up. */
  take(): Promise<void> | undefined;
  /** Runs the steps of a generator to their end. */
  run<T>(steps: Generator<unknown, T>): Promise<T>;
}

export function openTurns(signal: AbortSignal | undefined): Turns {
  let since = performance.now();

  async function next(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted === true) refuse({ code: 'cancelled' });
    since = performance.now();
  }

  function take(): Promise<void> | undefined {
    return performance.now() - since < TURN_MS ? undefined : next();
  }

  return {
    take,
    async run(steps) {
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        const turn = take();
        if (turn !== undefined) await turn;
      }
    },
  };
}
