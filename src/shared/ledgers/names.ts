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
  'disputes',
  'dispute_parties',
  'dispute_sessions',
  'dispute_agreements',
  'dispute_levels',
  'dispute_referrals',
  'dispute_follow_ups',
] as const;
export type LedgerName = (typeof LEDGERS)[number];
