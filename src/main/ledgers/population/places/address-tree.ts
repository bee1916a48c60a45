/** The tree of places while one piece of work reads and adds to it, also what no other connection sees yet. */
import { elementOf, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import type { Store } from '#main/db/open.ts';
import { readRow } from '#main/db/row-writer.ts';
import { addresses, type AddressRow } from '#main/ledgers/population/tables.ts';
import { elementKey } from './element-key.ts';

export interface AddressTree {
  find(id: string): AddressRow | null;
  /** The element of that kind and name directly below, by any spelling of its name or by an old name. */
  child(parent: AddressRow, kind: ElementKind, name: string): AddressRow | null;
  /** The entrance of a house that has one and no more. */
  onlyEntrance(parent: AddressRow): AddressRow | null;
  /** Streets, compounds, villages and all larger places of that name, oldest first. */
  places(name: string): readonly AddressRow[];
  /** The community or village of an office that has one and no more. */
  onlyCommunity(): AddressRow | null;
  isAtOrBelow(row: AddressRow, above: AddressRow): boolean;
  /** The nearest element at or above `row` of which `fits` is true. */
  climb(row: AddressRow | null, fits: (one: AddressRow) => boolean): AddressRow | null;
  /** Takes in an element that was made just now. */
  add(row: AddressRow): void;
}

interface Below {
  readonly byKey: Map<string, AddressRow>;
  readonly entrances: AddressRow[];
}

interface Places {
  readonly byKey: Map<string, AddressRow[]>;
  readonly communities: AddressRow[];
}

const COMMUNITY_LEVEL = 4;

/** Reads each branch once, when it is asked for. */
export function openAddressTree(raw: Store['raw']): AddressTree {
  const selectOne = raw.prepare('SELECT * FROM addresses WHERE id = ? AND retired_at IS NULL');
  const selectBelow = raw.prepare(
    'SELECT * FROM addresses WHERE parent_id = ? AND retired_at IS NULL ORDER BY id',
  );
  const selectPlaces = raw.prepare(
    `SELECT * FROM addresses WHERE retired_at IS NULL
        AND kind NOT IN ('group', 'gate', 'building', 'entrance', 'room') ORDER BY id`,
  );
  const known = new Map<string, AddressRow>();
  const branches = new Map<string, Below>();
  /** Made just now, and not asked about yet: nothing in the ledger stands below them. */
  const fresh = new Set<string>();
  let named: Places | null = null;

  function find(id: string): AddressRow | null {
    const row = known.get(id) ?? rowsOf([selectOne.get(id)])[0] ?? null;
    if (row !== null) known.set(id, row);
    return row;
  }

  function branch(parent: AddressRow): Below {
    const found = branches.get(parent.id);
    if (found !== undefined) return found;
    const made: Below = { byKey: new Map(), entrances: [] };
    branches.set(parent.id, made);
    if (!fresh.delete(parent.id)) for (const row of rowsOf(selectBelow.all(parent.id))) hang(made, row);
    return made;
  }

  function hang({ byKey, entrances }: Below, row: AddressRow): void {
    known.set(row.id, row);
    byKey.set(elementKey(row.kind, row.name), row);
    for (const alias of aliasesOf(row)) {
      const key = elementKey(row.kind, alias);
      if (!byKey.has(key)) byKey.set(key, row);
    }
    if (row.kind === 'entrance') entrances.push(row);
  }

  function allPlaces(): Places {
    if (named !== null) return named;
    named = { byKey: new Map(), communities: [] };
    for (const row of rowsOf(selectPlaces.all())) name(named, row);
    return named;
  }

  function name({ byKey, communities }: Places, row: AddressRow): void {
    known.set(row.id, row);
    for (const key of new Set([row.name, ...aliasesOf(row)].map(placeKey))) {
      const rows = byKey.get(key);
      if (rows === undefined) byKey.set(key, [row]);
      else rows.push(row);
    }
    if (elementOf(row.kind).level === COMMUNITY_LEVEL) communities.push(row);
  }

  function climb(row: AddressRow | null, fits: (one: AddressRow) => boolean): AddressRow | null {
    for (let at = row; at !== null; at = at.parentId === null ? null : find(at.parentId))
      if (fits(at)) return at;
    return null;
  }

  return {
    find,
    child: (parent, kind, wanted) => branch(parent).byKey.get(elementKey(kind, wanted)) ?? null,
    onlyEntrance: (parent) => {
      const { entrances } = branch(parent);
      return entrances.length === 1 ? (entrances[0] ?? null) : null;
    },
    places: (wanted) => allPlaces().byKey.get(placeKey(wanted)) ?? [],
    onlyCommunity: () => {
      const { communities } = allPlaces();
      return communities.length === 1 ? (communities[0] ?? null) : null;
    },
    isAtOrBelow: (row, above) => climb(row, ({ id }) => id === above.id) !== null,
    climb,
    add: (row) => {
      known.set(row.id, row);
      const parent = row.parentId === null ? null : find(row.parentId);
      if (parent !== null) hang(branch(parent), row);
      if (row.kind !== 'room') fresh.add(row.id);
      if (named !== null && elementOf(row.kind).level <= elementOf('compound').level && row.kind !== 'group')
        name(named, row);
    },
  };
}

/** A place is known by its name, whatever kind it was entered as. */
function placeKey(name: string): string {
  return elementKey('compound', name);
}

function aliasesOf(row: AddressRow): string[] {
  return row.aliases.split('\n').filter(Boolean);
}

function rowsOf(rows: readonly unknown[]): AddressRow[] {
  return rows
    .filter((row) => row !== undefined)
    .map((row) => readRow(addresses, row as Record<string, unknown>));
}
