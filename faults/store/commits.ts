/** The office killed while it saves visitors, hundreds of times. */
import { rmSync } from 'node:fs';
import { killWriter } from '#tests/support/killed-writer.ts';
import { whenOver } from '#tests/support/when-over.ts';
import { buildWorker } from '#tests/support/worker-process.ts';
import { openRow, type FaultRow, type FaultRun } from '../family.ts';

const KILLS = 500;
/** A fresh store after so many, so that the full proof stays quick. */
const EACH = 50;

export async function killedCommits({ sample }: FaultRun): Promise<FaultRow[]> {
  const row = openRow(
    'kill -9 while visitors are saved',
    'every acknowledged one is there, the store proves itself',
  );
  const worker = await buildWorker('kill-worker.ts');
  whenOver(() => rmSync(worker, { force: true }));
  for (let done = 0; done < (sample ? 10 : KILLS); done += EACH) {
    const kills = sample ? 10 : EACH;
    const { flaws } = await killWriter(worker, kills);
    for (let i = 0; i < kills - flaws.length; i += 1) row.saw('whole after the kill');
    for (const flaw of flaws) row.surprise('not whole', flaw);
  }
  return [row.done()];
}
