/** 警民联系卡 as a paper: sheets of ten, each with its back where both sides are wanted. */
import type { ContactCardSheet } from '#shared/contract/paper.ts';
import type { Drawing } from '#renderer/print/drawing.ts';
import { CardSheet } from './card-sheet.tsx';

export const contactCards: Drawing<ContactCardSheet> = {
  Pages: CardPages,
  count: ({ sheets, bothSides }) => sheets * (bothSides ? 2 : 1),
};

function CardPages({ paper: { card, sheets, bothSides } }: { readonly paper: ContactCardSheet }) {
  return Array.from({ length: sheets }, (_, sheet) => (
    <div key={sheet}>
      <CardSheet card={card} side="front" />
      {bothSides && <CardSheet card={card} side="back" />}
    </div>
  ));
}
