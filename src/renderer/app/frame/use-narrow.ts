import { useSyncExternalStore } from 'react';
import { useRailChoice } from '#renderer/client/appearance.ts';

/** Below this width the rail shows icons only. */
const WIDE = '(min-width: 1200px)';

/** Whether the rail is narrow, and the way to change it where there is room for both. */
export function useNarrow(): readonly [boolean, () => void] {
  const [choice, choose] = useRailChoice();
  const wide = useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches);
  return [!wide || choice === 'narrow', () => choose(choice === 'wide' ? 'narrow' : 'wide')];
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
