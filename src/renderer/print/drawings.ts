/** Every paper of the office, one line each. */
import type { Paper } from '#shared/contract/paper.ts';
import { contactCards } from './cards/contact-cards.tsx';
import type { Drawings } from './drawing.ts';
import { doorNotice } from './population/door-notice.tsx';
import { householdSheet } from './population/household-sheet.tsx';
import { privacyNotice } from './population/privacy-notice.tsx';

export const DRAWINGS: Drawings<Paper> = {
  'contact-cards': contactCards,
  'household-sheet': householdSheet,
  'door-notice': doorNotice,
  'privacy-notice': privacyNotice,
};
