/** A dwelling as it will be stored: cleaned, and held against the door it stands at. */
import { orRefuse } from '#shared/kernel/failure.ts';
import { mayBeDoor } from '#shared/ledgers/population/addresses.ts';
import { cleanDwelling, dwellingIssues, type DwellingInput } from '#shared/ledgers/population/dwellings.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { findAddress } from './address-rows.ts';

/** Refuses with the fields that do not fit. */
export function checkedDwelling(db: ReadHandle, input: DwellingInput): DwellingInput {
  const dwelling = cleanDwelling(input);
  const issues = dwellingIssues(dwelling);
  const address = findAddress(db, dwelling.addressId);
  if (address === null) issues.push({ field: 'addressId', rule: 'required' });
  else if (!mayBeDoor(address.kind)) issues.push({ field: 'addressId', rule: 'no-door' });
  orRefuse(issues);
  return dwelling;
}
