/** The ledgers, by the word they carry in the journal, in bundles and at the station. */
export const LEDGERS = [
  'office',
  'staff',
  'visitors',
  'grids',
  'addresses',
  'dwellings',
  'households',
  'residents',
  'home_visits',
  'units',
  'unit_checks',
] as const;
export type LedgerName = (typeof LEDGERS)[number];
