import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Whether an element is at least so many px wide. */
export function useWide(element: RefObject<HTMLElement | null>, least: number): boolean {
  const [wide, setWide] = useState(true);
  useEffect(() => {
    const one = element.current;
    if (one === null) return undefined;
    const measure = () => setWide(one.clientWidth >= least);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(one);
    return () => observer.disconnect();
  }, [element, least]);
  return wide;
}
