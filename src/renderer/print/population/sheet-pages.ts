/** Which doors stand on which page of a check sheet: rows of one height, so that the page count is known before drawing. */
import type { HouseholdSheet } from '#shared/contract/population/papers.ts';
import { A4 } from '#renderer/print/a4.ts';

/** Millimetres. */
export const CHECK_SHEET = {
  ...A4,
  margin: 12,
  /** Title, building and how to fill it in. */
  head: 26,
  /** The header row of the table, on every page. */
  header: 8,
  row: 9,
  foot: 16,
} as const;

/** Rows that one page holds. */
export const ROWS_A_PAGE = Math.floor(
  (CHECK_SHEET.height - 2 * CHECK_SHEET.margin - CHECK_SHEET.head - CHECK_SHEET.header - CHECK_SHEET.foot) /
    CHECK_SHEET.row,
);

/** Lines for people who are not in the ledger yet, at each door. */
const FREE_ROWS = 1;
/** Lines of a door on the blank sheet. */
const BLANK_ROWS = 3;

export interface SheetRow {
  /** The door where this is its first row on the page, else null. */
  readonly door: HouseholdSheet['doors'][number] | null;
  /** Goes on from the page before. */
  readonly continued: boolean;
  /** Null: an empty line to write on. */
  readonly person: HouseholdSheet['doors'][number]['people'][number] | null;
}

/** A door is kept together; one with more rows than a page goes on with its name repeated. */
export function sheetPages({ doors, blank }: Pick<HouseholdSheet, 'doors' | 'blank'>): SheetRow[][] {
  const pages: SheetRow[][] = [];
  let page: SheetRow[] = [];
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
  };
  for (const door of doors) {
    const free = blank || door.people.length === 0 ? BLANK_ROWS : FREE_ROWS;
    const people = [...door.people, ...Array.from({ length: free }, () => null)];
    if (page.length + Math.min(people.length, ROWS_A_PAGE) > ROWS_A_PAGE) turn();
    people.forEach((person, index) => {
      if (page.length === ROWS_A_PAGE) turn();
      const first = index === 0 || page.length === 0;
      page.push({ door: first ? door : null, continued: first && index > 0, person });
    });
  }
  turn();
  return pages.length === 0 ? [[]] : pages;
}
