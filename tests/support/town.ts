/** A store with a made-up town of people, doors and units, for tests that only read; and what stands in it. */
import type { Caller } from '#shared/kernel/caller.ts';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import { readRow } from '#main/db/row-writer.ts';
import { renewFinders } from '#main/db/finder.ts';
import {
  addresses,
  residents,
  units,
  type AddressRow,
  type ResidentRecord,
  type UnitRecord,
} from '#main/ledgers/population/tables.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { dwellerBook } from '#main/seed/people/dwellers.ts';
import { numberBook } from '#main/seed/people/numbers.ts';
import { populate } from '#main/seed/population.ts';
import { seededRandom } from '#main/seed/random.ts';
import { openTestStore, type TestStore } from './store.ts';

export interface Town extends TestStore {
  readonly people: readonly ResidentRecord[];
  readonly units: readonly UnitRecord[];
  /** The elements of an address, the topmost first. */
  chainOf(address: string): readonly AddressRow[];
}

/** To be closed by the test: it outlives each of them. */
export async function openTown(people: number, seed = 7): Promise<Town> {
  const desk = openTestStore({ keep: true });
  const { journal, store, officer, auxiliary } = desk;
  renewFinders(store.write, store.raw, LEDGER_TABLES);
  await journal.writeInSteps(
    { ...officer, door: 'import' } satisfies Caller,
    function* (write) {
      const world = {
        desk: write,
        random: seededRandom(seed).fork('population'),
        numbers: numberBook(),
        dwellers: dwellerBook(people),
        now: write.now,
        today: dayOf(write.now),
        officer: officer.staff,
        officerName: '李建国',
        auxiliaries: [auxiliary.staff],
      };
      yield* populate(world, people);
    },
    {},
  );
  const rows = (table: string) =>
    store.raw.prepare(`SELECT * FROM ${table} WHERE retired_at IS NULL ORDER BY id`).all() as Record<
      string,
      unknown
    >[];
  const tree = new Map(rows('addresses').map((row) => [String(row['id']), readRow(addresses, row)]));
  return {
    ...desk,
    people: rows('residents').map((row) => readRow(residents, row)),
    units: rows('units').map((row) => readRow(units, row)),
    chainOf(address) {
      const chain: AddressRow[] = [];
      for (let row = tree.get(address); row !== undefined; row = tree.get(row.parentId ?? ''))
        chain.unshift(row);
      return chain;
    },
  };
}
