/** The office killed without warning while it writes: what it said was saved is there, and the store proves it. */
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLockFile } from '#sealed-sqlite/lock-file.ts';
import { openStore } from '#main/db/open.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { howOften } from '#tests/support/how-often.ts';
import { OFFICE_CODE, openTestStore } from '#tests/support/store.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { buildWorker, startWorker } from '#tests/support/worker-process.ts';

const KILLS = howOften({ few: 24, whole: 200 });
/** Two stores at once, one for each core, and fresh ones after a while, so that the full proof stays quick. */
const LANES = 2;
const ROUNDS = 2;
/** It is killed after up to so many saves, a little into the next one. */
const SAVES = 24;
const INTO_MS = 6;

let worker: string;
beforeAll(async () => {
  worker = await buildWorker('kill-worker.ts');
});
afterAll(() => rmSync(worker, { force: true }));

/** Kills one store's writer again and again. Answers with how many saves were acknowledged. */
async function lane(kills: number): Promise<number> {
  const desk = openTestStore({ keep: true });
  const { path, key, officer } = desk;
  desk.store.close();
  const acknowledged = new Map<string, number>();
  let lines = 0;
  try {
    for (let i = 0; i < kills; i += 1) {
      const process = startWorker(worker, 'work', path, key.toString('hex'), OFFICE_CODE, officer.staff);
      // One in ten is killed while it still opens the store.
      if (i % 10 === 0) await pause(Math.random() * 100);
      else await process.lines(1 + Math.floor(Math.random() * SAVES));
      await pause(Math.random() * INTO_MS);
      for (const said of (await process.kill()).filter((line) => line !== 'ready')) {
        const [id = '', revision] = said.split(' ');
        acknowledged.set(id, Number(revision));
      }
      const store = openStore(path, key);
      try {
        const proof = verifyStore(store.raw, OFFICE_CODE, LEDGER_TABLES);
        expect(proof.lines).toBeGreaterThanOrEqual(lines);
        lines = proof.lines;
        const stored = new Map(
          store.raw.prepare('SELECT id, revision FROM visitors').raw().all() as [string, number][],
        );
        const missing = [...acknowledged].filter(([id, revision]) => (stored.get(id) ?? 0) < revision);
        expect({ kill: i, missing }).toEqual({ kill: i, missing: [] });
        // A consumed draft points at its record: the two were saved together.
        const torn = store.raw
          .prepare(
            'SELECT count(*) FROM drafts WHERE record IS NOT NULL AND (content IS NOT NULL OR record NOT IN (SELECT id FROM visitors))',
          )
          .pluck()
          .get();
        expect(torn).toBe(0);
      } finally {
        store.close();
      }
    }
    return acknowledged.size;
  } finally {
    desk.close();
  }
}

test(
  'killed at random points, it loses no visitor it had acknowledged and always verifies',
  { timeout: 180_000 },
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const saved = await Promise.all(Array.from({ length: LANES }, () => lane(KILLS / LANES / ROUNDS)));
      expect(Math.min(...saved)).toBeGreaterThan(KILLS / LANES / ROUNDS);
    }
  },
);

test('a folder held by a program that was killed is free at once, and busy until then', async () => {
  const path = `${tempFolder()}/lock.db`;
  const holder = startWorker(worker, 'hold', path);
  expect(await holder.lines(1)).toEqual(['held']);
  expect(openLockFile(path)).toBeNull();
  const second = startWorker(worker, 'hold', path);
  expect(await second.lines(1)).toEqual(['busy']);
  await second.kill();
  await holder.kill();
  const letGo = openLockFile(path);
  expect(letGo).not.toBeNull();
  expect(openLockFile(path)).toBeNull();
  letGo?.();
  const again = openLockFile(path);
  expect(again).not.toBeNull();
  again?.();
});
