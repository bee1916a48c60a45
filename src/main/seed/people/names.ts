/** Synthetic names: the surname of the family, a given name of the year. */
import type { Sex } from '#shared/ledgers/population/residents.ts';
import type { Random } from '#main/seed/random.ts';
import { FASHIONS, type Fashion } from '#main/seed/words/given-names.ts';

/** Among names of two characters: how many are one of the year's favourites. */
const FAVOURITE = 0.3;

export function givenName(random: Random, sex: Sex, year: number): string {
  const fashion = fashionOf(year);
  const { whole, first, second, alone } = sex === '2' ? fashion.female : fashion.male;
  if (random.chance(fashion.single)) return characterOf(random, alone);
  if (random.chance(FAVOURITE)) return random.pick(whole);
  const one = characterOf(random, first);
  const other = characterOf(random, second);
  return one === other ? one : one + other;
}

function fashionOf(year: number): Fashion {
  const fashion = FASHIONS.find(({ until }) => year <= until);
  if (fashion === undefined) throw new RangeError('no names for this year');
  return fashion;
}

function characterOf(random: Random, characters: string): string {
  return characters.charAt(random.below(characters.length));
}
