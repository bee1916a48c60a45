/** The office killed without warning while it writes: what it said was saved is there, and the store proves it. */
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '#main/db/open.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { OFFICE_CODE, openTestStore } from './store.ts';
import { startWorker } from './worker-process.ts';

/** It is killed after up to so many saves, a little into the next one. */
const SAVES = 24;
const INTO_MS = 6;

export interface Killed {
  /** Saves it had acknowledged in all. */
  readonly saved: number;
  /** One for each kill after which something was not as it has to be. */
  readonly flaws: readonly string[];
}

/** Kills one store's writer so many times. @param worker built from kill-worker.ts */
export async function killWriter(worker: string, kills: number): Promise<Killed> {
  const desk = openTestStore({ keep: true });
  const { path, key, officer } = desk;
  desk.store.close();
  const acknowledged = new Map<string, number>();
  const flaws: string[] = [];
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
      const { flaw, held } = lookAt(path, key, acknowledged);
      if (flaw !== null) flaws.push(`kill ${i}: ${flaw}`);
      if (held < lines) flaws.push(`kill ${i}: ${held} lines after ${lines}`);
      lines = held;
    }
    return { saved: acknowledged.size, flaws };
  } finally {
    desk.close();
  }
}

function lookAt(
  path: string,
  key: Buffer,
  acknowledged: ReadonlyMap<string, number>,
): { flaw: string | null; held: number } {
  const store = openStore(path, key);
  try {
    const { lines } = verifyStore(store.raw, OFFICE_CODE, LEDGER_TABLES);
    const rows = store.raw.prepare('SELECT id, revision FROM visitors').raw().all() as [string, number][];
    const stored = new Map(rows);
    const missing = [...acknowledged].filter(([id, revision]) => (stored.get(id) ?? 0) < revision);
    if (missing.length > 0) return { flaw: `saved and gone: ${missing.join(' ')}`, held: lines };
    // A consumed draft points at its record: the two were saved together.
    const torn = store.raw
      .prepare(
        'SELECT count(*) FROM drafts WHERE record IS NOT NULL AND (content IS NOT NULL OR record NOT IN (SELECT id FROM visitors))',
      )
      .pluck()
      .get();
    return { flaw: torn === 0 ? null : `${String(torn)} drafts without their record`, held: lines };
  } finally {
    store.close();
  }
}
