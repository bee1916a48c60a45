/** Light, dark or as the system has it. Known to this page only; the person's choice is kept in the office. */
import { useSyncExternalStore } from 'react';
import type { Scheme } from '#renderer/client/appearance.ts';

// Before anybody has chosen, the screen follows the system.
let chosen: Scheme = 'system';
const listeners = new Set<() => void>();

export function setScheme(scheme: Scheme): void {
  if (scheme === chosen) return;
  chosen = scheme;
  for (const listener of listeners) listener();
}

/** What is drawn now. */
export function useScheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, current);
}

function current(): 'light' | 'dark' {
  if (chosen !== 'system') return chosen;
  return systemIsDark().matches ? 'dark' : 'light';
}

function systemIsDark(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

function subscribe(listener: () => void): () => void {
  const system = systemIsDark();
  listeners.add(listener);
  system.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
  };
}
