/** Where backups are looked for, and what lies there. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BACKUPS_MAX, type BackupPlace, type KnownBackup } from '#shared/contract/backups.ts';
import { dayOf, timeOf } from '#shared/kernel/calendar-day.ts';
import { backupsIn, readBackupName } from '#main/backup/names.ts';
import { dataFolder, type DataFolder } from '#main/files/data-folder.ts';
import type { Handles } from '#main/files/handles.ts';
import { readMark } from '#main/files/mark.ts';

export interface Places {
  readonly folder: DataFolder;
  readonly handles: Handles;
  /** Folders at which sticks are mounted. */
  readonly volumes: () => Promise<readonly string[]>;
  /** Where the open office puts its backups; while locked the mark says so. */
  readonly second?: string;
}

/** Newest first within a place. Of another office there is none, where this PC knows which it is. */
export async function knownBackups(places: Places): Promise<KnownBackup[]> {
  const { folder, handles } = places;
  const mark = readMark(folder.mark);
  const second = places.second ?? mark?.backupFolder ?? '';
  const looked: [BackupPlace, string][] = [
    ['own', folder.backups],
    ...(second === '' ? [] : [['second', second] satisfies [BackupPlace, string]]),
    ...(await places.volumes())
      .filter((root) => root !== second)
      .map((root): [BackupPlace, string] => ['stick', root]),
  ];
  return looked
    .flatMap(([place, path]) => rowsOf(handles, place, path))
    .filter(({ office }) => mark === null || office === mark.office)
    .map(({ row }) => row)
    .slice(0, BACKUPS_MAX);
}

/** A folder chosen by hand: a backup itself, under whatever name, or a folder of backups. */
export function chosenBackups(handles: Handles, path: string): KnownBackup[] {
  const { database } = dataFolder(path);
  if (!existsSync(database)) return rowsOf(handles, 'chosen', path).map(({ row }) => row);
  const name = basename(path);
  const made = statSync(database).mtime.toISOString();
  const { day, time, cause } = readBackupName(name) ?? {
    day: dayOf(made),
    time: timeOf(made),
    cause: 'daily',
  };
  return [
    { backup: handles.give(path).handle, name, place: 'chosen', folder: dirname(path), day, time, cause },
  ];
}

function rowsOf(
  handles: Handles,
  place: BackupPlace,
  folder: string,
): { readonly office: string; readonly row: KnownBackup }[] {
  return backupsIn(folder).map(({ name, office, day, time, cause }) => ({
    office,
    row: { backup: handles.give(join(folder, name)).handle, name, place, folder, day, time, cause },
  }));
}
