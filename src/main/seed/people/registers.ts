/** Where people are registered: at their own door, elsewhere in the town, or in another county of the made-up city. */
import type { Random } from '#main/seed/random.ts';
import { streetName, villageName } from '#main/seed/words/place-names.ts';
import { COUNTIES, HOME_DIVISION, OTHER_COUNTIES, type Division } from './numbers.ts';

export interface Register {
  readonly address: string;
  readonly division: Division;
}

const HOME_TOWN = '四川省示例市演示区青禾镇';
const TOWNS = ['白云镇', '长坪镇', '石桥乡', '双溪镇', '高山乡', '永和镇', '清水街道'] as const;

export function registeredAt(line: string): Register {
  return { address: `${HOME_TOWN}${line}`, division: HOME_DIVISION };
}

export function registeredElsewhere(random: Random, inCounty: number): Register {
  const isNear = random.chance(inCounty);
  const county = isNear ? COUNTIES[0] : random.pick(OTHER_COUNTIES);
  const place = random.chance(0.6)
    ? `${villageName(random.below(90))}村${random.between(1, 9)}组${random.between(1, 40)}号`
    : `${streetName(random.below(200))}${random.between(1, 180)}号`;
  return { address: `四川省示例市${county.name}${random.pick(TOWNS)}${place}`, division: county.division };
}

/** A number keeps the county of its birth. */
export function birthDivision(random: Random, register: Register): Division {
  return random.chance(0.82) ? register.division : random.pick(COUNTIES).division;
}
