/** Killed while it imports or takes an import back, the office has all of it or nothing. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStore, type Store } from '#main/db/open.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { howOften } from '#tests/support/how-often.ts';
import { openImportDesk } from '#tests/support/import-desk.ts';
import { numberOf } from '#tests/support/people.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { buildWorker, startWorker } from '#tests/support/worker-process.ts';

const KILLS = howOften({ few: 8, whole: 50 });
const PEOPLE = 250;
/** Killed after up to so many words of the worker, a little into what follows. */
const WORDS = 10;
/** Every so often only after a whole import, however slow the machine is: what was said to be saved has to be tested, too. */
const WHOLE_EVERY = 5;
const INTO_MS = 25;

interface Batch {
  readonly id: string;
  readonly fromN: number;
  readonly toN: number;
  readonly undone: boolean;
}

function sheetOf(folder: string): string {
  const lines = Array.from(
    { length: PEOPLE },
    (_, at) =>
      `王${at % 2 === 0 ? '强' : '敏'},${numberOf(`1980${String(1 + (at % 9)).padStart(2, '0')}11`, String(100 + at))},青禾镇胜利社区青禾苑${1 + (at % 20)}栋${101 + at},户主`,
  );
  const path = join(folder, 'sheet.csv');
  writeFileSync(path, ['姓名,身份证号,现住址,与户主关系', ...lines].join('\n'));
  return path;
}

function count(store: Store, sql: string): number {
  return Number(store.raw.prepare(sql).pluck().get());
}

test(`at ${KILLS} random points`, { timeout: 180_000 }, async () => {
  const worker = await buildWorker('import-worker.ts');
  const desk = openImportDesk({ keep: true });
  const { path, key, officer } = desk;
  const sheet = sheetOf(tempFolder());
  desk.store.close();
  const said = new Set<string>();
  let torn = 0;
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const args = [path, key.toString('hex'), OFFICE_CODE, officer.staff, sheet];
      const process = startWorker(worker, ...args);
      if (kill % WHOLE_EVERY === 0) await process.lines(1, 'imported');
      else await process.lines(1 + Math.floor(Math.random() * WORDS));
      await pause(Math.random() * INTO_MS);
      const words = await process.kill();
      if ((words.at(-1) ?? '').startsWith('step')) torn += 1;
      for (const word of words) if (!word.startsWith('step')) said.add(word);

      const store = openStore(path, key);
      try {
        verifyStore(store.raw, OFFICE_CODE, LEDGER_TABLES);
        const batches = store.raw
          .prepare(
            'SELECT id, from_n AS fromN, to_n AS toN, undone_at IS NOT NULL AS undone FROM import_batches',
          )
          .all() as Batch[];
        const live = batches.filter(({ undone }) => !undone);
        const all = { kill, live: Math.min(live.length, 1), people: live.length * PEOPLE };
        const people = count(store, 'SELECT count(*) FROM residents WHERE retired_at IS NULL');
        expect({ kill, live: live.length, people }).toEqual(all);
        const households = count(store, 'SELECT count(*) FROM households WHERE retired_at IS NULL');
        expect(households).toBe(people);
        const brought = "SELECT count(*) FROM addresses WHERE retired_at IS NULL AND source = 'import'";
        expect(count(store, brought) > 0).toBe(live.length > 0);
        // Every line of an import belongs to a batch that is there.
        const lines = count(store, "SELECT count(*) FROM journal WHERE ledger = 'residents' AND op = 'I'");
        expect(lines).toBe(batches.length * PEOPLE);
        // What was said to be saved is saved.
        for (const word of said) {
          const [what, id] = word.split(' ');
          if (what === 'imported') expect(batches.map((batch) => batch.id)).toContain(id);
          if (what === 'undone') expect(batches.find((batch) => batch.id === id)?.undone).toBe(1);
        }
      } finally {
        store.close();
      }
    }
    // A good part of them in the middle of a transaction, or nothing was shown.
    expect(torn).toBeGreaterThan(KILLS / 5);
    expect([...said].filter((word) => word.startsWith('imported')).length).toBeGreaterThan(0);
  } finally {
    desk.close();
    rmSync(worker, { force: true });
  }
});
