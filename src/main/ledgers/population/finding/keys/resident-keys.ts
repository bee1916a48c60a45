/** What a person is found by. The whole identity number has no key: the ledger's own index finds it, exactly or not at all. */
import { tailOf } from '#shared/kernel/citizen-number.ts';
import { numberOfRecord } from '#shared/kernel/ids.ts';
import { PHONES } from '#shared/ledgers/population/residents.ts';
import type { Finder } from '#main/db/ledger-table.ts';
import { NAME, nameKeys, OTHER_NAME } from '#main/ledgers/population/finding/name-keys.ts';
import { lateKeys } from '#main/ledgers/population/finding/ranges.ts';
import type { residents } from '#main/ledgers/population/tables.ts';

/** Shorter ones are masked so far that their last four would tell what the mask hides. */
export const TAILED_PHONE = 8;

export interface FoundResident {
  readonly name: string;
  readonly otherName: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly phone2: string | null;
  readonly phone3: string | null;
  readonly outState: string | null;
}

export function residentKeys(row: FoundResident): string[] {
  const keys = nameKeys(row.name, NAME);
  if (row.otherName !== null) keys.push(...nameKeys(row.otherName, OTHER_NAME));
  if (row.idNumber !== null) keys.push(`t${tailOf(row.idNumber)}`);
  for (const field of PHONES) {
    const phone = row[field];
    if (phone === null) continue;
    keys.push(`m${phone}`);
    if (phone.length >= TAILED_PHONE) keys.push(`e${tailOf(phone)}`);
  }
  return row.outState === null ? keys : lateKeys(keys);
}

export const residentFinder: Finder<typeof residents> = {
  version: 1,
  keysOf: residentKeys,
  at: ({ addressId }) => numberOfRecord(addressId),
};
