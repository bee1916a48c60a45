/** Which kind of household comes next: shares of the census, and of several drawn the one whose ages are missed most. */
import { byWeight, type Random, type Weighted } from '#main/seed/random.ts';
import type { AgeBalance } from '#main/seed/people/ages.ts';
import { ageAt } from '#main/seed/people/days.ts';
import { family, siblings, strangers, type Generations } from '#main/seed/people/families.ts';
import { anySex, type Kin } from '#main/seed/people/kin.ts';

export type Setting = 'town' | 'village' | 'let' | 'dormitory';

interface Shape {
  readonly size: number;
  readonly build: (random: Random) => Kin[];
}

const ELDER = [60, 92] as const;
const ANY_CHILD = [
  ['young', 45],
  ['teen', 25],
  ['grown', 30],
] as const;
const YOUNG_CHILD = [
  ['young', 75],
  ['teen', 25],
] as const;

function generations(
  elders: 0 | 1 | 2,
  adults: 0 | 1 | 2,
  children: number,
  more: Partial<Generations> = {},
): Shape {
  return {
    size: elders + adults + children,
    build: (random) => family(random, { elders, adults, children, ...more }),
  };
}

const ALONE = generations(0, 1, 0, { between: [18, 59] });
const ELDER_ALONE = generations(0, 1, 0, { between: ELDER });
const ELDER_COUPLE = generations(0, 2, 0, { between: ELDER });
const COUPLE = generations(0, 2, 0, { between: [22, 59] });
const PARENT_AND_CHILD = generations(0, 1, 1, { childAge: ANY_CHILD });
const SIBLINGS: Shape = { size: 2, build: siblings };

/** Per cent of the households that are neither let nor dormitories. Sizes 1 to 6 and more: 28, 30, 20, 12, 6, 4. */
const TOWN: readonly Weighted<Shape>[] = [
  [ELDER_ALONE, 11],
  [ALONE, 17],
  [ELDER_COUPLE, 9],
  [COUPLE, 11],
  [PARENT_AND_CHILD, 7.5],
  [SIBLINGS, 2.5],
  [generations(0, 2, 1), 16.5],
  [generations(1, 2, 0), 2],
  [generations(1, 1, 1, { childAge: YOUNG_CHILD }), 1.5],
  [generations(0, 2, 2, { childAge: YOUNG_CHILD }), 7],
  [generations(1, 2, 1, { childAge: YOUNG_CHILD }), 4],
  [generations(2, 2, 0), 1],
  [generations(2, 2, 1, { childAge: YOUNG_CHILD }), 4],
  [generations(1, 2, 2, { childAge: YOUNG_CHILD }), 0.5],
  [generations(0, 2, 3, { childAge: YOUNG_CHILD }), 1.5],
  [generations(2, 2, 2, { childAge: YOUNG_CHILD }), 3.2],
  [generations(2, 2, 3, { childAge: YOUNG_CHILD }), 0.8],
];

/** More old people by themselves, and children whose parents work elsewhere. */
const VILLAGE: readonly Weighted<Shape>[] = [
  [ELDER_ALONE, 13],
  [ALONE, 15],
  [ELDER_COUPLE, 12],
  [COUPLE, 8.5],
  [PARENT_AND_CHILD, 6.5],
  [SIBLINGS, 2],
  [generations(1, 0, 1), 1],
  [generations(0, 2, 1), 15],
  [generations(1, 2, 0), 2],
  [generations(1, 1, 1, { childAge: YOUNG_CHILD }), 1.5],
  [generations(2, 0, 1), 1.5],
  [generations(0, 2, 2, { childAge: YOUNG_CHILD }), 6.5],
  [generations(1, 2, 1, { childAge: YOUNG_CHILD }), 4],
  [generations(2, 2, 0), 1],
  [generations(2, 0, 2), 0.5],
  [generations(2, 2, 1, { childAge: YOUNG_CHILD }), 4.5],
  [generations(0, 2, 3, { childAge: YOUNG_CHILD }), 1.5],
  [generations(2, 2, 2, { childAge: YOUNG_CHILD }), 3],
  [generations(2, 2, 3, { childAge: YOUNG_CHILD }), 1],
];

const LET: readonly Weighted<Shape>[] = [
  [ALONE, 36],
  [COUPLE, 30],
  [generations(0, 2, 1, { childAge: [['young', 1]] }), 20],
  [{ size: 2, build: (random) => strangers(random, 2, anySex(random)) }, 9],
  [{ size: 3, build: (random) => strangers(random, 3, anySex(random)) }, 5],
];

const DORMITORY: readonly Weighted<Shape>[] = [2, 3, 4, 5, 6].map((size): Weighted<Shape> => {
  return [{ size, build: (random) => strangers(random, size, anySex(random)) }, 1];
});

const DRAW = {
  town: byWeight(TOWN),
  village: byWeight(VILLAGE),
  let: byWeight(LET),
  dormitory: byWeight(DORMITORY),
};

/** Households drawn of a shape, of which one is taken. */
const CANDIDATES = 4;

/** @param most people who may still come: the last household is as small as need be */
export function nextHousehold(random: Random, setting: Setting, balance: AgeBalance, most: number): Kin[] {
  let shape = DRAW[setting](random);
  for (let tries = 0; shape.size > most; tries += 1) shape = tries < 20 ? DRAW[setting](random) : ALONE;
  let best: { readonly kin: Kin[]; readonly surplus: number } | null = null;
  for (let one = 0; one < CANDIDATES; one += 1) {
    const kin = shape.build(random);
    const surplus = balance.surplus(agesOf(kin)) / kin.length;
    if (best === null || surplus < best.surplus) best = { kin, surplus };
  }
  if (best === null) throw new RangeError('no household was drawn');
  balance.add(agesOf(best.kin));
  return best.kin;
}

export function agesOf(kin: readonly Kin[]): { readonly years: number; readonly male: boolean }[] {
  return kin.map(({ born, sex }) => ({ years: ageAt(born), male: sex === '1' }));
}
