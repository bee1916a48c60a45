/**
 * Where the offers of a field open: below it where they fit, else on the side with more room, and never past the edge of what
 * is seen, which is the window or whatever scrolls around the field.
 */
import { useLayoutEffect, useRef, type RefObject } from 'react';

export interface Span {
  readonly top: number;
  readonly bottom: number;
}

export interface ListPlace {
  readonly side: 'below' | 'above';
  readonly heightMax: number;
}

/** Pixels that stay free between a list and the edge: its own distance from the field, and its shadow's. */
const MARGIN = 6;

/** What an element with one of these does to what reaches out of it: cuts it off, or has it scrolled for. */
const CUTS: ReadonlySet<string> = new Set(['auto', 'scroll', 'hidden', 'clip']);

/** @param height of the list where nothing hems it in */
export function placeList(field: Span, seen: Span, height: number): ListPlace {
  const below = seen.bottom - field.bottom - MARGIN;
  const above = field.top - seen.top - MARGIN;
  const side = height <= below || below >= above ? 'below' : 'above';
  return { side, heightMax: Math.max(0, Math.min(height, side === 'below' ? below : above)) };
}

/**
 * For a list inside its field, which is positioned.
 * @param content whatever changes with the lines
 */
export function useListPlace(shown: boolean, content: unknown): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = ref.current;
    const field = list?.parentElement;
    if (!shown || list === null || field == null) return;
    list.style.maxHeight = '';
    const { height } = list.getBoundingClientRect();
    const { side, heightMax } = placeList(field.getBoundingClientRect(), seenAround(field), height);
    list.dataset['side'] = side;
    if (heightMax < height) list.style.maxHeight = `${heightMax}px`;
  }, [shown, content]);
  return ref;
}

/** The line that the arrows went to comes into sight. */
export function showLine(list: HTMLElement | null, index: number): void {
  list?.children[index]?.scrollIntoView({ block: 'nearest' });
}

function seenAround(field: HTMLElement): Span {
  let { top, bottom }: Span = { top: 0, bottom: window.innerHeight };
  for (let around = field.parentElement; around !== null; around = around.parentElement) {
    if (!CUTS.has(getComputedStyle(around).overflowY)) continue;
    const edge = around.getBoundingClientRect();
    top = Math.max(top, edge.top);
    bottom = Math.min(bottom, edge.bottom);
  }
  return { top, bottom };
}
