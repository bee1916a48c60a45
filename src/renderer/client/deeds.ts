/** Saves and deeds under way: the lamp shows its ring for them, and the status bar the time of the last one. */
import { useCallback, useSyncExternalStore } from 'react';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { toFailure } from './failure.ts';
import { useFailureWords } from './words/failure-words.ts';

interface Deeds {
  readonly running: number;
  /** Milliseconds since 1970 by the counter's clock, or null before the first. */
  readonly lastDoneAt: number | null;
}

let deeds: Deeds = { running: 0, lastDoneAt: null };
const listeners = new Set<() => void>();

function put(next: Deeds): void {
  deeds = next;
  for (const listener of listeners) listener();
}

export async function trackDeed<Result>(work: () => Promise<Result>): Promise<Result> {
  put({ ...deeds, running: deeds.running + 1 });
  try {
    const result = await work();
    put({ running: deeds.running - 1, lastDoneAt: Date.now() });
    return result;
  } catch (error) {
    put({ ...deeds, running: deeds.running - 1 });
    throw error;
  }
}

export function useDeeds(): Deeds {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => deeds,
  );
}

/** For a button: does the work, and says in a toast why it could not. Null when it could not or was cancelled. */
export function useDeed(): <Result>(work: () => Promise<Result>) => Promise<Result | null> {
  const toast = useToast();
  const words = useFailureWords();
  return useCallback(
    async (work) => {
      try {
        return await trackDeed(work);
      } catch (error) {
        const failure = toFailure(error);
        if (failure.code === 'cancelled') return null;
        const { what, todo, reference } = words(failure);
        toast({ tone: 'failed', text: [what, todo, reference].filter(Boolean).join(' ') });
        return null;
      }
    },
    [toast, words],
  );
}
