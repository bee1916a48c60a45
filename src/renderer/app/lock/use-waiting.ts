import { useEffect, useState } from 'react';

/** Seconds that still have to pass before the office takes another attempt; 0 when it does. */
export function useWaiting(): readonly [number, (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (until === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [until]);
  const begin = (seconds: number) => {
    setNow(Date.now());
    setUntil(seconds > 0 ? Date.now() + seconds * 1000 : 0);
  };
  return [Math.max(0, Math.ceil((until - now) / 1000)), begin];
}
