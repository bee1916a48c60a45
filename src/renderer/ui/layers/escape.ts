/** Esc closes the layer on top and no other. */
import { useEffect, useRef } from 'react';
import { belongsToInputMethod } from '#renderer/ui/keys/use-key.ts';

const layers: symbol[] = [];

export function useEscape(active: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!active) return undefined;
    const layer = Symbol('layer');
    layers.push(layer);
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || belongsToInputMethod(event) || event.defaultPrevented) return;
      if (layers.at(-1) !== layer) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [active]);
}

/** True while a dialog or drawer lies over the screen. */
export function hasOpenLayer(): boolean {
  return layers.length > 0;
}
