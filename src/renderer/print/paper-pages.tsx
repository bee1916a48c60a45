/** Every paper as a row of pages: the same document for the printer, the PDF and the preview on the screen. */
import type { Paper } from '#shared/contract/paper.ts';
import { CardSheet } from './cards/card-sheet.tsx';

export function PaperPages({ paper }: { readonly paper: Paper }) {
  const { card, bothSides } = paper;
  return Array.from({ length: paper.sheets }, (_, sheet) => (
    <div key={sheet}>
      <CardSheet card={card} side="front" />
      {bothSides && <CardSheet card={card} side="back" />}
    </div>
  ));
}

export function countPages(paper: Paper): number {
  return paper.sheets * (paper.bothSides ? 2 : 1);
}
