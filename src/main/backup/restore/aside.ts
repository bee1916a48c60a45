/** Folders beside the store that keep what was replaced, or what does not open, as it was; and when they go. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, daysBetween, timeToSecondsOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Instant } from '#shared/kernel/clock.ts';
import { dataFolder, holdsOffice, type DataFolder } from '#main/files/data-folder.ts';

/** As long as the oldest backup: what was deleted since must leave these copies too. */
const KEEP_DAYS = 8 * 7;
const NAME = /^(?:replaced|corrupt)-(\d{4})(\d{2})(\d{2})-\d{6}(?:-\d+)?$/;

/** A name that is not taken, by the day and time of China as a backup's, whatever zone the PC is set to. */
export function asideName(folder: DataFolder, kind: 'replaced' | 'corrupt', now: Instant): string {
  const [day, time] = [dayOf(now).replaceAll('-', ''), timeToSecondsOf(now).replaceAll(':', '')];
  const name = `${kind}-${day}-${time}`;
  const isFree = (one: string) => !existsSync(join(folder.root, one));
  if (isFree(name)) return name;
  for (let i = 2; ; i += 1) if (isFree(`${name}-${i}`)) return `${name}-${i}`;
}

/** Copies the store, its log, the key file and the outbox byte by byte; nothing of them is opened. */
export function keepCorrupt(folder: DataFolder, now: Instant): string {
  const name = asideName(folder, 'corrupt', now);
  const copy = join(folder.root, name);
  mkdirSync(copy, { mode: 0o700 });
  for (const one of ['office.db', 'office.db-wal', 'office.db-shm', 'vault.json', 'mark.json', 'outbox']) {
    const path = join(folder.root, one);
    if (existsSync(path)) cpSync(path, join(copy, one), { recursive: true });
  }
  return name;
}

/**
 * Name of the newest folder that keeps an office which was replaced; null where there is none: on a new PC there was nothing
 * to keep. Asked of the disk: the time in an older name is that of the PC's own zone, and names of one second differ by a
 * number only.
 */
export function lastReplaced(folder: DataFolder): string | null {
  const filledAt = (name: string) => statSync(join(folder.root, name)).mtimeMs;
  return (
    readdirSync(folder.root)
      .filter((name) => name.startsWith('replaced-') && NAME.test(name))
      .filter((name) => holdsOffice(dataFolder(join(folder.root, name))))
      .sort((a, b) => filledAt(a) - filledAt(b))
      .at(-1) ?? null
  );
}

export function dropOldAside(folder: DataFolder, today: CalendarDay): void {
  for (const name of readdirSync(folder.root)) {
    const [, year, month, day] = NAME.exec(name) ?? [];
    if (year !== undefined && daysBetween(`${year}-${month}-${day}`, today) > KEEP_DAYS)
      rmSync(join(folder.root, name), { recursive: true, force: true });
  }
}
