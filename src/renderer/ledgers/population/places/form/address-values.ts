/** What stands in the form of an address, and how it becomes what the office takes. Grids are given elsewhere, for many at once. */
import * as z from 'zod/mini';
import type { AddressRecord } from '#shared/contract/population/addresses.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { cleanNumber } from '#shared/kernel/text-input.ts';
import { floorOfRoom } from '#shared/ledgers/population/address-numbers.ts';
import {
  ADDRESS_STATES,
  addressIssues,
  cleanAddress,
  ELEMENT_KINDS,
  elementOf,
  mayHold,
  type AddressInput,
  type ElementKind,
} from '#shared/ledgers/population/addresses.ts';

const addressValues = z.object({
  parentId: z.nullable(z.string()),
  parentLine: z.string(),
  kind: z.enum(ELEMENT_KINDS),
  name: z.string(),
  floor: z.string(),
  aliases: z.string(),
  division: z.string(),
  communityCode: z.string(),
  state: z.enum(ADDRESS_STATES),
  quiet: z.boolean(),
  bestTime: z.string(),
});
export type AddressValues = z.infer<typeof addressValues>;

/** What usually stands in each kind. */
const USUALLY: Readonly<Record<ElementKind, ElementKind>> = {
  province: 'city',
  city: 'county',
  county: 'town',
  township: 'village',
  town: 'community',
  subdistrict: 'community',
  community: 'compound',
  'residents-committee': 'compound',
  village: 'group',
  group: 'gate',
  street: 'gate',
  compound: 'building',
  gate: 'room',
  building: 'entrance',
  entrance: 'room',
  room: 'room',
};

export interface Above {
  readonly id: string;
  readonly kind: ElementKind;
  readonly line: string;
}

/** @param like the kind of what stands there already, if anything does */
export function newAddress(parent: Above | null, like: ElementKind | null): AddressValues {
  return {
    parentId: parent?.id ?? null,
    parentLine: parent?.line ?? '',
    kind: like ?? (parent === null ? 'town' : USUALLY[parent.kind]),
    name: '',
    floor: '',
    aliases: '',
    division: '',
    communityCode: '',
    state: 'in-use',
    quiet: false,
    bestTime: '',
  };
}

export function valuesOf(address: AddressRecord, parentLine: string): AddressValues {
  const { parentId, kind, name, floor, aliases, division, communityCode, state, quiet, bestTime } = address;
  return {
    parentId,
    parentLine,
    kind,
    name,
    floor: floor === null ? '' : String(floor),
    aliases: aliases.join('\n'),
    division,
    communityCode,
    state,
    quiet,
    bestTime,
  };
}

type Grids = Pick<AddressInput, 'policeGrid' | 'civilGrid'>;

export const NO_GRIDS: Grids = { policeGrid: null, civilGrid: null };

export function toAddress(values: AddressValues, grids: Grids): AddressInput {
  const { parentLine: _shown, floor, ...rest } = values;
  return { ...rest, ...grids, floor: values.kind === 'room' ? (readFloor(floor) ?? storeyOf(values)) : null };
}

/** The storey that the number of a room tells. */
export function storeyOf({ name }: Pick<AddressValues, 'name'>): number | null {
  return floorOfRoom(cleanNumber(name));
}

/** Null for nothing, and for what is no storey. */
function readFloor(text: string): number | null {
  const clean = text.normalize('NFKC').trim();
  return /^-?\d{1,3}$/u.test(clean) ? Number(clean) : null;
}

export function checkAddress(values: AddressValues): FieldIssue[] {
  const issues = addressIssues(cleanAddress(toAddress(values, NO_GRIDS)));
  const floor = readFloor(values.floor);
  const isOff = floor === null ? values.floor.trim() !== '' : floor < -9 || floor > 200;
  if (values.kind === 'room' && isOff) issues.push({ field: 'floor', rule: 'unread' });
  return issues;
}

/** Kinds that may stand in one of this kind; null: at the top. */
export function kindsBelow(parent: ElementKind | null): ElementKind[] {
  if (parent === null) return ELEMENT_KINDS.filter((kind) => elementOf(kind).level <= 4);
  return ELEMENT_KINDS.filter((kind) => mayHold(parent, kind));
}

/** Null where the draft was kept by another version of the form. */
export function readDraft(content: string): AddressValues | null {
  try {
    const read = addressValues.safeParse(JSON.parse(content));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
