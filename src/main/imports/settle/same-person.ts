/** When a row is somebody who is known already, surely or perhaps. */
import type { PAIR_KINDS, PairField } from '#shared/contract/population/residents.ts';
import { differsInOneDigit, expand15, isTransposed } from '#shared/kernel/citizen-number.ts';
import type { PersonFacts } from '#main/imports/rows/facts.ts';
import type { DoorKey } from './doors.ts';

export type PairKind = (typeof PAIR_KINDS)[number];

/** Somebody with a door: of the ledger, or of an earlier row. */
export interface Somebody {
  readonly facts: PersonFacts;
  readonly door: DoorKey;
}

/** Fifteen digits and 000 are what a spreadsheet left of a number: two people may share them. */
export function isRounded(number: string): boolean {
  return number.length === 18 && number.endsWith('000');
}

export function hasName({ name, otherName }: PersonFacts, wanted: string): boolean {
  return name === wanted || otherName === wanted;
}

/**
 * Surely the same, though one of them has no number: same name and door, and the same birthday or phone, or neither of
 * both in either.
 */
export function isSameWithoutNumber(a: Somebody, b: Somebody): PairKind | null {
  if (a.facts.idNumber !== null && b.facts.idNumber !== null) return null;
  if (a.facts.name !== b.facts.name || a.door !== b.door) return null;
  const [birthA, birthB] = [a.facts.birthDate, b.facts.birthDate];
  if (birthA !== null && birthA === birthB) return 'same-name-birth';
  const [phonesA, phonesB] = [phonesOf(a.facts), phonesOf(b.facts)];
  if (phonesA.some((phone) => phonesB.includes(phone))) return 'same-phone-address';
  const isBare = birthA === null && birthB === null && phonesA.length === 0 && phonesB.length === 0;
  return isBare ? 'same-phone-address' : null;
}

/** Perhaps the same: same name and birthday, and nothing against it but a slip. */
export function mayBeSame(a: PersonFacts, b: PersonFacts): PairKind | null {
  const [one, other] = [a.idNumber, b.idNumber];
  if (one === null || other === null) return 'same-name-birth';
  if (one === other || longForm(one) === longForm(other)) return 'same-number';
  if (differsInOneDigit(one, other) || isTransposed(one, other)) return 'one-digit';
  const rounded = isRounded(one) !== isRounded(other) && one.slice(0, 15) === other.slice(0, 15);
  return rounded ? 'same-name-birth' : null;
}

function longForm(number: string): string {
  return expand15(number) ?? number;
}

export function phonesOf({ phone, phone2, phone3 }: PersonFacts): string[] {
  return [phone, phone2, phone3].filter((one) => one !== null);
}

/** Fields in which a row says something else than what stands. */
export function differingFields(row: Somebody, stands: Somebody): PairField[] {
  const differing: PairField[] = [];
  const [mine, theirs] = [row.facts, stands.facts];
  for (const field of COMPARED) {
    const value = mine[field];
    if (value !== null && value !== theirs[field] && !(field === 'sex' && value === '0'))
      differing.push(field);
  }
  const known = phonesOf(theirs);
  if (phonesOf(mine).some((phone) => !known.includes(phone))) differing.push('phone');
  if (row.door !== stands.door) differing.push('address');
  return differing;
}

const COMPARED = [
  'name',
  'idNumber',
  'sex',
  'birthDate',
  'registerAddress',
  'residenceType',
  'housing',
  'relation',
  'stayFrom',
  'stayUntil',
] as const satisfies readonly (PairField & keyof PersonFacts)[];
