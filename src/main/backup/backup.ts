/** Backups of the open office: when somebody asks for one, and before what cannot be taken back by itself. */
import type { BackupCause } from '#shared/contract/backups.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { officeRow } from '#main/office/service.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { copyAndProve, type Backup, type BackupSource } from './copy-and-prove.ts';

export function makeBackup(
  open: OpenOffice,
  destination: string,
  caller: Caller,
  cause: BackupCause = 'daily',
): Promise<Backup> {
  return Promise.resolve().then(() => {
    const made = copyAndProve(sourceOf(open), destination, cause);
    noteBackup(open, caller, made);
    return made;
  });
}

/**
 * Before something that cannot be taken back by itself: to the second place, and to the data folder where none is set or it
 * cannot be written. What it goes before is not done where neither can.
 */
export function backUpFirst(open: OpenOffice, caller: Caller, cause: BackupCause): Promise<Backup> {
  return Promise.resolve().then(() => {
    const { backupFolder } = officeRow(open.store.read);
    const source = sourceOf(open);
    const made = attemptAt(source, backupFolder, cause) ?? copyAndProve(source, open.folder.backups, cause);
    noteBackup(open, caller, made);
    return made;
  });
}

function attemptAt(source: BackupSource, place: string, cause: BackupCause): Backup | null {
  if (place === '') return null;
  try {
    return copyAndProve(source, place, cause);
  } catch {
    // Pulled out, full or read-only: the caller has another place, and the daily backup says that this one failed.
    return null;
  }
}

function sourceOf({ store, folder, office, clock, keyring }: OpenOffice): BackupSource {
  const { write } = store;
  return { write, vaultPath: folder.vault, office, now: clock.now(), openCopy: keyring.openCopy };
}

function noteBackup({ journal }: OpenOffice, caller: Caller, { folder, lines }: Backup): void {
  journal.write(caller, (desk) => desk.note('A', 'backup', '-', { event: 'backup', folder, lines }));
}
