/** The same way back behind two doors: locked, damaged or not set up; or an administrator's settings. */
import type { BackupKey, KnownBackup, Restored, RestorePreview } from '#shared/contract/backups.ts';
import type { Office } from '#renderer/client/office.ts';

export interface RestoreDoor {
  /** What proves who asks: a name and password, or one's own password again. */
  readonly asks: 'key' | 'password';
  readonly found: () => Promise<KnownBackup[]>;
  readonly choose: () => Promise<KnownBackup[]>;
  readonly look: (backup: string, password: string, key: BackupKey | null) => Promise<RestorePreview>;
  readonly go: () => Promise<Restored>;
}

export function lockedDoor({ client }: Office): RestoreDoor {
  return {
    asks: 'key',
    found: () => client.restore.found({}),
    choose: () => client.restore.choose({}),
    look: (backup, password, key) => client.restore.look({ backup, key: key ?? { login: '', password } }),
    go: () => client.restore.go({}),
  };
}

export function openDoor({ client }: Office): RestoreDoor {
  return {
    asks: 'password',
    found: () => client.backups.found({}),
    choose: () => client.backups.choose({}),
    look: (backup, password, key) => client.backups.look({ backup, password, key }),
    go: () => client.backups.go({}),
  };
}
