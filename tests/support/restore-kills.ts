/** An office that is restored and killed at a step, started again, and looked at: the old one whole, or the new one whole. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { presentEpoch } from '#main/db/epoch.ts';
import { openStore } from '#main/db/open.ts';
import { verifyStore } from '#main/db/verify.ts';
import { settleRestore } from '#main/backup/restore/swap.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { readVault } from '#main/session/vault.ts';
import { ADMIN, OFFICE, openTestOffice } from './office.ts';
import { dataKeyOf } from './store.ts';
import { enquiry, newDraft } from './visits.ts';
import { startWorker } from './worker-process.ts';

export interface RestoreCase {
  /** An office with two visits, closed. */
  readonly office: string;
  /** A backup of it with the first of them alone. */
  readonly backup: string;
  readonly key: Buffer;
}

/** @param under an empty folder that the caller takes away */
export async function makeRestoreCase(under: string): Promise<RestoreCase> {
  const desk = await openTestOffice({ staffed: true });
  try {
    const register = (name: string) =>
      desk.counter.visitors.register({ visit: { ...enquiry, name }, draft: newDraft() });
    await desk.signIn('officer');
    await register('王先到');
    await desk.office().lock('asked');
    await desk.signIn('officer');
    await register('李后到');
    await desk.office().close();
    const office = join(under, 'office');
    cpSync(desk.dataDir, office, { recursive: true });
    const [name = ''] = readdirSync(join(office, 'backups'));
    const key = await dataKeyOf(office, ADMIN.login, ADMIN.password);
    return { office, backup: join(office, 'backups', name), key };
  } finally {
    await desk.dispose();
  }
}

/** Steps that the worker says: where it can be killed. */
export const STEPS = 12;

/** Which office stands after the kill and one start: `old` with both visits, `new` with one and the old one beside it. */
export type Stood = 'old' | 'new';

/**
 * @param worker tests/support/restore-worker.ts as buildWorker built it, `quick` like the office of the case
 * @param at killed at exactly this step, from 1; the last is STEPS
 */
export async function killRestore(
  { office, backup, key }: RestoreCase,
  worker: string,
  under: string,
  at: number,
): Promise<Stood> {
  const root = join(under, 'killed');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  cpSync(office, root, { recursive: true });
  const process = startWorker(worker, root, backup, key.toString('hex'), String(at));
  await process.lines(at);
  await process.kill();
  const folder = dataFolder(root);
  settleRestore(folder);
  if (existsSync(folder.restore) || existsSync(folder.restoreOrder))
    throw new Error('a start leaves nothing half done');
  return standing(root, key);
}

/** Throws where there is neither office, or half of one. */
function standing(root: string, key: Buffer): Stood {
  const visits = (path: string) => {
    const folder = dataFolder(path);
    readVault(folder.vault);
    const store = openStore(folder.database, key);
    try {
      const { rows } = verifyStore(store.raw, OFFICE.code, LEDGER_TABLES);
      return { epoch: presentEpoch(store.raw), visits: rows['visitors'] ?? 0 };
    } finally {
      store.close();
    }
  };
  const here = visits(root);
  const aside = readdirSync(root).filter((name) => name.startsWith('replaced-'));
  if (here.epoch === 1 && here.visits === 2 && aside.length === 0) return 'old';
  const [kept = ''] = aside;
  const before = aside.length === 1 ? visits(join(root, kept)) : null;
  if (here.epoch === 2 && here.visits === 1 && before?.epoch === 1 && before.visits === 2) return 'new';
  throw new Error(`neither the old office nor the new one: ${JSON.stringify({ here, before, aside })}`);
}
