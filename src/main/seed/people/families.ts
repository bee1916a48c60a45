/** Families of one to three generations, as parents, a couple and children; and households that are no family. */
import type { RelationCode } from '#shared/ledgers/population/relations.ts';
import type { Random } from '#main/seed/random.ts';
import { FIRST_DAY } from '#main/seed/people/days.ts';
import {
  anySex,
  bornAged,
  childrenAndMother,
  childRelations,
  husbandOf,
  motherOf,
  type ChildAge,
  type Kin,
} from '#main/seed/people/kin.ts';

/** How many of each generation; without adults the grandparents bring the children up. */
export interface Generations {
  readonly elders: 0 | 1 | 2;
  readonly adults: 0 | 1 | 2;
  readonly children: number;
  /** Drawn by weight; a family without children has none. */
  readonly childAge?: readonly (readonly [ChildAge, number])[];
  /** Ages of adults without children. */
  readonly between?: readonly [number, number];
}

const GROWING = [
  ['young', 62],
  ['teen', 23],
  ['grown', 15],
] as const;

/** An old father or mother heads a third of the families they live in. */
const ELDER_HEADS = 0.33;
const MAN_HEADS = 0.72;
const HIS_PARENTS = 0.78;

export function family(random: Random, plan: Generations): Kin[] {
  if (plan.adults === 0) return broughtUpByGrandparents(random, plan);
  const { children, mother } = couple(random, plan);
  const father = husbandOf(random, mother);
  const isMan = plan.adults === 2 || random.chance(0.38);
  const isWoman = plan.adults === 2 || !isMan;
  const his = isMan && (!isWoman || random.chance(HIS_PARENTS));
  const elders = eldersOf(random, his ? father : mother, plan.elders);
  const sexes = children.map(() => anySex(random));

  const headIsElder = elders.length > 0 && random.chance(ELDER_HEADS);
  const headIsMan = isMan && (!isWoman || random.chance(MAN_HEADS));
  const kin: Kin[] = [];
  if (isMan) {
    const relation = headIsElder ? (his ? '20' : '28') : headIsMan ? '02' : '11';
    kin.push({ born: father, sex: '1', relation, surname: 'family' });
  }
  if (isWoman) {
    const relation = headIsElder ? (his ? '38' : '30') : headIsMan ? '12' : '02';
    kin.push({ born: mother, sex: '2', relation, surname: 'wife' });
  }
  const asGrandchildren = (sex: '1' | '2'): RelationCode => grandchild(sex, his);
  const relations = headIsElder ? sexes.map(asGrandchildren) : childRelations(sexes);
  children.forEach((born, at) => {
    kin.push({ born, sex: sexes[at] ?? '1', relation: relations[at] ?? '80', surname: 'family' });
  });
  elders.forEach(({ born, sex }, at) => {
    const relation = headIsElder ? (at === 0 ? '02' : '12') : parentRelation(sex, his, headIsMan);
    kin.push({ born, sex, relation, surname: sex === '1' ? (his ? 'family' : 'wife') : 'own' });
  });
  return kin.sort((a, b) => Number(b.relation === '02') - Number(a.relation === '02'));
}

function couple(
  random: Random,
  { children, childAge, between }: Generations,
): ReturnType<typeof childrenAndMother> {
  if (children > 0) return childrenAndMother(random, children, random.weighted(childAge ?? GROWING));
  const [youngest, oldest] = between ?? [22, 59];
  return { children: [], mother: bornAged(random, youngest, oldest) };
}

/** The husband first, where both are alive. */
function eldersOf(
  random: Random,
  child: number,
  count: 0 | 1 | 2,
): readonly { readonly born: number; readonly sex: '1' | '2' }[] {
  if (count === 0) return [];
  const mother = motherOf(random, child);
  // Nobody is older than the generator's first day.
  const father = Math.max(FIRST_DAY, husbandOf(random, mother));
  const man = { born: father, sex: '1' } as const;
  const woman = { born: mother, sex: '2' } as const;
  if (count === 2) return [man, woman];
  return [random.chance(0.7) ? woman : man];
}

function parentRelation(sex: '1' | '2', his: boolean, headIsMan: boolean): RelationCode {
  const isOwn = his === headIsMan;
  if (isOwn) return sex === '1' ? '51' : '52';
  if (headIsMan) return sex === '1' ? '55' : '56';
  return sex === '1' ? '53' : '54';
}

function grandchild(sex: '1' | '2', bySon: boolean): RelationCode {
  if (bySon) return sex === '1' ? '41' : '42';
  return sex === '1' ? '43' : '44';
}

function broughtUpByGrandparents(random: Random, { elders, children }: Generations): Kin[] {
  const bySon = random.chance(0.8);
  const young = childrenAndMother(random, children, 'young');
  const parent = bySon ? husbandOf(random, young.mother) : young.mother;
  const old = eldersOf(random, parent, elders);
  return [
    ...old.map(({ born, sex }, at): Kin => ({
      born,
      sex,
      relation: at === 0 ? '02' : '12',
      surname: sex === '1' || old.length === 1 ? 'family' : 'own',
    })),
    ...young.children.map((born): Kin => {
      const sex = anySex(random);
      return { born, sex, relation: grandchild(sex, bySon), surname: bySon ? 'family' : 'own' };
    }),
  ];
}

/** Brothers and sisters who grew up and stayed. */
export function siblings(random: Random): Kin[] {
  const elder = bornAged(random, 22, 48);
  const younger = elder + random.between(400, 2500);
  const [first, second] = [anySex(random), anySex(random)];
  return [
    { born: elder, sex: first, relation: '02', surname: 'family' },
    { born: younger, sex: second, relation: second === '2' ? '77' : '73', surname: 'family' },
  ];
}

/** People who share a flat or a dormitory and are nothing to one another. */
export function strangers(random: Random, count: number, sex: '1' | '2' | null): Kin[] {
  return Array.from({ length: count }, (_, at): Kin => {
    return {
      born: bornAged(random, 19, 56),
      sex: sex ?? anySex(random),
      relation: at === 0 ? '02' : '99',
      surname: 'own',
    };
  });
}

/** Twelve under one roof: grandparents, two sons with their wives and five children, and a daughter. */
export function greatFamily(random: Random): Kin[] {
  const first = childrenAndMother(random, 3, 'young');
  const second = childrenAndMother(random, 2, 'young');
  const sons = [first, second].map(({ mother }) => husbandOf(random, mother)).sort((a, b) => a - b);
  const eldest = sons[0] ?? first.mother;
  const grandmother = motherOf(random, eldest);
  const kin: Kin[] = [
    { born: husbandOf(random, grandmother), sex: '1', relation: '02', surname: 'family' },
    { born: grandmother, sex: '2', relation: '12', surname: 'own' },
    { born: eldest, sex: '1', relation: '22', surname: 'family' },
    { born: sons[1] ?? eldest, sex: '1', relation: '23', surname: 'family' },
    { born: first.mother, sex: '2', relation: '38', surname: 'own' },
    { born: second.mother, sex: '2', relation: '38', surname: 'own' },
    { born: eldest + 3 * 365, sex: '2', relation: '31', surname: 'family' },
  ];
  for (const born of [...first.children, ...second.children]) {
    const sex = anySex(random);
    kin.push({ born, sex, relation: grandchild(sex, true), surname: 'family' });
  }
  return kin;
}
