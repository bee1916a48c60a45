import { useEffect } from 'react';
import { useCountdown } from '#renderer/ui/layers/countdown.ts';

/** Seconds left until what is shown is hidden again: when they are over, and as soon as nobody looks at this window. */
export function useReMask(seconds: number, onEnd: () => void): number {
  const left = useCountdown(seconds, onEnd);
  useEffect(() => {
    window.addEventListener('blur', onEnd);
    document.addEventListener('visibilitychange', onEnd);
    return () => {
      window.removeEventListener('blur', onEnd);
      document.removeEventListener('visibilitychange', onEnd);
    };
  });
  return left;
}
