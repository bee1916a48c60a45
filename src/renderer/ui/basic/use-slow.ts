/** Whether work that is shown has taken longer than it should. */
import { useEffect, useState } from 'react';

/** @param after milliseconds since whatever asks was first drawn */
export function useSlow(after: number): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setSlow, after, true);
    return () => clearTimeout(timer);
  }, [after]);
  return slow;
}
