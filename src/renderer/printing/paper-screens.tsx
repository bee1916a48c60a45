/** The papers of the printing screen, one line each: who may make it, and the screen its order is given on. */
import type { ComponentType } from 'react';
import { contract } from '#shared/contract/index.ts';
import type { CallInContract } from '#renderer/client/permissions.ts';
import { CardPaper } from './card-paper.tsx';
import { DisputeBlankPaper } from './dispute-blank-paper.tsx';
import { DoorNoticePaper } from './door-notice-paper.tsx';
import { HandOverBlank } from './hand-over-blank.tsx';
import { HouseholdSheetPaper } from './household-sheet-paper.tsx';
import type { PaperName, PrintingSearch } from './printing-parts.ts';
import { PERSON_BLANKS } from './person-blank-paper.tsx';
import { PrivacyNoticePaper } from './privacy-notice-paper.tsx';

export interface PaperScreen {
  readonly needs: CallInContract;
  readonly Screen: ComponentType<{ readonly search: PrintingSearch }>;
}

export const PAPER_SCREENS: Readonly<Record<PaperName, PaperScreen>> = {
  'contact-cards': { needs: contract.cards.preview, Screen: CardPaper },
  'household-sheet': { needs: contract.papers.preview, Screen: HouseholdSheetPaper },
  'door-notice': { needs: contract.papers.preview, Screen: DoorNoticePaper },
  'privacy-notice': { needs: contract.papers.preview, Screen: PrivacyNoticePaper },
  ...PERSON_BLANKS,
  'hand-over': { needs: contract.weeklyPapers.preview, Screen: HandOverBlank },
  'dispute-blanks': { needs: contract.disputePapers.preview, Screen: DisputeBlankPaper },
};
