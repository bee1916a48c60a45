/** An office killed at every step of a restore from a backup. */
import { rmSync } from 'node:fs';
import { killRestore, makeRestoreCase, STEPS } from '#tests/support/restore-kills.ts';
import { makeFolder } from '#tests/support/temp-folder.ts';
import { whenOver } from '#tests/support/when-over.ts';
import { buildWorker } from '#tests/support/worker-process.ts';
import { openRow, spreadOver, type FaultRow, type FaultRun } from '../family.ts';

/** Each step so many times. */
const ROUNDS = 8;

export async function killedRestores({ sample }: FaultRun): Promise<FaultRow[]> {
  const row = openRow(
    `kill -9 at each of ${STEPS} steps of a restore`,
    'the old office whole, or the new one whole',
  );
  const under = makeFolder();
  try {
    const worker = await buildWorker('restore-worker.ts', { quick: true });
    whenOver(() => rmSync(worker, { force: true }));
    const office = await makeRestoreCase(under);
    for (let round = 0; round < (sample ? 1 : ROUNDS); round += 1)
      for (const step of spreadOver(STEPS, sample ? 4 : STEPS)) {
        try {
          row.saw(`the ${await killRestore(office, worker, under, step + 1)} one`);
        } catch (error) {
          row.surprise('neither', `step ${step + 1}: ${String(error)}`);
        }
      }
  } finally {
    rmSync(under, { recursive: true, force: true });
  }
  return [row.done()];
}
