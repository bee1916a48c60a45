/** What both records of a pair say, field by field, and what joining them takes from the one that goes. */
import {
  PAIR_FIELDS,
  type DoublePair,
  type PairField,
  type ResidentRow,
} from '#shared/contract/population/residents.ts';
import type { PeopleWords } from '#renderer/ledgers/population/people/people-words.ts';

export type Side = 'a' | 'b';

export interface Compared {
  readonly field: PairField;
  readonly differs: boolean;
}

export function comparedFields({ differing }: DoublePair): Compared[] {
  return PAIR_FIELDS.map((field) => ({ field, differs: differing.includes(field) }));
}

/** Null where the record says nothing. */
export function shownValue(person: ResidentRow, field: PairField, words: PeopleWords): string | null {
  switch (field) {
    case 'name':
      return person.name;
    case 'idNumber':
      return person.idMasked;
    case 'sex':
      return person.sex === '0' ? null : words.sex(person.sex);
    case 'birthDate':
      return person.birthMonth;
    case 'phone':
      return person.phonesMasked.length === 0 ? null : person.phonesMasked.join(' ');
    case 'address':
      return person.addressLine;
    case 'residenceType':
      return words.residence(person.residenceType);
    case 'housing':
      return person.housing === null ? null : words.housing(person.housing);
    case 'household':
      return person.householdId;
    case 'relation':
      return person.relation === null ? null : words.relation(person.relation);
    default:
      return person[field];
  }
}

/** What is chosen at first: the record that was changed last, and the other where that one says nothing. */
export function firstChoice(pair: DoublePair, keep: Side, words: PeopleWords): Record<PairField, Side> {
  const other = keep === 'a' ? 'b' : 'a';
  const choice = (field: PairField): Side =>
    shownValue(pair[keep], field, words) === null && shownValue(pair[other], field, words) !== null
      ? other
      : keep;
  return Object.fromEntries(PAIR_FIELDS.map((field) => [field, choice(field)])) as Record<PairField, Side>;
}

/** The record that was verified or else changed last is the likelier one to stay. */
export function likelierSide({ a, b }: DoublePair): Side {
  const rank = (person: ResidentRow) =>
    `${person.outState === null ? 1 : 0} ${person.verifiedOn ?? ''} ${person.updatedAt}`;
  return rank(b) > rank(a) ? 'b' : 'a';
}

/** Differing fields that come from the record that goes. */
export function takenFields(
  pair: DoublePair,
  keep: Side,
  choice: Readonly<Record<PairField, Side>>,
): PairField[] {
  return pair.differing.filter((field) => choice[field] !== keep);
}
