/** A community of streets and compounds, built house by house as its people come. */
import type { Random } from '#main/seed/random.ts';
import { compoundName, streetName } from '#main/seed/words/place-names.ts';
import type { World } from '#main/seed/world.ts';
import { putElement, type Door, type Element, type Setting } from './elements.ts';
import type { GridBook } from './grids.ts';
import type { Settlement } from './plan.ts';

/** Gives the next doors of a settlement; about `need` more are wanted, and seldom many more are built. */
export type Builder = (need: number) => readonly Door[];

/** Numbers the names of streets and compounds across all settlements. */
export interface PlaceNames {
  streets: number;
  compounds: number;
}

interface BuildingShape {
  readonly entrances: number;
  readonly floors: number;
  readonly perFloor: number;
}

const SHAPES: readonly (readonly [BuildingShape, number])[] = [
  [{ entrances: 2, floors: 6, perFloor: 2 }, 22],
  [{ entrances: 3, floors: 6, perFloor: 2 }, 26],
  [{ entrances: 4, floors: 6, perFloor: 2 }, 14],
  [{ entrances: 3, floors: 7, perFloor: 2 }, 14],
  [{ entrances: 1, floors: 6, perFloor: 3 }, 6],
  [{ entrances: 1, floors: 11, perFloor: 4 }, 8],
  [{ entrances: 2, floors: 11, perFloor: 4 }, 6],
  [{ entrances: 1, floors: 18, perFloor: 4 }, 4],
];

/** Of all doors, those along the streets. */
const STREET_PART = 0.22;
const STREET_NUMBERS_MAX = 90;
/** A house with doors beside its own: 12号附2号. */
const ANNEXES = 0.08;
const OLD_NAMES = ['老纺织厂宿舍', '原粮站家属院', '老供销社', '原农机厂宿舍', '老邮电所'] as const;

export function townBuilder(
  world: World,
  settlement: Settlement,
  ground: Element,
  grids: GridBook,
  names: PlaceNames,
): Builder {
  const { random } = world;
  const { code: communityCode } = settlement;
  let doors = 0;
  let onStreets = 0;
  let street: { readonly element: Element; numbers: number } | null = null;
  let compound: { readonly element: Element; buildings: number; readonly planned: number } | null = null;

  function streetDoors(need: number): Door[] {
    const count = Math.min(Math.max(2, need), random.between(24, 40));
    const own = grids.next(settlement, count);
    const setting = { communityCode, ...own };
    if (street === null || street.numbers >= STREET_NUMBERS_MAX) {
      const element = putElement(world, ground, 'street', streetName(names.streets++), setting);
      street = { element, numbers: 0 };
    }
    const built: Door[] = [];
    while (built.length < count) {
      street.numbers += 1;
      const gate = putElement(world, street.element, 'gate', `${street.numbers}号`, setting, {
        isDoor: true,
      });
      built.push({ ...gate, ...own, onStreet: true });
      const annexes = random.chance(ANNEXES) ? random.between(1, 3) : 0;
      for (let one = 1; one <= annexes; one += 1) {
        const annex = putElement(world, gate, 'gate', `附${one}号`, setting, { isDoor: true });
        built.push({ ...annex, ...own, onStreet: true });
      }
    }
    return built;
  }

  function buildingDoors(need: number): Door[] {
    const shape = fitting(random, need);
    const own = grids.next(settlement, shape.entrances * shape.floors * shape.perFloor);
    const setting = { communityCode, ...own };
    if (compound === null || compound.buildings >= compound.planned) {
      const aliases = random.chance(0.15) ? random.pick(OLD_NAMES) : '';
      const element = putElement(world, ground, 'compound', compoundName(names.compounds++), setting, {
        aliases,
      });
      compound = { element, buildings: 0, planned: random.between(4, 14) };
    }
    compound.buildings += 1;
    const building = putElement(world, compound.element, 'building', `${compound.buildings}栋`, setting);
    return roomsOf(world, building, shape, setting).map((room) => ({ ...room, ...own, onStreet: false }));
  }

  return (need) => {
    const isStreet = onStreets <= doors * STREET_PART;
    const built = isStreet ? streetDoors(need) : buildingDoors(need);
    doors += built.length;
    if (isStreet) onStreets += built.length;
    return built;
  };
}

/** A building of about the size still needed: the last one of a community is small. */
function fitting(random: Random, need: number): BuildingShape {
  for (let tries = 0; tries < 6; tries += 1) {
    const shape = random.weighted(SHAPES);
    if (shape.entrances * shape.floors * shape.perFloor <= need) return shape;
  }
  return { entrances: 1, floors: Math.min(6, Math.max(1, Math.ceil(need / 2))), perFloor: 2 };
}

function roomsOf(world: World, building: Element, shape: BuildingShape, setting: Setting): Element[] {
  const rooms: Element[] = [];
  // A house with one entrance seldom numbers it.
  const numbered = shape.entrances > 1 || world.random.chance(0.5);
  for (let entrance = 1; entrance <= shape.entrances; entrance += 1) {
    const parent = numbered ? putElement(world, building, 'entrance', `${entrance}单元`, setting) : building;
    for (let floor = 1; floor <= shape.floors; floor += 1) {
      for (let door = 1; door <= shape.perFloor; door += 1) {
        const name = `${floor}${String(door).padStart(2, '0')}`;
        rooms.push(putElement(world, parent, 'room', name, setting, { floor, isDoor: true }));
      }
    }
  }
  return rooms;
}
