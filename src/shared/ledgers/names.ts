/** The ledgers, by the word they carry in the journal, in bundles and at the station. */
export const LEDGERS = ['office', 'staff', 'visitors'] as const;
export type LedgerName = (typeof LEDGERS)[number];
