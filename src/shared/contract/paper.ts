/** Papers the office can make: a name and its data. The page that draws them is the same for preview, print and PDF. */
import type { ContactCard } from './cards.ts';
import type { DisputePaper } from './disputes/papers.ts';
import type { PersonPaper } from './key-persons/papers.ts';
import type { WeeklyPaper } from './weekly-papers.ts';
import type { DoorNotice, HouseholdSheet, PrivacyNotice } from './population/papers.ts';

export interface ContactCardSheet {
  readonly name: 'contact-cards';
  readonly card: ContactCard;
  readonly sheets: number;
  readonly bothSides: boolean;
}

/** A union that grows by one line a paper. */
export type Paper =
  ContactCardSheet | HouseholdSheet | DoorNotice | PrivacyNotice | DisputePaper | PersonPaper | WeeklyPaper;
