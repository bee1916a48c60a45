/** The calls of the way back: at the lock screen and the first run, and in the settings of an open office. */
import type { backupsContract, restoreContract } from '#shared/contract/backups.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { makeBackup } from '#main/backup/backup.ts';
import { lastBackupAt } from '#main/backup/daily.ts';
import type { Handles } from '#main/files/handles.ts';
import { officeRow } from '#main/office/service.ts';
import type { Calls } from '#main/rpc/calls.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import type { Shell } from '#main/shell/shell.ts';
import { lastReplaced } from './aside.ts';
import { chosenBackups, knownBackups, type Places } from './known.ts';
import type { Restorer } from './restorer.ts';

export interface RestoreDoor extends Places {
  readonly restorer: Restorer;
  readonly shell: Shell;
  /** Whether somebody is signed in: then the settings have the work. */
  readonly isOpen: () => boolean;
}

async function chosen({ shell, handles }: { shell: Shell; handles: Handles }) {
  const path = await shell.chooseFolder('backup');
  return path === null ? refuse({ code: 'cancelled' }) : chosenBackups(handles, path);
}

export function restoreService(door: RestoreDoor): Calls<typeof restoreContract> {
  const { restorer, handles } = door;
  const needLocked = () => (door.isOpen() ? refuse({ code: 'forbidden' }) : undefined);
  return {
    found: () => (door.isOpen() ? [] : knownBackups(door)),
    choose: () => {
      needLocked();
      return chosen(door);
    },
    look: (input) => {
      needLocked();
      return restorer.lookLocked(handles.pathOf(input.backup), input.key);
    },
    go: () => {
      needLocked();
      return restorer.go(null);
    },
    last: () => ({ replaced: lastReplaced(door.folder) }),
    keepCopy: () => {
      needLocked();
      return { folder: restorer.keepCopy() };
    },
  };
}

export interface BackupsRoom extends Places {
  readonly open: OpenOffice;
  readonly restorer: Restorer;
  readonly shell: Shell;
  /** Refuses with `wrong-password` and the wait it brings. */
  readonly provePassword: (password: string) => Promise<void>;
}

export function backupsService(room: BackupsRoom): Calls<typeof backupsContract> {
  const { open, restorer, handles } = room;
  return {
    last: () => ({ at: lastBackupAt(open.store.raw) }),
    found: () => knownBackups({ ...room, second: officeRow(open.store.read).backupFolder }),
    choose: () => chosen(room),
    make: async (_input, caller) => {
      const { backupFolder } = officeRow(open.store.read);
      const place = backupFolder === '' ? open.folder.backups : backupFolder;
      const { folder, lines } = await makeBackup(open, place, caller);
      return { name: folder, lines };
    },
    look: async (input) => {
      await room.provePassword(input.password);
      return restorer.lookOpen(handles.pathOf(input.backup), input.key);
    },
    go: (_input, caller) => restorer.go(caller),
  };
}
