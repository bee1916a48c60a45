/** Every paper as a row of pages: the same document for the printer, the PDF and the preview on the screen. */
import type { ContactCardSheet, Paper } from '#shared/contract/paper.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { CardSheet } from './cards/card-sheet.tsx';
import { DoorNoticePages } from './population/door-notice.tsx';
import { HouseholdSheetPages } from './population/household-sheet.tsx';
import { PrivacyNoticePages } from './population/privacy-notice.tsx';
import { sheetPages } from './population/sheet-pages.ts';

export function PaperPages({ paper }: { readonly paper: Paper }) {
  switch (paper.name) {
    case 'contact-cards':
      return <CardPages paper={paper} />;
    case 'household-sheet':
      return <HouseholdSheetPages paper={paper} />;
    case 'door-notice':
      return <DoorNoticePages paper={paper} />;
    case 'privacy-notice':
      return <PrivacyNoticePages paper={paper} />;
    default:
      return assertNever(paper);
  }
}

export function countPages(paper: Paper): number {
  switch (paper.name) {
    case 'contact-cards':
      return paper.sheets * (paper.bothSides ? 2 : 1);
    case 'household-sheet':
      return sheetPages(paper).length;
    case 'door-notice':
      return paper.sheets;
    case 'privacy-notice':
      return 1;
    default:
      return assertNever(paper);
  }
}

function CardPages({ paper: { card, sheets, bothSides } }: { readonly paper: ContactCardSheet }) {
  return Array.from({ length: sheets }, (_, sheet) => (
    <div key={sheet}>
      <CardSheet card={card} side="front" />
      {bothSides && <CardSheet card={card} side="back" />}
    </div>
  ));
}
