/** Keeps what is being typed: a second after the last key, when a field is left, when asked, and when the form goes. */
import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds of rest after which a draft is kept. */
export const DRAFT_REST_MS = 1000;

export interface DraftPort {
  /** Keeps the text and answers with the instant at which it was kept. */
  readonly keep: (content: string) => Promise<string>;
  /** Registers what to do when all drafts have to be kept now, such as before locking. Returns the way out. */
  readonly onFlush: (flush: () => Promise<void>) => () => void;
}

export interface DraftState {
  /** When the draft was last kept, or null. */
  readonly keptAt: string | null;
  readonly failed: boolean;
  readonly flush: () => Promise<void>;
  /** The entry was saved: nothing of it is to be kept any more. */
  readonly settle: () => void;
}

/** `content` null: nothing worth keeping yet. */
export function useDraftKeeper(content: string | null, port: DraftPort | undefined): DraftState {
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const waiting = useRef<string | null>(null);
  const last = useRef<string | null>(null);
  const latest = useRef(port);
  latest.current = port;

  const flush = useCallback(async () => {
    const text = waiting.current;
    if (text === null || latest.current === undefined) return;
    waiting.current = null;
    last.current = text;
    try {
      setKeptAt(await latest.current.keep(text));
      setFailed(false);
    } catch {
      last.current = null;
      setFailed(true);
    }
  }, []);

  useEffect(() => {
    if (content === null || content === last.current) {
      waiting.current = null;
      return undefined;
    }
    waiting.current = content;
    const timer = setTimeout(() => void flush(), DRAFT_REST_MS);
    return () => clearTimeout(timer);
  }, [content, flush]);

  const onFlush = port?.onFlush;
  useEffect(() => onFlush?.(flush), [onFlush, flush]);
  useEffect(() => () => void flush(), [flush]);

  const settle = useCallback(() => {
    waiting.current = null;
    last.current = null;
    setKeptAt(null);
    setFailed(false);
  }, []);
  return { keptAt, failed, flush, settle };
}
