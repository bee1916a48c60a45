/** Names of backups: the office, the day and the minute, and what it was made before. Which of them stay. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, daysBetween, isoWeekOf, timeOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { BACKUP_CAUSES, type BackupCause } from '#shared/contract/backups.ts';

/** All backups of the last fortnight and one a week for eight weeks; older ones go, so that what was deleted leaves them too. */
const KEEP_DAYS = 14;
const KEEP_WEEKS = 8;
/** Of those that were made before something, the newest so many; none is older than the others. */
const KEEP_BEFORE = 6;

const NAME =
  /^lamplight-(\d{6}-\d{2})-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(?:-before-(migration|import|restore))?$/;

export interface BackupName {
  readonly name: string;
  readonly office: string;
  readonly day: CalendarDay;
  /** HH:MM of the office. */
  readonly time: string;
  /** What it was made before; `daily` of every other. */
  readonly cause: BackupCause;
}

/** @param now instant */
export function nameOfBackup(office: string, now: string, cause: BackupCause): string {
  const before = cause === 'daily' ? '' : `-before-${cause}`;
  return `lamplight-${office}-${dayOf(now).replaceAll('-', '')}-${timeOf(now).replace(':', '')}${before}`;
}

/** Null for any other folder. */
export function readBackupName(name: string): BackupName | null {
  const [, office, year, month, day, hour, minute, before] = NAME.exec(name) ?? [];
  if (office === undefined) return null;
  const cause = BACKUP_CAUSES.find((one) => one === before) ?? 'daily';
  return { name, office, day: `${year}-${month}-${day}`, time: `${hour}:${minute}`, cause };
}

/** Backups that lie in a folder, newest first; none where it is not there. */
export function backupsIn(folder: string): BackupName[] {
  return entriesOf(folder)
    .flatMap((name) => readBackupName(name) ?? [])
    .sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
}

function orderOf({ day, time, name }: BackupName): string {
  return `${day} ${time} ${name}`;
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Only folders that bear a backup's whole name are ours to remove. */
export function dropOldBackups(folder: string, today: CalendarDay): void {
  const weeks = new Set<string>();
  let before = 0;
  for (const { name, day, cause } of backupsIn(folder)) {
    const age = daysBetween(day, today);
    const { year, week } = isoWeekOf(day);
    const isYoung = age <= KEEP_WEEKS * 7;
    let keep: boolean;
    if (cause === 'daily') {
      const isFirstOfWeek = !weeks.has(`${year}-${week}`);
      weeks.add(`${year}-${week}`);
      keep = age <= KEEP_DAYS || (isFirstOfWeek && isYoung);
    } else {
      before += 1;
      keep = before <= KEEP_BEFORE && isYoung;
    }
    if (!keep) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
