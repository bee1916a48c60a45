/** The papers of the printing screen, each with an address, so that another screen can lead to one. */
export const PAPERS = [
  'contact-cards',
  'household-sheet',
  'door-notice',
  'privacy-notice',
  'dispute-blanks',
  'care-consent',
  'rights-reply',
  'blank-duty-slip',
  'hand-over',
] as const;
export type PaperName = (typeof PAPERS)[number];

export interface PrintingSearch {
  readonly paper: PaperName;
  /** Address of the building whose check sheet is wanted. */
  readonly address?: string;
}

export function readPaper(search: Record<string, unknown>): PrintingSearch {
  const paper = PAPERS.find((one) => one === search['paper']) ?? 'contact-cards';
  const { address } = search;
  return typeof address === 'string' ? { paper, address } : { paper };
}
