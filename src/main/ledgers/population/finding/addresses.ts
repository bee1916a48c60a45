/** Addresses that words mean, as records to show. */
import type { Candidate, Subject } from './seek.ts';
import { nameKeys, OTHER_NAME } from './name-keys.ts';
import { placeRanges, type AddressFacts, type Places } from './places.ts';
import { isIn } from './ranges.ts';
import type { Word } from './typed.ts';

export type AddressSubject = Subject<Word, AddressFacts, 'address'>;

export function addressSubject(places: Places): AddressSubject {
  return {
    *walk(word): Generator<Candidate<'address'>, void> {
      for (const n of places.walk(word)) yield [n, 'address'];
    },
    rowOf: places.rowOf,
    fit: (row, word) => (places.isAt(row, word) ? 'address' : null),
  };
}

/** The old or other name by which an address was found; null where its own name or path was meant. */
export function aliasMeant(row: AddressFacts, words: readonly Word[]): string | null {
  for (const word of words) {
    const ranges = placeRanges(word);
    const fits = (keys: readonly string[]) => ranges.some((range) => keys.some((key) => isIn(key, range)));
    const alias = row.aliases.split('\n').find((one) => one !== '' && fits(nameKeys(one, OTHER_NAME)));
    if (
      alias !== undefined &&
      !fits(nameKeys(row.name, { ...OTHER_NAME, whole: 'a', part: 'b', initials: 'i', syllables: 'p' }))
    )
      return alias;
  }
  return null;
}
