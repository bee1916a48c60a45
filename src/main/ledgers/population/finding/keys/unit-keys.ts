/** What a unit is found by: its name and the first letters of it from every character on, and its credit code. */
import { numberOfRecord } from '#shared/kernel/ids.ts';
import type { Finder } from '#main/db/ledger-table.ts';
import { NAME, nameKeys } from '#main/ledgers/population/finding/name-keys.ts';
import type { units } from '#main/ledgers/population/tables.ts';

export interface FoundUnitRow {
  readonly name: string;
  readonly creditCode: string | null;
}

export function unitKeys({ name, creditCode }: FoundUnitRow): string[] {
  const keys = nameKeys(name, NAME);
  if (creditCode !== null) keys.push(`x${creditCode}`);
  for (const key of keys.filter((one) => one.startsWith(NAME.initials))) {
    const initials = key.slice(1, 1 + (key.length - 1) / 2);
    for (let at = 1; at < initials.length; at += 1) keys.push(`k${initials.slice(at)}`);
  }
  return keys;
}

export const unitFinder: Finder<typeof units> = {
  version: 1,
  keysOf: unitKeys,
  at: ({ addressId }) => numberOfRecord(addressId),
};
