/** A seeded population in a store of its own, read back as its ledgers hold it. */
import { createHash } from 'node:crypto';
import { parseChange } from '#bundle-format';
import { readRow } from '#main/db/row-writer.ts';
import { tableName, type Ledger, type LedgerTable, type Row } from '#main/db/ledger-table.ts';
import type { StepOptions } from '#main/db/steps.ts';
import { putDisputes } from '#main/seed/disputes/disputes.ts';
import { dwellerBook } from '#main/seed/people/dwellers.ts';
import { numberBook } from '#main/seed/people/numbers.ts';
import { populate } from '#main/seed/population.ts';
import { seededRandom } from '#main/seed/random.ts';
import { putStatutory } from '#main/seed/statutory/matters.ts';
import { putCare } from '#main/seed/wishes/care.ts';
import { putRights } from '#main/seed/wishes/rights.ts';
import { openTestStore, type TestStore } from '#tests/support/store.ts';
import { TODAY } from '#tests/support/visits.ts';

export interface MadeUpTown extends TestStore {
  rowsOf<T extends LedgerTable>(ledger: Ledger<T>): Row<T>[];
}

/** @param keep not closed with the test: the caller does it */
export async function madeUpTown(
  people: number,
  options: { readonly seed?: number; readonly keep?: boolean; readonly steps?: StepOptions } = {},
): Promise<MadeUpTown> {
  const town = openTestStore({ keep: options.keep ?? false });
  await fill(town, people, options.seed ?? 7, options.steps ?? {});
  return {
    ...town,
    rowsOf: (ledger) =>
      town.store.raw
        .prepare(`SELECT * FROM ${tableName(ledger.table)} WHERE retired_at IS NULL ORDER BY id`)
        .all()
        .map((row) => readRow(ledger.table, row as Record<string, unknown>)),
  };
}

export function fill(town: TestStore, people: number, seed: number, steps: StepOptions): Promise<number> {
  const caller = { ...town.officer, door: 'import' } as const;
  return town.journal.writeInSteps(
    caller,
    function* (desk) {
      const random = seededRandom(seed);
      const world = {
        desk,
        random,
        numbers: numberBook(),
        dwellers: dwellerBook(people),
        now: desk.now,
        today: TODAY,
        officer: town.officer.staff,
        officerName: '李建国',
        auxiliaries: [town.auxiliary.staff],
      };
      const made = yield* populate(world, people);
      yield* putDisputes({ ...world, random: random.fork('disputes') }, people);
      putStatutory({ ...world, random: random.fork('statutory') }, people);
      putCare({ ...world, random: random.fork('care') }, people);
      putRights({ ...world, random: random.fork('rights') }, people);
      return made;
    },
    steps,
  );
}

/** What the journal tells, without the random bytes and times that differ each time. */
export function factsHash(town: TestStore): string {
  const hash = createHash('sha256');
  for (const line of town.lines()) {
    const { l, k, op, b, v, d } = parseChange(line);
    if (l === 'staff') continue;
    hash.update(`${JSON.stringify([l, k, op, b, v, d])}\n`);
  }
  return hash.digest('hex');
}

export function countBy<T>(rows: readonly T[], keyOf: (row: T) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const key = keyOf(row) ?? '-';
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
