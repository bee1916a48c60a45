/** A backup copied beside the store, opened there, brought to this version and proved. The backup itself stays as it is. */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { and, eq, isNull } from 'drizzle-orm';
import { refuse, refuseField, Refusal } from '#shared/kernel/failure.ts';
import { migrate } from '#main/db/migrate.ts';
import type { Store } from '#main/db/open.ts';
import { verifyChain, verifyPages, verifyStore } from '#main/db/verify.ts';
import { dataFolder, type DataFolder } from '#main/files/data-folder.ts';
import { readMark } from '#main/files/mark.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { officeRow } from '#main/office/service.ts';
import { hasPassword } from '#main/session/vault.ts';
import { staff } from '#main/staff/table.ts';
import { vaultAt, type Opener } from './keys.ts';

export interface Staged {
  /** Name of the backup's folder. */
  readonly name: string;
  readonly store: Store;
  readonly office: string;
  readonly lines: number;
  readonly opener: Opener;
  readonly keyFile: 'present' | 'backup';
  /** The administrator whose name was given; null where it was the recovery code. */
  readonly by: string | null;
}

/** Refuses with `invalid` and `backup` what is none. */
export function copyBackup(folder: DataFolder, backup: string): void {
  const from = dataFolder(backup);
  if (!existsSync(from.database)) refuseField('backup', 'not-a-backup');
  rmSync(folder.restore, { recursive: true, force: true });
  mkdirSync(folder.restore, { mode: 0o700 });
  const to = dataFolder(folder.restore);
  copyFileSync(from.database, to.database);
  // Only a data folder that was copied by hand has one.
  if (existsSync(`${from.database}-wal`)) copyFileSync(`${from.database}-wal`, `${to.database}-wal`);
  if (existsSync(from.vault)) copyFileSync(from.vault, to.vault);
}

/**
 * Opens the copy with the first key that does.
 * @param login whoever signs for it: an administrator then, or null with the recovery code
 */
export function openStaged(
  folder: DataFolder,
  backup: string,
  openers: readonly Opener[],
  login: string | null,
): Staged {
  const path = dataFolder(folder.restore).database;
  for (const opener of openers) {
    let store: Store;
    try {
      store = opener.openCopy(path);
    } catch (error) {
      if (isUnreadable(error)) continue;
      throw error;
    }
    try {
      return proved(folder, backup, store, opener, login);
    } catch (error) {
      store.close();
      throw error;
    }
  }
  return refuseField('backup', 'not-opened');
}

function isUnreadable(error: unknown): boolean {
  if (error instanceof Refusal) return error.failure.code === 'data-damaged';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT');
}

function proved(
  folder: DataFolder,
  backup: string,
  store: Store,
  opener: Opener,
  login: string | null,
): Staged {
  const lines = prove(store);
  const { code: office } = officeRow(store.read);
  const mark = readMark(folder.mark);
  if (mark !== null && mark.office !== office) refuseField('backup', 'other-office');
  const administrators = store.read
    .select({ id: staff.id, login: staff.login })
    .from(staff)
    .where(and(eq(staff.role, 'administrator'), isNull(staff.retiredAt)))
    .all();
  const by = login === null ? null : administrators.find((one) => one.login === login);
  if (by === undefined) refuse({ code: 'forbidden' });
  const today = vaultAt(folder.vault);
  // The passwords of today, unless nobody who looks after the office then could sign in with them.
  const isKept =
    opener.keyFile === 'present' &&
    today !== null &&
    administrators.some((one) => hasPassword(today, one.login));
  const keyFile = isKept ? 'present' : 'backup';
  if (keyFile === 'backup' && vaultAt(join(folder.restore, 'vault.json'))?.officeCode !== office)
    refuseField('backup', 'no-key-file');
  return { name: basename(backup), store, office, lines, opener, keyFile, by: by?.id ?? null };
}

function prove(store: Store): number {
  try {
    verifyPages(store.raw);
    const code: unknown = store.raw.prepare('SELECT code FROM offices').pluck().get();
    if (typeof code !== 'string') return refuse({ code: 'data-damaged', part: 'database' });
    verifyChain(store.raw, code, 0);
    migrate(store.write, () => undefined);
    return verifyStore(store.raw, code, LEDGER_TABLES).lines;
  } catch (error) {
    return isUnreadable(error) ? refuseField('backup', 'damaged') : rethrow(error);
  }
}

function rethrow(error: unknown): never {
  throw error;
}
