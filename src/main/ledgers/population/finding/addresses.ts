/** Addresses that words mean, as records to show. */
import { numberOfRecord } from '#shared/kernel/ids.ts';
import { keyed } from './keyed.ts';
import type { Subject } from './seek.ts';
import { NAME, nameKeys, OTHER_NAME } from './name-keys.ts';
import { placeRanges, type AddressFacts, type Places } from './places.ts';
import { isIn } from './ranges.ts';
import type { Word } from './typed.ts';

export type AddressSubject = Subject<Word, AddressFacts, 'address'>;

export function addressSubject(places: Places): AddressSubject {
  return {
    *walk(word) {
      for (const some of places.walk(word))
        yield { by: 'address', records: some.map((n) => keyed(n, n)), steps: 1 + some.length };
    },
    means: (word) => places.means(word, 'any'),
    rank: () => 0,
    testOf: (word) => (n) => places.isAt(n, word, 'any'),
    rowOf: places.rowOf,
    fit: (row, word) => (places.isAt(numberOfRecord(row.id), word, 'any') ? 'address' : null),
  };
}

/** The old or other name by which an address was found; null where its own name or path was meant. */
export function aliasMeant(row: AddressFacts, words: readonly Word[]): string | null {
  for (const word of words) {
    const ranges = placeRanges(word);
    const fits = (keys: readonly string[]) => ranges.some((range) => keys.some((key) => isIn(key, range)));
    const alias = row.aliases.split('\n').find((one) => one !== '' && fits(nameKeys(one, OTHER_NAME)));
    if (alias !== undefined && !fits(nameKeys(row.name, NAME))) return alias;
  }
  return null;
}
