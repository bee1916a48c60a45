/**
 * Who may put a backup in place, and with which key it opens. Where a key file of today opens the office that stands here, it
 * counts: a password that was taken away must not come back through an old backup. Only an office that does not open, or is
 * not there, gives way to what opened the backup on its day.
 */
import { existsSync } from 'node:fs';
import type { BackupKey } from '#shared/contract/backups.ts';
import { Refusal } from '#shared/kernel/failure.ts';
import { openStill, openStore, type Store } from '#main/db/open.ts';
import type { DataFolder } from '#main/files/data-folder.ts';
import { readRecoveryCode } from '#main/session/recovery-code.ts';
import { openWithPassword, openWithRecovery, readVault, type Vault } from '#main/session/vault.ts';

/** One way to open a copy. */
export interface Opener {
  readonly keyFile: 'present' | 'backup';
  readonly openCopy: (path: string) => Store;
  /** Opens the store that stands here; null where this key does not, or nothing stands here. */
  readonly openPresent: () => { readonly raw: Store['raw']; close(): void } | null;
}

/** Null where it does not open, or there is none. */
function keyIn(vault: Vault | null, key: BackupKey): Promise<Buffer | null> {
  if (vault === null) return Promise.resolve(null);
  if ('login' in key) return openWithPassword(vault, key.login, key.password);
  const secret = readRecoveryCode(key.code);
  return secret === null ? Promise.resolve(null) : openWithRecovery(vault, secret);
}

/** Null for a key file that is not there, or is damaged. */
export function vaultAt(path: string): Vault | null {
  if (!existsSync(path)) return null;
  try {
    return readVault(path);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export function openerOf(keyFile: Opener['keyFile'], dataKey: Buffer, folder: DataFolder): Opener {
  return {
    keyFile,
    openCopy: (path) => openStore(path, dataKey),
    openPresent: () => {
      if (!existsSync(folder.database)) return null;
      try {
        return openStill(folder.database, dataKey);
      } catch {
        return null;
      }
    },
  };
}

/** The ways this key opens, the key file of today first; none for a wrong one. */
export async function openersFor(
  folder: DataFolder,
  backupVault: string,
  key: BackupKey,
): Promise<readonly Opener[]> {
  const today = await keyIn(vaultAt(folder.vault), key);
  const then = await keyIn(vaultAt(backupVault), key);
  const present = today === null ? [] : [openerOf('present', today, folder)];
  if (then === null) return present;
  const old = openerOf('backup', then, folder);
  const standing = vaultAt(folder.vault) === null ? null : old.openPresent();
  standing?.close();
  return standing === null ? [...present, old] : present;
}
