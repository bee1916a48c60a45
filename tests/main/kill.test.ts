/** A sample of the kills that `npm run faults -- commits` does whole, and the lock that a killed program leaves. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLockFile } from '#sealed-sqlite/lock-file.ts';
import { howOften } from '#tests/support/how-often.ts';
import { killWriter } from '#tests/support/killed-writer.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { buildWorker, startWorker } from '#tests/support/worker-process.ts';

const KILLS = howOften({ few: 10, whole: 200 });

let worker: string;
beforeAll(async () => {
  worker = await buildWorker('kill-worker.ts');
});
afterAll(() => rmSync(worker, { force: true }));

test(
  'killed at random points, it loses no visitor it had acknowledged and always verifies',
  { timeout: 180_000 },
  async () => {
    const { saved, flaws } = await killWriter(worker, KILLS);
    expect(flaws).toEqual([]);
    expect(saved).toBeGreaterThan(KILLS);
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
