/** The daily backup, made as the office locks: to the second place, or to the data folder where none was chosen. It never stops the lock: what goes wrong is noted and shown tomorrow. */
import type { Caller } from '#shared/kernel/caller.ts';
import { officeRow } from '#main/office/service.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { makeBackup } from './backup.ts';

const DAY_MS = 24 * 3_600_000;

/** Instant of the last backup that was proved; null when there is none. */
export function lastBackupAt(raw: OpenOffice['store']['raw']): string | null {
  const at = raw
    .prepare(
      `SELECT json_extract(line, '$.t') FROM journal WHERE ledger = 'backup' AND record = '-'
       AND json_extract(line, '$.d.event') = 'backup' ORDER BY epoch DESC, n DESC LIMIT 1`,
    )
    .pluck()
    .get();
  return typeof at === 'string' ? at : null;
}

export async function backUpDaily(open: OpenOffice, caller: Caller): Promise<void> {
  const { backupFolder } = officeRow(open.store.read);
  const last = lastBackupAt(open.store.raw);
  const due = last === null || Date.parse(open.clock.now()) - Date.parse(last) > DAY_MS;
  if (!due) return;
  try {
    await makeBackup(open, backupFolder === '' ? open.folder.backups : backupFolder, caller);
  } catch (error) {
    const kind = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    open.journal.write(caller, (desk) => desk.note('A', 'backup', '-', { event: 'backup-failed', kind }));
  }
}
