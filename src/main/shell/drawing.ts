/** How a shell has print.html draw a paper: the page offers one function, and its promise is the number of pages. */
import type { Paper } from '#shared/contract/paper.ts';

/** JSON is a subset of JavaScript, so the data cannot become code. */
export function drawingScript(paper: Paper): string {
  return `window.drawPaper(${JSON.stringify(paper)})`;
}

export function readPageCount(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw new TypeError('print.html drew nothing');
}
