/** The few words the office says unasked. Each counter that watches gets them in order. */
import type { OfficeEvent } from '#shared/contract/desk.ts';

/** A counter that does not listen loses the oldest words rather than filling memory. */
const QUEUE_MAX = 500;

export interface Events {
  say(event: OfficeEvent): void;
  watch(signal: AbortSignal | undefined): AsyncGenerator<OfficeEvent, void, void>;
}

export function openEvents(): Events {
  const watchers = new Set<{ queue: OfficeEvent[]; wake: () => void }>();
  return {
    say(event) {
      for (const watcher of watchers) {
        watcher.queue.push(event);
        if (watcher.queue.length > QUEUE_MAX) watcher.queue.shift();
        watcher.wake();
      }
    },
    async *watch(signal) {
      const watcher = { queue: [] as OfficeEvent[], wake: () => {} };
      watchers.add(watcher);
      signal?.addEventListener('abort', () => watcher.wake());
      try {
        while (signal?.aborted !== true) {
          const next = watcher.queue.shift();
          if (next !== undefined) yield next;
          else await new Promise<void>((resolve) => (watcher.wake = resolve));
        }
      } finally {
        watchers.delete(watcher);
      }
    },
  };
}
