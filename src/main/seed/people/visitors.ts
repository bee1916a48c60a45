/** Who comes to the desk: anybody, of whom only the name and now and then a phone is known. */
import { drawSurname } from '#main/seed/words/surnames.ts';
import type { Random } from '#main/seed/random.ts';
import { givenName } from './names.ts';
import { SPECIAL_PEOPLE } from './special-people.ts';

const SPECIAL = 0.02;

export function visitorName(random: Random): string {
  if (random.chance(SPECIAL)) return random.pick(SPECIAL_PEOPLE).name;
  const sex = random.chance(0.5) ? '1' : '2';
  return drawSurname(random) + givenName(random, sex, random.between(1945, 2005));
}
