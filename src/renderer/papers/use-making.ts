/** Making a paper: one at a time, with what came of it. A dialog that was cancelled says nothing. */
import { useRef, useState } from 'react';
import { trackDeed } from '#renderer/client/deeds.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import type { ErrorWords } from '#renderer/ui/basic/error-panel.tsx';

export interface Making {
  readonly working: boolean;
  readonly done: string | null;
  readonly refused: ErrorWords | null;
  /** The order changed: what was said of the last paper is no longer about this one. */
  readonly forget: () => void;
  readonly make: (work: () => Promise<string>) => void;
}

export function useMaking(): Making {
  const failureWords = useFailureWords();
  const [working, setWorking] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [refused, setRefused] = useState<ErrorWords | null>(null);
  const running = useRef(false);
  const run = async (work: () => Promise<string>) => {
    if (running.current) return;
    running.current = true;
    setWorking(true);
    setDone(null);
    setRefused(null);
    try {
      setDone(await trackDeed(work));
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code !== 'cancelled') setRefused(failureWords(failure));
    } finally {
      running.current = false;
      setWorking(false);
    }
  };
  return { working, done, refused, forget: () => setDone(null), make: (work) => void run(work) };
}
