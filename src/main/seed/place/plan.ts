/** How many communities, villages and grids so many people make, and how many people each settlement has. */
import type { Random } from '#main/seed/random.ts';
import { communityName, villageName } from '#main/seed/words/place-names.ts';

export interface Settlement {
  readonly kind: 'community' | 'village';
  /** 胜利 of 胜利社区. */
  readonly name: string;
  /** GA/T 2000.33 in its form of fifteen digits, under a division that never was. */
  readonly code: string;
  readonly people: number;
}

export interface PlacePlan {
  readonly settlements: readonly Settlement[];
  /** Share of the people who live in villages. */
  readonly villageShare: number;
  /** Households a police grid is drawn for. */
  readonly gridHouseholds: number;
  /** Civil grids that one police grid covers. */
  readonly civilPerPolice: 1 | 2;
}

/** Mean of the province's census. */
export const HOUSEHOLD_MEAN = 2.54;

const PEOPLE_OF_SETTLEMENT = 2500;
/** Beyond it settlements grow instead: no town has more, and a list of grids ends somewhere. */
const SETTLEMENTS_MAX = 100;
/** From here on there is a village beside the community. */
const VILLAGE_FROM = 300;
const VILLAGE_PART = 0.4;
/** A village is smaller than a community. */
const VILLAGE_SIZE = 0.8;

const GRID_HOUSEHOLDS = 393;
const GRIDS_MAX = 450;
const TOWN_CODE = '519901100';

export function placePlan(people: number, random: Random): PlacePlan {
  if (people === 0)
    return { settlements: [], villageShare: 0, gridHouseholds: GRID_HOUSEHOLDS, civilPerPolice: 2 };
  const wanted = Math.round(people / PEOPLE_OF_SETTLEMENT);
  const count = Math.min(SETTLEMENTS_MAX, Math.max(people >= VILLAGE_FROM ? 2 : 1, wanted));
  const villages = count === 1 ? 0 : Math.max(1, Math.floor(count * VILLAGE_PART));
  const weights = Array.from({ length: count }, (_, at) => {
    const size = at < count - villages ? 1 : VILLAGE_SIZE;
    return size * (0.75 + random.next() / 2);
  });
  const shares = sharedOut(people, weights);
  const settlements = shares.map((own, at): Settlement => {
    const isTown = at < count - villages;
    const number = isTown ? at : at - (count - villages);
    const code = `${TOWN_CODE}${String(number + (isTown ? 1 : 201)).padStart(3, '0')}000`;
    return isTown
      ? { kind: 'community', name: communityName(number), code, people: own }
      : { kind: 'village', name: villageName(number), code, people: own };
  });
  const inVillages = settlements
    .filter(({ kind }) => kind === 'village')
    .reduce((sum, one) => sum + one.people, 0);
  const households = people / HOUSEHOLD_MEAN;
  const gridHouseholds = Math.max(GRID_HOUSEHOLDS, households / (GRIDS_MAX / 2));
  const civilPerPolice = (households / gridHouseholds) * 3 > GRIDS_MAX ? 1 : 2;
  return { settlements, villageShare: inVillages / people, gridHouseholds, civilPerPolice };
}

export function policeGridsOf({ people }: Settlement, { gridHouseholds }: PlacePlan): number {
  return Math.max(1, Math.round(people / HOUSEHOLD_MEAN / gridHouseholds));
}

/** Whole shares by weight that sum to the whole. */
function sharedOut(whole: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let left = whole;
  let weightLeft = all;
  return weights.map((weight) => {
    const own = Math.round((left * weight) / weightLeft);
    left -= own;
    weightLeft -= weight;
    return own;
  });
}
