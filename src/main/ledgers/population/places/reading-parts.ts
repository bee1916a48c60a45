/** What a reading of an address says, element by element, as the tree would hold it. */
import { elementOf, mayHold, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import { placeKindOf, type AddressReading } from '#shared/ledgers/population/address-text.ts';

export interface Part {
  readonly kind: ElementKind;
  readonly name: string;
}

/** Larger places by how their names end; the first that fits. */
const REGIONS: readonly (readonly [RegExp, ElementKind])[] = [
  [/社区$/u, 'community'],
  [/(?:省|自治区)$/u, 'province'],
  [/(?:市|自治州)$/u, 'city'],
  [/[区县]$/u, 'county'],
  [/镇$/u, 'town'],
  [/乡$/u, 'township'],
  [/街道(?:办|办事处)?$/u, 'subdistrict'],
  [/居委会$/u, 'residents-committee'],
];

/** From the group down to the room. */
export function partsOf({ group, gate, building, entrance, room }: AddressReading): Part[] {
  const named = { group, gate, building, entrance, room } as const;
  const parts: Part[] = [];
  for (const kind of ['group', 'gate', 'building', 'entrance', 'room'] as const) {
    const name = named[kind];
    if (name !== null) parts.push({ kind, name });
  }
  return parts;
}

/** 12号附3号 is the 附3号 of 12号. */
export function annexOf(kind: ElementKind, name: string): { readonly main: Part; readonly own: Part } | null {
  const [, main, own] = (kind === 'gate' ? /^(.+?)(附\d+号)$/u.exec(name) : null) ?? [];
  if (main === undefined || own === undefined) return null;
  return { main: { kind: 'gate', name: main }, own: { kind: 'gate', name: own } };
}

export function kindOfPlace(place: string): ElementKind {
  const region = REGIONS.find(([ending, kind]) => elementOf(kind).level >= 3 && ending.test(place))?.[1];
  if (region !== undefined) return region;
  const kind = placeKindOf(place);
  return kind === 'none' ? 'compound' : kind;
}

/** From large to small, each smaller than the one before. */
export function regionsOf({ prefix }: AddressReading): Part[] {
  const regions: Part[] = [];
  for (const name of prefix) {
    const kind = REGIONS.find(([ending]) => ending.test(name))?.[1];
    const last = regions.at(-1);
    if (kind !== undefined && (last === undefined || mayHold(last.kind, kind))) regions.push({ kind, name });
  }
  return regions;
}
