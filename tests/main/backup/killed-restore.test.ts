/** The power goes while an office is restored: afterwards there is the old one or the new one, whole. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killRestore, makeRestoreCase, type Stood } from '#tests/support/restore-kills.ts';
import { makeFolder } from '#tests/support/temp-folder.ts';
import { buildWorker } from '#tests/support/worker-process.ts';

/** A sample of its steps, among them the last before the order and the first after it; `npm run faults` kills at every one. */
const SAMPLE = [2, 4, 5, 6, 8, 10] as const;

let worker: string;
let under: string;
beforeAll(async () => {
  worker = await buildWorker('restore-worker.ts', { quick: true });
  under = makeFolder();
});
afterAll(() => rmSync(worker, { force: true }));

test('killed at any step it leaves an office that opens: the old one before the order, the new one after it', async () => {
  const office = await makeRestoreCase(under);
  const stood: Stood[] = [];
  for (const at of SAMPLE) stood.push(await killRestore(office, worker, under, at));
  // Once the new one stands it stands after every later step too.
  expect(stood.toSorted((a, b) => (a === b ? 0 : a === 'old' ? -1 : 1))).toEqual(stood);
  expect(new Set(stood)).toEqual(new Set(['old', 'new']));
});
