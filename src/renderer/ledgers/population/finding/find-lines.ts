/** What is found and what can be done, as the lines of one list in groups. */
import type { Found, FoundAddress, FoundPerson, FoundUnit } from '#shared/contract/population/search.ts';
import { cleanPersonName, personNameIssue } from '#shared/kernel/person-name.ts';
import { mayBeDoor } from '#shared/ledgers/population/addresses.ts';
import type { Picked } from '#renderer/ui/keys/pick.ts';

/** A command of the office, already in words. */
export interface OfferedCommand {
  readonly id: string;
  readonly words: string;
  readonly keys: string | null;
  readonly run: () => void;
}

export type Line =
  | { readonly kind: 'person'; readonly key: string; readonly person: FoundPerson }
  | { readonly kind: 'address'; readonly key: string; readonly address: FoundAddress }
  | { readonly kind: 'unit'; readonly key: string; readonly unit: FoundUnit }
  | { readonly kind: 'command'; readonly key: string; readonly command: OfferedCommand }
  /** Empty name: what was typed is no name. */
  | { readonly kind: 'visit' | 'new-person'; readonly key: string; readonly name: string };

export type GroupName = 'people' | 'addresses' | 'units' | 'commands' | 'nobody';

export interface Group {
  readonly name: GroupName;
  readonly lines: readonly Line[];
}

export interface Offered {
  /** Null: nothing was searched for, or the answer is not here yet. */
  readonly found: Found | null;
  readonly typed: string;
  readonly commands: readonly OfferedCommand[];
  readonly mayRegisterVisit: boolean;
}

export function groupsOf({ found, typed, commands, mayRegisterVisit }: Offered): readonly Group[] {
  const first = found?.people[0];
  const none = found !== null && found.people.length + found.addresses.length + found.units.length === 0;
  const name = nameIn(typed);
  const groups: Group[] = [
    {
      name: 'people',
      lines: (found?.people ?? []).map((person) => ({ kind: 'person', key: `person ${person.id}`, person })),
    },
    {
      name: 'addresses',
      lines: (found?.addresses ?? []).map((address) => ({
        kind: 'address',
        key: `address ${address.id}`,
        address,
      })),
    },
    {
      name: 'units',
      lines: (found?.units ?? []).map((unit) => ({ kind: 'unit', key: `unit ${unit.id}`, unit })),
    },
    {
      name: 'commands',
      lines: [
        ...commands.map((command): Line => ({ kind: 'command', key: `command ${command.id}`, command })),
        ...(first !== undefined && mayRegisterVisit
          ? [{ kind: 'visit', key: 'visit', name: first.name } as const]
          : []),
      ],
    },
    {
      name: 'nobody',
      lines: none
        ? [
            ...(mayRegisterVisit ? [{ kind: 'visit', key: 'visit', name } as const] : []),
            { kind: 'new-person', key: 'new-person', name },
          ]
        : [],
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

/** What was typed where it may be somebody's name; a number or a door never is. */
function nameIn(typed: string): string {
  const name = cleanPersonName(typed);
  return personNameIssue(name) === null && !/\d/u.test(name) ? name : '';
}

/** The screen a line leads to; null for a deed. */
export function pathOf(line: Line): string | null {
  switch (line.kind) {
    case 'person':
      return `/population/${line.person.id}`;
    case 'address':
      return `/places/${line.address.id}`;
    case 'unit':
      return `/units/${line.unit.id}`;
    case 'new-person':
      return `/population/new${line.name === '' ? '' : `?name=${encodeURIComponent(line.name)}`}`;
    default:
      return null;
  }
}

/** What an open form could take of a line; null where it is nothing to take. */
export function pickOf(line: Line): Picked | null {
  if (line.kind === 'person') return { kind: 'person', id: line.person.id, words: line.person.name };
  if (line.kind === 'address' && mayBeDoor(line.address.kind))
    return { kind: 'door', id: line.address.id, words: line.address.line };
  return null;
}

/** A line that can be looked at beside the list. */
export type Peeked = Extract<Line, { kind: 'person' | 'address' | 'unit' }>;

export function peekOf(line: Line): Peeked | null {
  return line.kind === 'person' || line.kind === 'address' || line.kind === 'unit' ? line : null;
}
