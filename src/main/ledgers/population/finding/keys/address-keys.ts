/** What an element of the tree is found by: places by name, aliases and letters, what has a number by its path. */
import { numberOfRecord } from '#shared/kernel/ids.ts';
import { elementOf, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import type { Finder } from '#main/db/ledger-table.ts';
import type { addresses } from '#main/ledgers/population/tables.ts';
import { NAME, nameKeys, OTHER_NAME } from '#main/ledgers/population/finding/name-keys.ts';
import { partsOfForm, placeForm } from '#main/ledgers/population/finding/place-form.ts';
import { lateKeys, type Tag } from '#main/ledgers/population/finding/ranges.ts';

export interface FoundAddressRow {
  readonly kind: ElementKind;
  readonly name: string;
  readonly line: string;
  readonly aliases: string;
  readonly state: string;
}

/** Paths in the order in which somebody wants to see them: houses and buildings, entrances, rooms. */
export const PATH_TAGS = ['g', 'h', 'r'] as const satisfies readonly Tag[];

/** Named, not numbered. */
export function isPlace(kind: ElementKind): boolean {
  return kind !== 'group' && elementOf(kind).level <= elementOf('compound').level;
}

export function addressKeys({ kind, name, line, aliases, state }: FoundAddressRow): string[] {
  const keys = isPlace(kind) ? nameKeys(name, NAME) : pathKeys(kind, line);
  for (const alias of aliases.split('\n')) keys.push(...nameKeys(alias, OTHER_NAME));
  return state === 'abolished' ? lateKeys(keys) : keys;
}

function pathKeys(kind: ElementKind, line: string): string[] {
  const tag = kind === 'room' ? 'r' : kind === 'entrance' ? 'h' : 'g';
  return partsOfForm(placeForm(line)).map((part) => tag + part);
}

export const addressFinder: Finder<typeof addresses> = {
  version: 1,
  keysOf: addressKeys,
  at: ({ parentId }) => (parentId === null ? 0 : numberOfRecord(parentId)),
};
