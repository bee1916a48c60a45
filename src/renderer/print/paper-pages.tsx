/** Every paper as a row of pages: the same document for the printer, the PDF and the preview on the screen. */
import type { Paper } from '#shared/contract/paper.ts';
import type { Drawing } from './drawing.ts';
import { DRAWINGS } from './drawings.ts';

export function PaperPages({ paper }: { readonly paper: Paper }) {
  const { Pages } = drawingOf(paper);
  return <Pages paper={paper} />;
}

export function countPages(paper: Paper): number {
  return drawingOf(paper).count(paper);
}

function drawingOf(paper: Paper): Drawing<Paper> {
  // The registry ties each name to its own paper; of one paper TypeScript cannot follow that.
  return DRAWINGS[paper.name] as unknown as Drawing<Paper>;
}
