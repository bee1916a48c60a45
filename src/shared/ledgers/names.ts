/** The ledgers, by the word they carry in the journal, in bundles and at the station. */
import type { Role } from '#shared/kernel/role.ts';

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
  'statutory_matters',
  'statutory_duties',
  'care_consents',
  'rights_requests',
  'sealed_records',
  'orders',
  'notices',
] as const;
export type LedgerName = (typeof LEDGERS)[number];

/** Of these nobody is told but whoever may see them: no count, no event, no line in a list, and no gap in one. */
const UNSEEN: ReadonlySet<string> = new Set<LedgerName>([
  'statutory_matters',
  'statutory_duties',
  'sealed_records',
]);

export function isUnseen(ledger: string): boolean {
  return UNSEEN.has(ledger);
}

/** Whether figures of a whole ledger are told to this role: of the unseen ones to the auditor alone. */
export function isCountedFor(role: Role, ledger: string): boolean {
  return !isUnseen(ledger) || role === 'auditor';
}
