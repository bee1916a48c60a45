/** 警格 and 网格, opened one after the other as a settlement fills with households. */
import { gridsLedger } from '#main/ledgers/population/tables.ts';
import { givenName } from '#main/seed/people/names.ts';
import { drawSurname } from '#main/seed/words/surnames.ts';
import type { World } from '#main/seed/world.ts';
import { HOUSEHOLD_MEAN, policeGridsOf, type PlacePlan, type Settlement } from './plan.ts';

/** Empty flats and shops count among the doors. */
const DOORS_OF_HOUSEHOLD = 1.15;
/** Grid workers are grown up: names of that year. */
const KEEPER_BORN = 1985;

export interface Grids {
  readonly policeGrid: string;
  readonly civilGrid: string;
}

export interface GridBook {
  /** The grids of the next building or row of houses; new ones where those at hand are full. */
  next(settlement: Settlement, doors: number): Grids;
}

interface Open extends Grids {
  readonly settlement: Settlement;
  /** Number of the civil grid within the settlement, from 1. */
  readonly ordinal: number;
}

export function gridBook(world: World, plan: PlacePlan): GridBook {
  let police = 0;
  let inCivil = 0;
  let open: Open | null = null;

  function openPolice(): string {
    police += 1;
    const code = String(police).padStart(2, '0');
    world.desk.put(gridsLedger, {
      kind: 'police',
      code,
      name: `${code}警格`,
      policeGrid: null,
      keeper: world.officerName,
    });
    return code;
  }

  function openCivil({ name }: Settlement, policeGrid: string, ordinal: number): string {
    const code = `${name}${String(ordinal).padStart(2, '0')}`;
    const sex = world.random.chance(0.6) ? '2' : '1';
    world.desk.put(gridsLedger, {
      kind: 'civil',
      code,
      name: `${code}网格`,
      policeGrid,
      keeper: drawSurname(world.random) + givenName(world.random, sex, KEEPER_BORN),
    });
    return code;
  }

  function openNext(settlement: Settlement, last: Open | null): Open {
    const ordinal = (last?.ordinal ?? 0) + 1;
    const isNewPolice = last === null || last.ordinal % plan.civilPerPolice === 0;
    const policeGrid = isNewPolice ? openPolice() : last.policeGrid;
    inCivil = 0;
    return { settlement, ordinal, policeGrid, civilGrid: openCivil(settlement, policeGrid, ordinal) };
  }

  return {
    next(settlement, doors) {
      // Grids of one settlement are of one size: a settlement of a grid and a quarter has one.
      const households = settlement.people / HOUSEHOLD_MEAN;
      const planned = policeGridsOf(settlement, plan) * plan.civilPerPolice;
      const size = (DOORS_OF_HOUSEHOLD * households) / planned;
      if (open?.settlement !== settlement) open = openNext(settlement, null);
      else if (open.ordinal < planned && inCivil + doors / 2 > size) open = openNext(settlement, open);
      inCivil += doors;
      return { policeGrid: open.policeGrid, civilGrid: open.civilGrid };
    },
  };
}
