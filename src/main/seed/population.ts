/** 一标三实 of a made-up town, settlement by settlement: so much at a time that memory stays flat. */
import type { DwellingUse } from '#shared/ledgers/population/dwellings.ts';
import type { Steps } from '#main/db/steps.ts';
import { drawChecked, putVisits, UNCHECKED, type Checked } from './ledgers/checked.ts';
import { putDwelling, type Owner } from './ledgers/dwellings.ts';
import { putHousehold } from './ledgers/residents.ts';
import { putSpecialPeople } from './ledgers/special-residents.ts';
import { drawStay } from './ledgers/stays.ts';
import { putUnit, type UnitClass } from './ledgers/units.ts';
import { ageBalance, type AgeBalance } from './people/ages.ts';
import { greatFamily } from './people/families.ts';
import { agesOf, nextHousehold, type Setting } from './people/households.ts';
import { foreigner } from './people/foreigners.ts';
import { SPECIAL_PEOPLE, type SpecialPerson } from './people/special-people.ts';
import { putElement, putTown, type Door, type Element } from './place/elements.ts';
import { gridBook, type GridBook } from './place/grids.ts';
import { HOUSEHOLD_MEAN, placePlan, type PlacePlan, type Settlement } from './place/plan.ts';
import { townBuilder, type Builder, type PlaceNames } from './place/town.ts';
import { villageBuilder } from './place/village.ts';
import type { World } from './world.ts';

/** A small population has only the first of the special people. */
const PEOPLE_OF_ONE_SPECIAL = 20;
/** From here on there is a household of twelve. */
const GREAT_FAMILY_FROM = 500;

/** What of a settlement's doors nobody lives behind, and how the others are lived in. */
const EMPTY = 0.08;
const SHOPS_ON_STREETS = 0.21;
const LET = { community: 0.085, village: 0.02 } as const;
const DORMITORY = { community: 0.04, village: 0.005 } as const;

/** Of the let flats: one person in a thousand comes from abroad. */
const FOREIGN_TENANTS = 0.035;

/** Units to a thousand people: 15, 420 and 465 to thirty thousand. */
const UNITS_OF_1000: readonly (readonly [UnitClass, number])[] = [
  ['key', 0.5],
  ['small', 14],
  ['other', 15.5],
];

interface Shared {
  readonly plan: PlacePlan;
  readonly town: Element;
  readonly grids: GridBook;
  readonly names: PlaceNames;
  readonly balances: Readonly<Record<Settlement['kind'], AgeBalance>>;
  /** Special people who have no door yet, those of one door together. */
  readonly specials: (readonly SpecialPerson[])[];
  lastSpecialNumber: string | null;
  greatFamilies: number;
  units: number;
  foreigners: number;
}

/** So many people, in so many steps. @returns how many were written */
export function* populate(world: World, people: number): Steps<number> {
  if (people === 0) return 0;
  const plan = placePlan(people, world.random.fork('plan'));
  const shared: Shared = {
    plan,
    town: putTown(world),
    grids: gridBook(world, plan),
    names: { streets: 0, compounds: 0 },
    balances: {
      community: ageBalance('town', plan.villageShare),
      village: ageBalance('village', plan.villageShare),
    },
    specials: doorsOf(SPECIAL_PEOPLE.slice(0, Math.floor(people / PEOPLE_OF_ONE_SPECIAL))),
    lastSpecialNumber: null,
    greatFamilies: people >= GREAT_FAMILY_FROM ? 1 : 0,
    units: 0,
    foreigners: 0,
  };
  let done = 0;
  for (const settlement of plan.settlements) {
    // Each settlement draws by itself: a change in one leaves the others as they were.
    const own = { ...world, random: world.random.fork(settlement.code) };
    for (const household of settle(own, shared, settlement)) {
      done += household;
      yield { done, total: people };
    }
  }
  return done;
}

/** Builds and fills houses until everybody lives somewhere. Yields the people of each household. */
function* settle(world: World, shared: Shared, settlement: Settlement): Generator<number, void> {
  const build = builderOf(world, shared, settlement);
  const shops: Door[] = [];
  let left = settlement.people;
  while (left > 0) {
    const need = Math.ceil(left / HOUSEHOLD_MEAN / (1 - EMPTY)) + 1;
    for (const door of build(need)) {
      const use = left === 0 ? 'empty' : useOf(world, settlement, door);
      const housed = use === 'own' || use === 'let' || use === 'other';
      const people = housed ? moveIn(world, shared, settlement, door, use, left) : leave(world, door, use);
      if (use === 'business') shops.push(door);
      left -= people;
      if (people > 0) yield people;
    }
  }
  putUnits(world, shared, settlement, shops);
}

function builderOf(world: World, { town, grids, names }: Shared, settlement: Settlement): Builder {
  const isVillage = settlement.kind === 'village';
  const name = `${settlement.name}${isVillage ? '村' : '社区'}`;
  const setting = { communityCode: settlement.code, policeGrid: null, civilGrid: null };
  const ground = putElement(world, town, settlement.kind, name, setting);
  return isVillage
    ? villageBuilder(world, settlement, ground, grids)
    : townBuilder(world, settlement, ground, grids, names);
}

function useOf({ random }: World, { kind }: Settlement, { onStreet }: Door): DwellingUse {
  const at = random.next();
  if (at < EMPTY) return 'empty';
  if (onStreet && at < EMPTY + SHOPS_ON_STREETS) return 'business';
  const drawn = random.next();
  if (drawn < LET[kind]) return 'let';
  // A dormitory is neither the home of an owner nor let to a household.
  return drawn < LET[kind] + DORMITORY[kind] ? 'other' : 'own';
}

/** Nobody lives here: an empty flat or a shop. */
function leave(world: World, door: Door, use: DwellingUse): 0 {
  const checked = world.random.chance(0.5) ? drawChecked(world) : UNCHECKED;
  putDwelling(world, door, use, checked, 0, null);
  if (world.random.chance(0.4)) putVisits(world, door.id, checked, false);
  return 0;
}

/** @returns how many people live here now */
function moveIn(
  world: World,
  shared: Shared,
  settlement: Settlement,
  door: Door,
  use: DwellingUse,
  most: number,
): number {
  const checked = drawChecked(world);
  const special = use === 'own' && settlement.kind === 'community' ? shared.specials[0] : undefined;
  if (special !== undefined && special.length <= most) {
    shared.specials.shift();
    const { owner, lastNumber } = putSpecialPeople(world, door, special, checked, shared.lastSpecialNumber);
    shared.lastSpecialNumber = lastNumber;
    furnish(world, door, use, checked, special.length, owner);
    return special.length;
  }
  if (use === 'let' && world.random.chance(FOREIGN_TENANTS)) {
    shared.foreigners += 1;
    putSpecialPeople(world, door, [foreigner(world.random, shared.foreigners)], checked, null);
    furnish(world, door, use, checked, 1, null);
    return 1;
  }
  const setting: Setting =
    use === 'let'
      ? 'let'
      : use === 'other'
        ? 'dormitory'
        : settlement.kind === 'village'
          ? 'village'
          : 'town';
  const balance = shared.balances[settlement.kind];
  const isGreat = setting === 'town' && shared.greatFamilies > 0 && most >= 12;
  const kin = isGreat ? greatFamily(world.random) : nextHousehold(world.random, setting, balance, most);
  if (isGreat) {
    shared.greatFamilies -= 1;
    balance.add(agesOf(kin));
  }
  const owner = putHousehold(world, door, kin, drawStay(world, setting, door.line), checked);
  furnish(world, door, use, checked, kin.length, setting === 'town' || setting === 'village' ? owner : null);
  return kin.length;
}

function furnish(
  world: World,
  door: Door,
  use: DwellingUse,
  checked: Checked,
  people: number,
  owner: Owner | null,
): void {
  putDwelling(world, door, use, checked, people, owner);
  putVisits(world, door.id, checked, use === 'let');
}

/** Each shop has a unit; further ones are upstairs of the first. */
function putUnits(world: World, shared: Shared, { name, people }: Settlement, shops: readonly Door[]): void {
  if (shops.length === 0) return;
  let at = 0;
  for (const [which, share] of UNITS_OF_1000) {
    const wanted = (people * share) / 1000;
    const count = Math.floor(wanted) + (world.random.chance(wanted % 1) ? 1 : 0);
    for (let one = 0; one < count; one += 1) {
      const door = shops[at % shops.length];
      if (door !== undefined) putUnit(world, name, door, which, shared.units);
      shared.units += 1;
      at += 1;
    }
  }
}

function doorsOf(people: readonly SpecialPerson[]): SpecialPerson[][] {
  const doors: SpecialPerson[][] = [];
  for (const person of people) {
    if (person.withPrevious === true) doors.at(-1)?.push(person);
    else doors.push([person]);
  }
  return doors;
}
