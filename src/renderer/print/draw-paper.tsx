import { createRoot, type Root } from 'react-dom/client';
import { flushSync } from 'react-dom';
import type { Paper } from '#shared/contract/paper.ts';
import { countPages, PaperPages } from './paper-pages.tsx';

/** A hidden window may draw no frame at all: then this many milliseconds stand for one. */
const FRAME_AT_MOST_MS = 120;

/** A second paper takes the place of the first. Rejects when the document cannot be drawn. */
export function drawInto(place: HTMLElement): (paper: Paper) => Promise<number> {
  let root: Root | null = null;
  return async (paper) => {
    root?.unmount();
    let failed: unknown = null;
    const drawing = createRoot(place, {
      onUncaughtError: (error) => {
        failed = error;
      },
    });
    root = drawing;
    flushSync(() => drawing.render(<PaperPages paper={paper} />));
    if (failed !== null) throw failed instanceof Error ? failed : new Error('the paper was not drawn');
    await document.fonts.ready;
    await frame();
    await frame();
    return countPages(paper);
  };
}

function frame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_AT_MOST_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
