/** Tells the office that somebody is there. The office itself counts the minutes and locks. */
import { useEffect } from 'react';
import { useOffice } from '#renderer/client/office.ts';

/** Milliseconds between two touches at least. */
export const TOUCH_EVERY_MS = 20_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

export function useIdleTouch(): void {
  const { client } = useOffice();
  useEffect(() => {
    let last = 0;
    const touch = () => {
      const now = Date.now();
      if (now - last < TOUCH_EVERY_MS) return;
      last = now;
      client.session.touch({}).catch(() => undefined);
    };
    for (const sign of SIGNS) window.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [client]);
}
