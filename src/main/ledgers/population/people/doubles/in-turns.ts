/** Long reading that gives the event loop its turn: a key press must not wait for it. */
import type { Progress, Steps } from '#main/db/steps.ts';

/** Time a step may take before others get their turn. */
const TURN_MS = 15;

export async function inTurns<T>(steps: Steps<T>, onProgress: (progress: Progress) => void): Promise<T> {
  let turn = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - turn < TURN_MS) continue;
    onProgress(step.value);
    await new Promise((resolve) => setImmediate(resolve));
    turn = performance.now();
  }
}
