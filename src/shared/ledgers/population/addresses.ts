/** 标准地址: the tree of places, one record a door. Element classes of GA/T 2000.32-2014. */
import * as z from 'zod/mini';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { labelIssues } from '#shared/kernel/person-labels.ts';
import { cleanNumber, cleanText } from '#shared/kernel/text-input.ts';

export const ADDRESS_NAME_MAX = 40;
export const BEST_TIME_MAX = 40;
export const ALIASES_MAX = 5;

/** What an element is, from large to small, with its class code; null where the standard's number is not confirmed. */
export const ELEMENTS = [
  { kind: 'province', code: '11', level: 0 },
  { kind: 'city', code: '12', level: 1 },
  { kind: 'county', code: '13', level: 2 },
  { kind: 'township', code: '21', level: 3 },
  { kind: 'town', code: '22', level: 3 },
  { kind: 'subdistrict', code: '23', level: 3 },
  { kind: 'community', code: '31', level: 4 },
  { kind: 'residents-committee', code: '32', level: 4 },
  { kind: 'village', code: '33', level: 4 },
  { kind: 'group', code: '34', level: 5 },
  { kind: 'street', code: '41', level: 6 },
  { kind: 'compound', code: '42', level: 6 },
  { kind: 'gate', code: null, level: 7 },
  { kind: 'building', code: null, level: 8 },
  { kind: 'entrance', code: null, level: 9 },
  { kind: 'room', code: null, level: 10 },
] as const;
export type ElementKind = (typeof ELEMENTS)[number]['kind'];
export const ELEMENT_KINDS = ELEMENTS.map(({ kind }) => kind) as [ElementKind, ...ElementKind[]];

/** From here on an element is named in what the desk shows: 青禾苑3栋2单元501, 青龙村2组15号. */
const PLACE_LEVEL = 6;

export const ADDRESS_STATES = ['in-use', 'unverified', 'abolished'] as const;
export type AddressState = (typeof ADDRESS_STATES)[number];

const grid = z.nullable(z.string().check(z.maxLength(20)));

/** What a person enters for one element. Its place in the tree is `parentId`; null only for the topmost. */
export const addressFields = {
  parentId: z.nullable(z.string().check(z.regex(RECORD_ID))),
  kind: z.enum(ELEMENT_KINDS),
  /** As it stands on the plate, with its word: 青禾苑, 12号, 3栋, 2单元, 501. */
  name: z.string().check(z.maxLength(ADDRESS_NAME_MAX + 20)),
  /** Storey of a room; below ground negative. Null elsewhere. */
  floor: z.nullable(z.int().check(z.minimum(-9), z.maximum(200))),
  /** Old and other names, one a line: found by, never shown instead. */
  aliases: z.string().check(z.maxLength(ALIASES_MAX * (ADDRESS_NAME_MAX + 1))),
  /** Division code of GB/T 2260, six digits, from the county down; '' above. */
  division: z.string().check(z.maxLength(12)),
  /** GA/T 2000.33: 12 digits, 15 since the edition of 2020; '' where unknown. */
  communityCode: z.string().check(z.maxLength(20)),
  policeGrid: grid,
  civilGrid: grid,
  state: z.enum(ADDRESS_STATES),
  /** People here asked not to be called on without need. A note on the place, never on a person. */
  quiet: z.boolean(),
  /** When somebody is usually met: 工作日18点后. */
  bestTime: z.string().check(z.maxLength(BEST_TIME_MAX + 20)),
};
export const addressInput = z.object(addressFields);
export type AddressInput = z.infer<typeof addressInput>;

export function elementOf(kind: ElementKind): (typeof ELEMENTS)[number] {
  const element = ELEMENTS.find((one) => one.kind === kind);
  if (element === undefined) throw new Error(`no such element: ${kind}`);
  return element;
}

/** Larger elements hold smaller ones; a gate may stand in a group, and a house in a house number (附3号). */
export function mayHold(parent: ElementKind, child: ElementKind): boolean {
  if (parent === 'gate' && child === 'gate') return true;
  return elementOf(parent).level < elementOf(child).level;
}

/** A door is what somebody can live behind: a room, or a house whose plate is the last element. */
export const DOOR_KINDS = ['gate', 'building', 'entrance', 'room'] as const satisfies readonly ElementKind[];

export function mayBeDoor(kind: ElementKind): boolean {
  return (DOOR_KINDS as readonly ElementKind[]).includes(kind);
}

/**
 * The text the desk shows: from the street or compound on; in the country from the village on.
 * @param parent null for the topmost element
 */
export function addressLine(
  parent: { readonly kind: ElementKind; readonly line: string } | null,
  own: Pick<AddressInput, 'kind' | 'name'>,
): string {
  if (parent === null) return own.name;
  const { level } = elementOf(own.kind);
  const rural = parent.kind === 'village' || parent.kind === 'group';
  const continues = elementOf(parent.kind).level >= PLACE_LEVEL || (rural && level >= 5);
  return continues ? `${parent.line}${own.name}` : own.name;
}

export function cleanAddress(input: AddressInput): AddressInput {
  const aliases = input.aliases.split('\n').map(cleanText).filter(Boolean);
  return {
    ...input,
    name: cleanText(input.name),
    floor: input.kind === 'room' ? input.floor : null,
    aliases: [...new Set(aliases)].slice(0, ALIASES_MAX).join('\n'),
    division: cleanNumber(input.division),
    communityCode: cleanNumber(input.communityCode),
    policeGrid: cleanText(input.policeGrid ?? '') || null,
    civilGrid: cleanText(input.civilGrid ?? '') || null,
    bestTime: cleanText(input.bestTime),
  };
}

/** What is wrong with a cleaned element. Whether its parent may hold it needs the tree: see the service. */
export function addressIssues(input: AddressInput): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (input.name === '') issues.push({ field: 'name', rule: 'required' });
  if ([...input.name].length > ADDRESS_NAME_MAX) issues.push({ field: 'name', rule: 'too-long' });
  if ([...input.bestTime].length > BEST_TIME_MAX) issues.push({ field: 'bestTime', rule: 'too-long' });
  if (!/^(\d{6})?$/.test(input.division)) issues.push({ field: 'division', rule: 'six-digits' });
  if (!/^(\d{12}|\d{15})?$/.test(input.communityCode))
    issues.push({ field: 'communityCode', rule: 'community-code' });
  if (input.parentId === null && elementOf(input.kind).level > 4)
    issues.push({ field: 'parentId', rule: 'required' });
  return [...issues, ...labelIssues(input, ['name', 'aliases', 'policeGrid', 'civilGrid', 'bestTime'])];
}
