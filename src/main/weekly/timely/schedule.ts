/** Looks at the hour while somebody is signed in: once at sign-in, then every half minute. A look that fails stops nothing. */

export interface Schedule {
  /** Looks no more, and waits for a look that is under way. */
  stop(): Promise<void>;
}

const LOOK_MS = 30_000;
/** After a failure, such as a full disk: not every half minute, and not only tomorrow. */
const PAUSE_MS = 10 * 60_000;

/** @param onDefect told why a look failed */
export function openSchedule(look: () => Promise<void>, onDefect: (error: unknown) => void): Schedule {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let running = next();

  async function next(): Promise<void> {
    let pause = LOOK_MS;
    try {
      await look();
    } catch (error) {
      // A store that was closed meanwhile is no defect.
      if (stopped) return;
      onDefect(error);
      pause = PAUSE_MS;
    }
    if (stopped) return;
    timer = setTimeout(() => void (running = next()), pause);
    timer.unref();
  }

  return {
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      return running;
    },
  };
}
