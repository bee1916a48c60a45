/** Doors of the rows before anything is written: those in the ledger, and those that the import would make. */
import type { AddressReading } from '#shared/ledgers/population/address-text.ts';
import type { Desk } from '#main/db/journal.ts';
import type { Store } from '#main/db/open.ts';
import { addressBook } from '#main/ledgers/population/places/settle-address.ts';
import type { addresses, AddressRow } from '#main/ledgers/population/tables.ts';

/** Id of an element in the ledger, or a key of one that is still to be made. */
export type DoorKey = string;

export interface Doors {
  /** Null where nothing says in which place the door is. */
  keyOf(reading: AddressReading): DoorKey | null;
  /** Elements that have to be made for these doors, those above them included. */
  toMake(keys: Iterable<DoorKey>): number;
}

/** No record id begins with it. */
const STILL_TO_MAKE = '+';

export function isToMake(key: DoorKey): boolean {
  return key.startsWith(STILL_TO_MAKE);
}

export function openDoors(raw: Store['raw'], base: string | null): Doors {
  const book = addressBook(raw);
  const parents = new Map<DoorKey, string | null>();
  const desk = noDesk((values) => {
    const id = `${STILL_TO_MAKE}${parents.size}`;
    parents.set(id, values.parentId ?? null);
    return { ...values, id } as AddressRow;
  });
  const origin = { source: 'import', synthetic: false, batchId: null } as const;
  /** Rows of one household share one reading. */
  const known = new Map<AddressReading, DoorKey | null>();

  return {
    keyOf(reading) {
      let key = known.get(reading);
      if (key === undefined) {
        const there = book.find(reading, base);
        if (there !== null) key = there.id;
        else key = book.canMake(reading, base) ? book.make(desk, reading, base, origin).id : null;
        known.set(reading, key);
      }
      return key;
    },
    toMake(keys) {
      const needed = new Set<string>();
      for (let key of keys) {
        while (isToMake(key) && !needed.has(key)) {
          needed.add(key);
          key = parents.get(key) ?? '';
        }
      }
      return needed.size;
    },
  };
}

/** Takes new elements in without writing them; nobody asks it for more. */
function noDesk(put: (values: typeof addresses.$inferInsert) => AddressRow): Desk {
  const none = (): never => {
    throw new Error('nothing is written before the import is');
  };
  return {
    now: '',
    put: ((_ledger: unknown, values: typeof addresses.$inferInsert) => put(values)) as Desk['put'],
    patch: none,
    retire: none,
    revive: none,
    forget: none,
    note: none,
    shelves: { keep: none, drop: none },
  };
}
