/** The answer to what is typed now. The one before stays on the screen until then, and says that it is of before. */
import { useEffect, useRef, useState } from 'react';
import type { Found } from '#shared/contract/population/search.ts';
import { useFind } from '#renderer/pickers/use-find.ts';

export interface Answer {
  readonly found: Found | null;
  /** True where `found` is the answer to the text as it stands. */
  readonly isOfNow: boolean;
  /** From the key to the answer, in whole milliseconds; null before there is one. */
  readonly ms: number | null;
  readonly error: Error | null;
}

interface Held {
  readonly text: string;
  readonly found: Found;
  readonly ms: number;
}

/** One character says little and another follows at once; two are looked for without waiting. */
const ONE_CHARACTER_MS = 120;

/** @param text '' for nothing to look for */
export function useAnswer(text: string): Answer {
  const asked = useSettled(text);
  const { found, error } = useFind(asked);
  const began = useRef({ text: '', at: 0 });
  if (began.current.text !== text) began.current = { text, at: performance.now() };
  const [held, setHeld] = useState<Held | null>(null);
  useEffect(() => {
    if (asked === '') setHeld(null);
    else if (found !== undefined)
      setHeld((now) =>
        now?.text === asked && now.found === found
          ? now
          : { text: asked, found, ms: Math.max(1, Math.round(performance.now() - began.current.at)) },
      );
  }, [asked, found]);
  if (text === '') return { found: null, isOfNow: true, ms: null, error: null };
  return {
    found: held?.found ?? null,
    isOfNow: error !== null || held?.text === text,
    ms: held?.ms ?? null,
    error,
  };
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  const waits = [...text].length === 1;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => setSettled(text), ONE_CHARACTER_MS);
    return () => clearTimeout(timer);
  }, [text, waits]);
  return waits ? (settled === text ? text : '') : text;
}
