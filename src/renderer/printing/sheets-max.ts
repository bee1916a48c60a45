/** Sheets of one order: more is a mistake of the hand. */
export const SHEETS_MAX = 50;
