/**
 * Putting a prepared office in place of the one that stands here. The order is one small file: before it is written nothing
 * has changed, and once it is there every start carries it out to its end. Each step is one rename, so a crash leaves either
 * the old office or the way to the new one, and what was replaced lies whole in a folder of its own.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { dataFolder, type DataFolder } from '#main/files/data-folder.ts';
import { replaceFile, syncFolder } from '#main/files/replace-file.ts';

const orderSchema = z.strictObject({
  format: z.literal('lamplight-restore'),
  v: z.literal(1),
  replaced: z.string().check(z.regex(/^replaced-\d{8}-\d{6}(-\d+)?$/)),
});

/** What a restore puts in place. The key file is last: an office exists once it is there. */
const NEW = ['outbox', 'office.db', 'vault.json'] as const;
/** What goes with the store that they belong to, and has no successor. */
const OLD = ['office.db-wal', 'office.db-shm'] as const;

/** From here on the restore happens, whatever comes between. */
export function orderRestore(folder: DataFolder, replaced: string): void {
  const order = orderSchema.parse({ format: 'lamplight-restore', v: 1, replaced });
  replaceFile(folder.restoreOrder, `${JSON.stringify(order)}\n`);
}

/**
 * Carries out an order that is there, and clears away a preparation that got none. Only while nobody has the store open.
 * @param onStep called after each step; a crash may come at any of them
 */
export function settleRestore(folder: DataFolder, onStep: (step: string) => void = () => undefined): void {
  if (!existsSync(folder.restoreOrder)) {
    rmSync(folder.restore, { recursive: true, force: true });
    return;
  }
  const { replaced } = orderSchema.parse(JSON.parse(readFileSync(folder.restoreOrder, 'utf8')));
  const aside = join(folder.root, replaced);
  const staged = dataFolder(folder.restore);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  // The log first: it must never lie beside the new store.
  if (existsSync(staged.database)) for (const name of OLD) setAside(name);
  for (const name of NEW) {
    const fresh = join(staged.root, name);
    if (!existsSync(fresh)) continue;
    setAside(name);
    renameSync(fresh, join(folder.root, name));
    onStep(`placed ${name}`);
  }
  for (const path of [aside, folder.root]) syncFolder(path);
  rmSync(folder.restoreOrder);
  onStep('order done');
  rmSync(folder.restore, { recursive: true, force: true });

  function setAside(name: string): void {
    const here = join(folder.root, name);
    if (!existsSync(here)) return;
    renameSync(here, join(aside, name));
    onStep(`set aside ${name}`);
  }
}
