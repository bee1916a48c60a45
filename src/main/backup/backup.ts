/** A backup is the store and its key file in a folder of their own, proved after it was written, named when it is whole. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, daysBetween, isoWeekOf, timeOf } from '#shared/kernel/calendar-day.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { copyStore } from '#main/db/copy.ts';
import { verifyStore } from '#main/db/verify.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { syncFolder } from '#main/files/replace-file.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import type { OpenOffice } from '#main/session/open-office.ts';

/** All backups of the last fortnight and one a week for eight weeks; older ones go, so that what was deleted leaves them too. */
const KEEP_DAYS = 14;
const KEEP_WEEKS = 8;
const NAME = /^lamplight-\d{6}-\d{2}-(\d{4})(\d{2})(\d{2})-\d{4}$/;

export interface Backup {
  /** Name of the folder made under the destination. */
  readonly folder: string;
  readonly bytes: number;
  readonly lines: number;
}

export function makeBackup(open: OpenOffice, destination: string, caller: Caller): Promise<Backup> {
  return Promise.resolve().then(() => copyAndProve(open, destination, caller));
}

function copyAndProve(open: OpenOffice, destination: string, caller: Caller): Backup {
  // A disk that is not there must not be replaced by a folder of its name on this one.
  if (!existsSync(destination)) refuse({ code: 'io', detail: 'ENOENT' });
  const now = open.clock.now();
  const name = `lamplight-${open.office}-${dayOf(now).replaceAll('-', '')}-${timeOf(now).replace(':', '')}`;
  const part = dataFolder(join(destination, `${name}.part`));
  rmSync(part.root, { recursive: true, force: true });
  mkdirSync(part.root, { mode: 0o700 });
  try {
    copyStore(open.store.write, part.database);
    copyFileSync(open.vaultPath, part.vault);
    const copy = open.keyring.openCopy(part.database);
    const proof = verifyStore(copy.raw, open.office, LEDGER_TABLES);
    copy.close();
    const final = join(destination, name);
    rmSync(final, { recursive: true, force: true });
    renameSync(part.root, final);
    syncFolder(destination);
    open.journal.write(caller, (desk) =>
      desk.note('A', 'backup', '-', { event: 'backup', folder: name, lines: proof.lines }),
    );
    dropOld(destination, dayOf(now));
    return { folder: name, bytes: statSync(dataFolder(final).database).size, lines: proof.lines };
  } catch (error) {
    rmSync(part.root, { recursive: true, force: true });
    throw error;
  }
}

/** Only folders that bear a backup's whole name are ours to remove. */
function dropOld(destination: string, today: string): void {
  const weeks = new Set<string>();
  for (const name of readdirSync(destination).sort().reverse()) {
    const [, year, month, day] = NAME.exec(name) ?? [];
    if (year === undefined) continue;
    const made = `${year}-${month}-${day}`;
    const age = daysBetween(made, today);
    const { week } = isoWeekOf(made);
    const firstOfWeek = !weeks.has(`${year}-${week}`);
    weeks.add(`${year}-${week}`);
    const keep = age <= KEEP_DAYS || (firstOfWeek && age <= KEEP_WEEKS * 7);
    if (!keep) rmSync(join(destination, name), { recursive: true, force: true });
  }
}
