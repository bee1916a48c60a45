/** From an address as it was read to its element in the tree: found, or made with everything above it that is missing. */
import { addressLine, elementOf, mayHold, type AddressState } from '#shared/ledgers/population/addresses.ts';
import type { AddressReading } from '#shared/ledgers/population/address-text.ts';
import type { Desk } from '#main/db/journal.ts';
import type { Store } from '#main/db/open.ts';
import { addressesLedger, type AddressRow } from '#main/ledgers/population/tables.ts';
import { openAddressTree } from './address-tree.ts';
import { annexOf, kindOfPlace, partsOf, regionsOf, type Part } from './reading-parts.ts';

/** Where made elements come from. */
export interface AddressOrigin {
  readonly source: AddressRow['source'];
  readonly synthetic: boolean;
  readonly batchId: string | null;
  /** `unverified` where left out: nobody has looked at the door. */
  readonly state?: AddressState;
  /** Grids of the houses and doors made; those of the element above where left out or null. */
  readonly policeGrid?: string | null;
  readonly civilGrid?: string | null;
}

/**
 * For one piece of work: it remembers what that work made, also before it is committed, and is dropped when it is undone.
 * `base` is where doors belong whose place the text does not name. What a reading did not understand (`rest`) is not
 * looked at: whoever calls decides whether that still is a door.
 */
export interface AddressBook {
  /** The element that a reading names; null where there is none, or where two places have that name. */
  find(reading: AddressReading, base: string | null): AddressRow | null;
  /** `made` counts the elements that were missing. Null, and nothing made, where nothing says in which place it stands. */
  make(
    desk: Pick<Desk, 'put'>,
    reading: AddressReading,
    base: string | null,
    origin: AddressOrigin,
  ): { readonly id: string; readonly made: number } | null;
}

export function addressBook(raw: Store['raw']): AddressBook {
  const tree = openAddressTree(raw);

  /** Elements at which the numbers may begin, the likeliest first; more than one where they are as likely. */
  function starts(reading: AddressReading, base: string | null): readonly AddressRow[] {
    const ground = base === null ? null : tree.find(base);
    if (reading.place === null) {
      const [first] = partsOf(reading);
      if (first === undefined) return [];
      const start = tree.climb(ground, ({ kind }) => mayHold(kind, first.kind));
      return start === null ? [] : [start];
    }
    const places = tree.places(reading.place);
    if (places.length < 2) return places;
    const named = new Set(reading.prefix.flatMap((name) => tree.places(name).map(({ id }) => id)));
    const scored = places.map((row) => {
      let score = ground !== null && tree.isAtOrBelow(row, ground) ? 1 : 0;
      tree.climb(row, ({ id }) => {
        if (id !== row.id && named.has(id)) score += 2;
        return false;
      });
      return { row, score };
    });
    const best = Math.max(...scored.map(({ score }) => score));
    return scored.filter(({ score }) => score === best).map(({ row }) => row);
  }

  function step(from: AddressRow, { kind, name }: Part): AddressRow | null {
    const direct = tree.child(from, kind, name);
    if (direct !== null) return direct;
    // In a compound the plate with the number and the building of that number are one.
    if (from.kind === 'compound' && /^\d+[A-Z]?[号栋]$/u.test(name)) {
      if (kind === 'building') return tree.child(from, 'gate', name.replace('栋', '号'));
      if (kind === 'gate') return tree.child(from, 'building', name.replace('号', '栋'));
    }
    const annex = annexOf(kind, name);
    if (annex !== null) {
      const main = step(from, annex.main);
      return main === null ? null : step(main, annex.own);
    }
    // 青禾苑3栋501, where the house has one entrance.
    const entrance = kind === 'room' ? tree.onlyEntrance(from) : null;
    return entrance === null ? null : tree.child(entrance, kind, name);
  }

  function walk(from: AddressRow, parts: readonly Part[]): AddressRow | null {
    return parts.reduce<AddressRow | null>((at, part) => (at === null ? null : step(at, part)), from);
  }

  /** What to make below what. Null where nothing says where the place stands. */
  function plan(
    reading: AddressReading,
    base: string | null,
  ): { at: AddressRow | null; parts: Part[] } | null {
    const parts = partsOf(reading);
    const known = starts(reading, base);
    const [only, ...others] = known;
    const start = others.length === 0 ? only : (known.find((row) => walk(row, parts) !== null) ?? only);
    if (start !== undefined) return { at: start, parts };
    if (reading.place === null) return null;
    const place = { kind: kindOfPlace(reading.place), name: reading.place };
    const holds = ({ kind }: AddressRow) => mayHold(kind, place.kind);
    const regions = regionsOf(reading);
    for (const { name } of regions.toReversed()) {
      const [only, ...others] = tree.places(name).filter(holds);
      if (only !== undefined && others.length === 0) return { at: only, parts: [place, ...parts] };
    }
    const ground = base === null ? null : tree.climb(tree.find(base), holds);
    const at = ground ?? tree.climb(tree.onlyCommunity(), holds);
    if (at !== null) return { at, parts: [place, ...parts] };
    const above = regions.filter(({ kind }) => mayHold(kind, place.kind));
    return above.length === 0 ? null : { at: null, parts: [...above, place, ...parts] };
  }

  function put(
    desk: Pick<Desk, 'put'>,
    above: AddressRow | null,
    part: Part,
    floor: number | null,
    origin: AddressOrigin,
  ) {
    const { kind, name } = part;
    const isHouse = elementOf(kind).level >= elementOf('gate').level;
    const row = desk.put(addressesLedger, {
      parentId: above?.id ?? null,
      kind,
      name,
      line: addressLine(above, part),
      floor: kind === 'room' ? floor : null,
      aliases: '',
      division: above?.division ?? '',
      communityCode: '',
      policeGrid: (isHouse ? origin.policeGrid : null) ?? above?.policeGrid ?? null,
      civilGrid: (isHouse ? origin.civilGrid : null) ?? above?.civilGrid ?? null,
      state: origin.state ?? 'unverified',
      quiet: false,
      bestTime: '',
      mergedInto: null,
      batchId: origin.batchId,
      source: origin.source,
      synthetic: origin.synthetic,
    });
    tree.add(row);
    return row;
  }

  return {
    find: (reading, base) => {
      const parts = partsOf(reading);
      const found = starts(reading, base).flatMap((start) => walk(start, parts) ?? []);
      return found.length === 1 ? (found[0] ?? null) : null;
    },
    make: (desk, reading, base, origin) => {
      const planned = plan(reading, base);
      if (planned === null) return null;
      let { at } = planned;
      let made = 0;
      const missing = planned.parts.toReversed();
      for (let part = missing.pop(); part !== undefined; part = missing.pop()) {
        const there: AddressRow | null = at === null ? topmost(part) : step(at, part);
        if (there !== null) {
          at = there;
          continue;
        }
        const annex = annexOf(part.kind, part.name);
        if (annex !== null) {
          missing.push(annex.own, annex.main);
          continue;
        }
        const above: AddressRow | null =
          (part.kind === 'room' && at !== null ? tree.onlyEntrance(at) : null) ?? at;
        at = put(desk, above, part, reading.floor, origin);
        made += 1;
      }
      if (at === null) throw new Error('an address was planned without any part');
      return { id: at.id, made };
    },
  };

  function topmost({ kind, name }: Part): AddressRow | null {
    return tree.places(name).find((row) => row.kind === kind && row.parentId === null) ?? null;
  }
}
