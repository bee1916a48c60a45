/** Keys as the office hears them: never those that belong to an input method that is still composing. */
import { useEffect, useRef } from 'react';

/** The part of a keyboard event that is needed; React's and the browser's own both fit. */
export interface KeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing?: boolean;
  readonly nativeEvent?: { readonly isComposing: boolean };
}

/** While composing, Chromium reports key code 229 for the key that confirms a candidate. */
const COMPOSING = 229;

/** True while Enter, digits and arrows choose candidates and are not ours to act on. */
export function belongsToInputMethod(press: KeyPress): boolean {
  return press.isComposing === true || press.nativeEvent?.isComposing === true || press.keyCode === COMPOSING;
}

/** `Ctrl+Shift+K`, `F2`, `Escape`; a letter in upper case. Ctrl and ⌘ are one. */
export function chordOf(press: KeyPress): string {
  const parts: string[] = [];
  if (press.ctrlKey || press.metaKey) parts.push('Ctrl');
  if (press.altKey) parts.push('Alt');
  if (press.shiftKey) parts.push('Shift');
  parts.push(press.key.length === 1 ? press.key.toUpperCase() : press.key);
  return parts.join('+');
}

/**
 * Listens for one chord anywhere in the window, in the capture phase, and keeps it from everybody else.
 * Off while `active` is false; `isOurs` is asked at each press and may leave it to the field it was typed in.
 */
export function useKey(chord: string, act: () => void, active = true, isOurs = always): void {
  const latest = useRef({ act, isOurs });
  useEffect(() => {
    latest.current = { act, isOurs };
  });
  useEffect(() => {
    if (!active) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (belongsToInputMethod(event) || chordOf(event) !== chord || !latest.current.isOurs()) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current.act();
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [chord, active]);
}

function always(): boolean {
  return true;
}
