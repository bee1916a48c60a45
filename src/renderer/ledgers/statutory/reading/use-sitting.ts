/** How long sensitive things stay on the screen: until nobody has touched the office for a while, or looks elsewhere. */
import { useEffect, useRef, useState } from 'react';
import { REVEAL_SECONDS } from '#shared/ledgers/reveal.ts';

/** Seconds without a key or a click. */
export const SITTING_SECONDS = REVEAL_SECONDS * 5;

export interface Sitting {
  /** Whole seconds left if nothing is touched. */
  readonly left: number;
  /** True while a dialog of the system, such as a printer's, is about to take the window's place. */
  readonly hold: (held: boolean) => void;
}

export function useSitting(onEnd: () => void): Sitting {
  const [left, setLeft] = useState(SITTING_SECONDS);
  const latest = useRef(onEnd);
  const held = useRef(false);
  useEffect(() => {
    latest.current = onEnd;
  });
  useEffect(() => {
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const leave = () => {
      if (!held.current) latest.current();
    };
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil(SITTING_SECONDS - (Date.now() - touched) / 1000));
      setLeft(rest);
      if (rest === 0) latest.current();
    }, 1000);
    window.addEventListener('keydown', touch, true);
    window.addEventListener('pointerdown', touch, true);
    window.addEventListener('blur', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('keydown', touch, true);
      window.removeEventListener('pointerdown', touch, true);
      window.removeEventListener('blur', leave);
      document.removeEventListener('visibilitychange', leave);
    };
  }, []);
  const [hold] = useState(() => (now: boolean) => {
    held.current = now;
  });
  return { left, hold };
}
