/** Nobody at the desk: the office locks itself, whatever the counter does or fails to do. */

export interface IdleTimer {
  start(minutes: number): void;
  touch(): void;
  stop(): void;
}

export function openIdleTimer(onIdle: () => void): IdleTimer {
  let minutes = 0;
  let timer: NodeJS.Timeout | null = null;

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function touch(): void {
    stop();
    if (minutes > 0) timer = setTimeout(onIdle, minutes * 60_000);
  }

  return {
    start(after) {
      minutes = after;
      touch();
    },
    touch,
    stop,
  };
}
