/** Why two records may be one person. */
import type { PAIR_KINDS } from '#shared/contract/population/residents.ts';
import { differsInOneDigit, expand15, isTransposed } from '#shared/kernel/citizen-number.ts';

export type PairKind = (typeof PAIR_KINDS)[number];

export interface Compared {
  readonly name: string;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
  readonly phones: readonly string[];
  readonly addressId: string | null;
  readonly householdId: string | null;
}

/** The surest ground there is; null where the two are not alike. */
export function likeness(a: Compared, b: Compared): PairKind | null {
  if (a.idNumber !== null && b.idNumber !== null && isOneNumber(a.idNumber, b.idNumber)) return 'same-number';
  if (a.name === b.name && a.idNumber !== null && b.idNumber !== null && isSlip(a.idNumber, b.idNumber))
    return 'one-digit';
  if (a.name === b.name && a.birthDate !== null && a.birthDate === b.birthDate) return 'same-name-birth';
  return sharesDoorAndPhone(a, b) && isNearName(a.name, b.name) && !isKin(a, b) ? 'same-phone-address' : null;
}

/** Equal, or the fifteen old digits of the other's eighteen. */
export function isOneNumber(a: string, b: string): boolean {
  return a === b || (a.length !== b.length && (expand15(a) === b || expand15(b) === a));
}

/** A digit mistyped, or two neighbours exchanged. */
function isSlip(a: string, b: string): boolean {
  return differsInOneDigit(a, b) || isTransposed(a, b);
}

function sharesDoorAndPhone(a: Compared, b: Compared): boolean {
  return (
    a.addressId !== null && a.addressId === b.addressId && a.phones.some((one) => b.phones.includes(one))
  );
}

/** Members of one household who were born on different days: brothers and sisters have names alike, and share a phone. */
function isKin(a: Compared, b: Compared): boolean {
  const sameHousehold = a.householdId !== null && a.householdId === b.householdId;
  return sameHousehold && a.birthDate !== null && b.birthDate !== null && a.birthDate !== b.birthDate;
}

/** The same but for one character: another one in its place, or one more. */
export function isNearName(one: string, other: string): boolean {
  const [short, long] = [[...one], [...other]].sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = short.length === long.length ? short.slice(same + 1) : short.slice(same);
  return rest.join('') === long.slice(same + 1).join('');
}
