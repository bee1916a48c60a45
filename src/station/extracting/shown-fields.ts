/**
 * What an extract may show. Ledgers: those of which a line may be told at all; none of matters registered by law, of care,
 * of requests, of what is sealed. Fields: only such as stay when a record is forgotten, because they name nobody; of
 * disputes none, so that violence at home shows nowhere. A ledger that is not here looks as if it were forgotten.
 */
export const SHOWN_FIELDS = {
  office: [],
  staff: [],
  visitors: ['arrivedAt', 'people', 'matter', 'result', 'satisfied', 'state'],
  grids: [],
  addresses: [],
  dwellings: [],
  households: [],
  residents: [],
  home_visits: ['visitedAt', 'purpose', 'result', 'how'],
  units: [],
  unit_checks: [
    'checkedOn',
    'guardDuty',
    'keyPositions',
    'fireExits',
    'extinguishers',
    'wiring',
    'gas',
    'hotelBook',
    'fixedOnSite',
    'recheckResult',
  ],
  disputes: [],
  dispute_parties: [],
  dispute_sessions: [],
  dispute_agreements: [],
  dispute_levels: [],
  dispute_referrals: [],
  dispute_follow_ups: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Null where nothing of the ledger is told. */
export function shownFields(ledger: string): readonly string[] | null {
  return Object.hasOwn(SHOWN_FIELDS, ledger) ? SHOWN_FIELDS[ledger as keyof typeof SHOWN_FIELDS] : null;
}
