/** A long call that a person may stop: stopping changes nothing and is no failure. */
import { useCallback, useRef, useState } from 'react';
import type { Failure } from '#shared/kernel/failure.ts';

/** Milliseconds after which a wait is worth a word. */
const WORD_MS = 400;

export interface Stoppable {
  /** True once it has run for a while. */
  readonly working: boolean;
  readonly run: <Result>(work: (signal: AbortSignal) => Promise<Result>) => Promise<Result>;
  readonly stop: () => void;
}

export function useStoppable(): Stoppable {
  const running = useRef<AbortController | null>(null);
  const [working, setWorking] = useState(false);
  const run = useCallback(async <Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> => {
    const controller = new AbortController();
    running.current = controller;
    const timer = setTimeout(() => setWorking(true), WORD_MS);
    try {
      return await work(controller.signal);
    } catch (error) {
      const stopped: Failure = { code: 'cancelled' };
      return await Promise.reject<Result>(controller.signal.aborted ? stopped : error);
    } finally {
      clearTimeout(timer);
      setWorking(false);
      running.current = null;
    }
  }, []);
  return { working, run, stop: useCallback(() => running.current?.abort(), []) };
}
