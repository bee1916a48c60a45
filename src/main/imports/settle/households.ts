/** Households of the people to be made: by their number, or around the head that the sheet names at a door. */
import { mayBeHead } from '#shared/ledgers/population/relations.ts';
import type { Store } from '#main/db/open.ts';
import { isToMake, type DoorKey } from './doors.ts';
import type { FactStore } from '#main/imports/rows/fact-store.ts';
import type { PersonFacts } from '#main/imports/rows/facts.ts';
import { factsOf, type Holder } from './holders.ts';

export interface PlannedHousehold {
  /** Null for one that is still to be made. */
  readonly id: string | null;
  readonly door: DoorKey;
  readonly number: string;
}

export interface Households {
  /** Who belongs where; left out who belongs to none. */
  readonly of: ReadonlyMap<Holder, PlannedHousehold>;
  readonly toMake: number;
  /** Said to be the head of a household that has one. */
  readonly secondHeads: readonly Holder[];
}

type Belongs = Pick<PersonFacts, 'householdNumber' | 'relation'>;

/** Households that stand in the ledger. */
export interface KnownHouseholds {
  at(door: DoorKey): readonly StandingHousehold[];
}

interface StandingHousehold {
  readonly id: string;
  readonly number: string;
  readonly hasHead: boolean;
}

const NONE: readonly StandingHousehold[] = [];

export function openKnownHouseholds(raw: Store['raw']): KnownHouseholds {
  const select = raw.prepare(
    `SELECT id, number, EXISTS (SELECT 1 FROM residents r WHERE r.household_id = h.id AND r.relation = '02'
        AND r.out_state IS NULL AND r.retired_at IS NULL) AS head
      FROM households h WHERE address_id = ? AND retired_at IS NULL ORDER BY id`,
  );
  const known = new Map<DoorKey, readonly StandingHousehold[]>();
  return {
    at(door) {
      if (isToMake(door)) return NONE;
      let there = known.get(door);
      if (there === undefined) {
        const rows = select.all(door) as { id: string; number: string; head: number }[];
        there = rows.map(({ id, number, head }) => ({ id, number, hasHead: head === 1 }));
        known.set(door, there);
      }
      return there;
    },
  };
}

/**
 * @param people to be made, in the order of their rows
 * @param joining records of the ledger that get a household's number
 */
export function planHouseholds(
  people: readonly Holder[],
  joining: readonly Holder[],
  store: FactStore,
  standing: KnownHouseholds,
): Households {
  const of = new Map<Holder, PlannedHousehold>();
  const numbered = new Map<string, { readonly household: PlannedHousehold; hasHead: boolean }>();
  const headed = new Map<DoorKey, { readonly at: number; readonly household: PlannedHousehold }[]>();
  const secondHeads: Holder[] = [];
  let toMake = 0;

  function make(door: DoorKey, number: string): PlannedHousehold {
    toMake += 1;
    return { id: null, door, number };
  }

  function joinByNumber(holder: Holder, { householdNumber, relation }: Belongs): void {
    const key = `${householdNumber}\n${holder.door}`;
    let there = numbered.get(key);
    if (there === undefined) {
      const stands = standing.at(holder.door).find(({ number }) => number === householdNumber);
      const household =
        stands === undefined
          ? make(holder.door, householdNumber)
          : { id: stands.id, door: holder.door, number: householdNumber };
      there = { household, hasHead: stands?.hasHead ?? false };
      numbered.set(key, there);
    }
    of.set(holder, there.household);
    if (relation !== '02') return;
    // What a record of the ledger says already is not taken from it.
    if (there.hasHead && holder.known === null) secondHeads.push(holder);
    there.hasHead = true;
  }

  // In the order of their rows; members wait until every head is known.
  const members: { readonly at: number; readonly holder: Holder; readonly facts: Belongs }[] = [];
  for (const [at, holder] of people.entries()) {
    const { householdNumber, relation, outState } = factsOf(holder, store);
    if (outState !== null || (householdNumber === '' && relation === null)) continue;
    const facts = { householdNumber, relation };
    if (relation === null || !mayBeHead(relation)) {
      members.push({ at, holder, facts });
      continue;
    }
    if (householdNumber === '') of.set(holder, make(holder.door, ''));
    else joinByNumber(holder, facts);
    const household = of.get(holder);
    if (household === undefined) continue;
    const there = headed.get(holder.door);
    if (there === undefined) headed.set(holder.door, [{ at, household }]);
    else there.push({ at, household });
  }
  for (const { at, holder, facts } of members) {
    if (facts.householdNumber !== '') {
      joinByNumber(holder, facts);
      continue;
    }
    // A sheet names the head first; where two families share a door, members follow their own.
    const heads = headed.get(holder.door) ?? [];
    const household = heads.findLast((head) => head.at < at)?.household ?? heads[0]?.household;
    const joined = household ?? onlyOne(standing, holder.door);
    if (joined !== null) of.set(holder, joined);
  }
  for (const holder of joining) joinByNumber(holder, factsOf(holder, store));
  return { of, toMake, secondHeads };
}

function onlyOne(standing: KnownHouseholds, door: DoorKey): PlannedHousehold | null {
  const [only, ...others] = standing.at(door);
  return only === undefined || others.length > 0 ? null : { id: only.id, door, number: only.number };
}
