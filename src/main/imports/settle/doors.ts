/** Doors of the rows before anything is written: those in the ledger, and those that the import would make. */
import type { AddressReading } from '#shared/ledgers/population/address-text.ts';
import type { Desk } from '#main/db/journal.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import { addressBook } from '#main/ledgers/population/places/settle-address.ts';
import { addressesLedger, type addresses, type AddressRow } from '#main/ledgers/population/tables.ts';

/** Id of an element in the ledger, or a key of one that is still to be made. */
export type DoorKey = string;

export interface Grids {
  readonly policeGrid: string | null;
  readonly civilGrid: string | null;
}

type Origin = Pick<NewRow<typeof addresses>, 'source' | 'synthetic' | 'batchId'>;

export interface Doors {
  /** Null where nothing says in which place the door is. One text is one door. The grids are those of a door still to be made. */
  keyOf(text: string, reading: () => AddressReading, grids: Grids): DoorKey | null;
  /** Elements that have to be made for these doors, those above them included. */
  toMake(keys: Iterable<DoorKey>): number;
  /** Makes in one transaction what it is asked for, each element once. Answers with the door's id. */
  maker(desk: Desk, origin: Origin): { idOf(key: DoorKey): string; made(): number };
}

/** No record id begins with it. */
const STILL_TO_MAKE = '+';

export function isToMake(key: DoorKey): boolean {
  return key.startsWith(STILL_TO_MAKE);
}

export function openDoors(raw: Store['raw'], base: string | null): Doors {
  const book = addressBook(raw);
  const planned = new Map<DoorKey, AddressRow>();
  const desk = noDesk((values) => {
    const row = { ...values, id: `${STILL_TO_MAKE}${planned.size}` } as AddressRow;
    planned.set(row.id, row);
    return row;
  });
  const origin = { source: 'import', synthetic: false, batchId: null } as const;
  const known = new Map<string, DoorKey | null>();

  function plannedAt(key: DoorKey): AddressRow {
    const row = planned.get(key);
    if (row === undefined) throw new Error('an import lost an address');
    return row;
  }

  return {
    keyOf(text, readingOf, grids) {
      let key = known.get(text);
      if (key === undefined) {
        // What stands already is found by it, too.
        key = book.make(desk, readingOf(), base, { ...origin, ...grids })?.id ?? null;
        known.set(text, key);
      }
      return key;
    },
    toMake(keys) {
      const needed = new Set<DoorKey>();
      for (const door of keys) {
        for (let key = door; isToMake(key) && !needed.has(key); key = plannedAt(key).parentId ?? '')
          needed.add(key);
      }
      return needed.size;
    },
    maker(to, madeBy) {
      const ids = new Map<DoorKey, string>();
      function idOf(key: DoorKey): string {
        if (!isToMake(key)) return key;
        let id = ids.get(key);
        if (id === undefined) {
          const plan = plannedAt(key);
          const parentId = plan.parentId === null ? null : idOf(plan.parentId);
          id = to.put(addressesLedger, { ...plan, parentId, ...madeBy }).id;
          ids.set(key, id);
        }
        return id;
      }
      return { idOf, made: () => ids.size };
    },
  };
}

/** Takes new elements in without writing them; nobody asks it for more. */
function noDesk(put: (values: NewRow<typeof addresses>) => AddressRow): Desk {
  const none = (): never => {
    throw new Error('nothing is written before the import is');
  };
  return {
    now: '',
    put: ((_ledger: unknown, values: NewRow<typeof addresses>) => put(values)) as Desk['put'],
    patch: none,
    retire: none,
    revive: none,
    forget: none,
    answer: none,
    note: none,
    shelves: { keep: none, drop: none },
  };
}
