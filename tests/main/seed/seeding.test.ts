import { describe, expect, onTestFinished, test } from 'vitest';
import { Refusal } from '#shared/kernel/failure.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { GENERATOR, seedOffice } from '#main/seed/seed.ts';
import { liveRows } from '#main/weekly/live-rows.ts';
import { failureOfLater } from '#tests/support/failures.ts';
import { openTestOffice } from '#tests/support/office.ts';
import { OFFICE_CODE, openTestStore } from '#tests/support/store.ts';
import { factsHash, fill, madeUpTown } from './made-up-town.ts';

describe('a made-up population', () => {
  test('is the same from the same seed, to the last fact of the journal', async () => {
    const town = await madeUpTown(2000);
    const live = Object.entries(liveRows(town.store.raw, LEDGER_TABLES));
    const counts = Object.fromEntries(live.filter(([ledger, rows]) => rows > 0 && ledger !== 'staff'));
    const golden = { generator: GENERATOR, seed: 7, facts: factsHash(town), live: counts };
    // Other facts need another GENERATOR: whoever notes 'generator 2, seed 7' must be able to have the same people again.
    await expect(`${JSON.stringify(golden, null, 2)}\n`).toMatchFileSnapshot('golden-2000.json');
    expect(verifyStore(town.store.raw, OFFICE_CODE, LEDGER_TABLES).rows['residents']).toBe(2000);
  });

  test('is another from another seed', async () => {
    const [one, other] = [await madeUpTown(400, { seed: 7 }), await madeUpTown(400, { seed: 8 })];
    expect(factsHash(one)).not.toBe(factsHash(other));
    const names = (town: typeof one) => town.rowsOf(residentsLedger).map(({ name }) => name);
    expect(names(one)).not.toEqual(names(other));
  });

  test('has exactly as many people as were asked for', async () => {
    for (const people of [0, 1, 2, 11, 19, 40, 299, 300, 501]) {
      const town = await madeUpTown(people);
      expect(town.rowsOf(residentsLedger)).toHaveLength(people);
      const { addresses } = liveRows(town.store.raw, LEDGER_TABLES);
      expect((addresses ?? 0) > 0).toBe(people > 0);
    }
  });

  test('shows how far it is, and leaves nothing behind when it is stopped', async () => {
    const town = openTestStore();
    const before = town.lines();
    const stop = new AbortController();
    const seen: number[] = [];
    const seeding = fill(town, 5000, 7, {
      signal: stop.signal,
      onProgress: ({ done, total }) => {
        expect(total).toBe(5000);
        seen.push(done);
        if (seen.length === 5) stop.abort();
      },
    });
    expect(await failureOfLater(() => seeding)).toMatchObject({ code: 'cancelled' });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBeLessThan(5000);
    expect(town.lines()).toEqual(before);
  });
});

describe('filling an office', () => {
  async function opened() {
    const desk = await openTestOffice();
    onTestFinished(() => desk.dispose());
    const open = desk.office().session.opened();
    const caller = desk.office().session.caller();
    if (open === null || caller === null) throw new Refusal({ code: 'locked' });
    const seed = (residents: number) =>
      seedOffice(open, caller, desk.clock, {
        residents,
        visitors: 5,
        seed: 7,
        password: 'the lamp stays lit 24',
      });
    const live = () => liveRows(open.store.raw, LEDGER_TABLES);
    return { seed, live };
  }

  test('gives it a place once, and visitors as often as wanted', async () => {
    const { seed, live } = await opened();
    expect(await seed(0)).toMatchObject({ generator: GENERATOR, residents: 0, visitors: 5 });
    expect(live()).toMatchObject({ residents: 0, addresses: 0, visitors: 5, staff: 5 });
    expect(await seed(60)).toMatchObject({ residents: 60 });
    expect(live()).toMatchObject({ residents: 60, visitors: 10, staff: 5 });
    expect(await failureOfLater(() => seed(60))).toEqual({
      code: 'invalid',
      issues: [{ field: 'rows', rule: 'not-empty' }],
    });
    expect(live()).toMatchObject({ residents: 60, visitors: 10 });
  });
});
