/** Who a household is made of before anybody has a name: births that fit together, and what each is to the head. */
import type { RelationCode } from '#shared/ledgers/population/relations.ts';
import type { Random } from '#main/seed/random.ts';
import { AS_OF, FIRST_DAY, YEAR_DAYS } from '#main/seed/people/days.ts';

export interface Kin {
  readonly born: number;
  readonly sex: '1' | '2';
  readonly relation: RelationCode;
  /** Whose surname: the family's, the one of the wife and her father, or one of their own. */
  readonly surname: 'family' | 'wife' | 'own';
}

/** Youngest and oldest age of a mother at a birth. */
const MOTHER = { first: 20, last: 38 };
/** What a mother's age at her first birth leaves room for. */
const FIRST_BIRTH_LAST = 33;

/** Ages a child at home may have. */
export type ChildAge = 'young' | 'teen' | 'grown';
const CHILD_YEARS = { young: [0, 14], teen: [15, 24], grown: [25, 45] } as const;

/** Born so many full years before somebody, and some days more. */
function before(random: Random, born: number, years: number): number {
  return Math.max(FIRST_DAY, born - Math.ceil(years * YEAR_DAYS) - random.below(365));
}

/** Born so that they are of an age from `first` to `last`. */
export function bornAged(random: Random, first: number, last: number): number {
  return before(random, AS_OF - 1, random.between(first, last));
}

/** The mother of somebody born on a day. */
export function motherOf(random: Random, born: number): number {
  return before(random, born, random.between(MOTHER.first, FIRST_BIRTH_LAST));
}

/** A husband is some years older than his wife, now and then younger. */
export function husbandOf(random: Random, wifeBorn: number): number {
  return Math.max(FIRST_DAY, wifeBorn - Math.round(random.between(-2, 5) * YEAR_DAYS) - random.below(300));
}

/** Births of brothers and sisters, eldest first, and of their mother. */
export function childrenAndMother(
  random: Random,
  count: number,
  age: ChildAge,
): { readonly children: readonly number[]; readonly mother: number } {
  const [first, last] = CHILD_YEARS[age];
  const eldest = bornAged(random, Math.min(last, first + (count - 1) * 3), last);
  const firstBirth = random.between(MOTHER.first, Math.max(MOTHER.first, FIRST_BIRTH_LAST - (count - 1) * 4));
  const mother = before(random, eldest, firstBirth);
  const children = [eldest];
  const latest = mother + Math.floor(MOTHER.last * YEAR_DAYS);
  for (let one = 1; one < count; one += 1) {
    const previous = children.at(-1) ?? eldest;
    const room = Math.min(latest, AS_OF - 1) - previous;
    if (room < 2 * YEAR_DAYS) break;
    children.push(previous + random.between(400, Math.min(room, 7 * 365)));
  }
  return { children, mother };
}

/** What a child is to the head: an only child, or counted among brothers or sisters. */
export function childRelations(sexes: readonly ('1' | '2')[]): RelationCode[] {
  if (sexes.length === 1) return [sexes[0] === '2' ? '31' : '21'];
  const sons = ['22', '23', '24', '25', '26'] as const;
  const daughters = ['32', '33', '34', '35', '36'] as const;
  let men = 0;
  let women = 0;
  return sexes.map((sex) => {
    if (sex === '2') return daughters[women++] ?? '39';
    return sons[men++] ?? '29';
  });
}

export function anySex(random: Random): '1' | '2' {
  // A little over one half: more boys are born, more women grow old.
  return random.chance(0.515) ? '1' : '2';
}
