/** The office killed without warning while it forgets: each run is whole or was none, and what it certified is gone. */
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readForgotten } from '#bundle-format';
import { openStore } from '#main/db/open.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { howOften } from '#tests/support/how-often.ts';
import { OFFICE_CODE, openTestStore } from '#tests/support/store.ts';
import { buildWorker, startWorker } from '#tests/support/worker-process.ts';

const KILLS = howOften({ few: 4, whole: 16 });
/** Lines it says before it is killed, a little later. */
const SAID = 6;
const INTO_MS = 40;

let worker: string;
beforeAll(async () => {
  worker = await buildWorker('retention-worker.ts');
});
afterAll(() => rmSync(worker, { force: true }));

test(
  'killed at random points, it never leaves half a record behind, and the next run goes on',
  { timeout: 120_000 },
  async () => {
    const desk = openTestStore({ keep: true });
    const { path, key, officer, clock } = desk;
    for (let day = 0; day < 4; day += 1) {
      desk.journal.write(officer, (write) => write.note('A', 'staff', officer.staff, { event: 'unlocked' }));
      clock.forward({ days: 1 });
    }
    desk.store.close();
    let [certified, waiting] = [0, 0];
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const process = startWorker(
          worker,
          path,
          key.toString('hex'),
          OFFICE_CODE,
          officer.staff,
          clock.now(),
        );
        await process.lines(1 + Math.floor(Math.random() * SAID));
        await pause(Math.random() * INTO_MS);
        const said = (await process.kill()).filter((line) => line.startsWith('forgot'));
        const store = openStore(path, key);
        try {
          expect(verifyStore(store.raw, OFFICE_CODE, LEDGER_TABLES).lines).toBeGreaterThan(0);
          const lines = store.raw
            .prepare('SELECT n, op, ledger, record, line FROM journal ORDER BY n')
            .all() as {
            n: number;
            op: string;
            ledger: string;
            record: string;
            line: string;
          }[];
          // What it said was forgotten is.
          for (const [, from, to] of said.map((line) => line.split(' ').slice(1).map(Number)))
            for (let n = from ?? 0; n <= (to ?? 0); n += 1) expect(lines[n - 1]?.op).toBe('F');
          const gone = new Set(lines.filter(({ op }) => op === 'F').map(({ record }) => record));
          for (const { op, ledger, record, line } of lines)
            if (ledger === 'visitors' && op === 'I')
              expect(readForgotten(line) !== null, record).toBe(gone.has(record));
          const named = store.raw.prepare('SELECT id FROM visitors WHERE name IS NOT NULL').pluck().all();
          expect(named.filter((id) => gone.has(String(id)))).toEqual([]);
          // Each forgotten record stands on exactly one certificate.
          const counts = store.raw
            .prepare(
              `SELECT coalesce(sum(json_extract(line, '$.d.count')), 0) FROM journal
                WHERE ledger = 'retention' AND json_extract(line, '$.d.event') = 'forgotten'`,
            )
            .pluck()
            .get();
          expect(counts).toBe(gone.size);
          certified = gone.size;
          waiting += named.length;
        } finally {
          store.close();
        }
      }
      expect(certified).toBeGreaterThan(KILLS);
      // Some were killed between the visits and their end: else nothing was tried.
      expect(waiting).toBeGreaterThan(0);
    } finally {
      desk.close();
    }
  },
);
