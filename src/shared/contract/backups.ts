/** Backups and the way back: what there is, how it differs from what stands here, and putting it in place. */
import * as z from 'zod/mini';
import { ROLES } from '#shared/kernel/role.ts';
import { LEDGERS } from '#shared/ledgers/names.ts';
import { call } from './call.ts';
import { login } from './session.ts';
import { day, handle, instant, nothing } from './shapes.ts';

/** What a backup was made before; `daily` of those made at a lock or because somebody asked. */
export const BACKUP_CAUSES = ['daily', 'migration', 'import', 'restore'] as const;
export type BackupCause = (typeof BACKUP_CAUSES)[number];

/** Where a backup was found: the data folder, the place that was set, a stick, or a folder chosen by hand. */
export const BACKUP_PLACES = ['own', 'second', 'stick', 'chosen'] as const;
export type BackupPlace = (typeof BACKUP_PLACES)[number];

/** More than all places together keep. */
export const BACKUPS_MAX = 200;

export const knownBackup = z.object({
  backup: handle,
  /** Name of its folder. */
  name: z.string(),
  place: z.enum(BACKUP_PLACES),
  /** The folder it lies in. */
  folder: z.string(),
  day,
  time: z.string(),
  cause: z.enum(BACKUP_CAUSES),
});
export type KnownBackup = z.infer<typeof knownBackup>;

const knownBackups = z.array(knownBackup).check(z.maxLength(BACKUPS_MAX));

/** What opens a backup: an administrator's name and password, of today or as they were then, or the recovery code. */
export const backupKey = z.union([
  z.object({ login, password: z.string().check(z.minLength(1), z.maxLength(200)) }),
  z.object({ code: z.string().check(z.minLength(1), z.maxLength(80)) }),
]);
export type BackupKey = z.infer<typeof backupKey>;

/** Lines of the journal, and who else has them. */
export const lineRange = z.object({
  epoch: z.int(),
  from: z.int(),
  to: z.int(),
  /** `station`: it has confirmed them, and they can come back from there. `nobody`: they are gone with this restore. */
  holder: z.enum(['station', 'nobody']),
});
export type LineRange = z.infer<typeof lineRange>;

export const RANGES_MAX = 100;

export const ledgerDifference = z.object({
  ledger: z.enum(LEDGERS),
  /** Records in the backup, those taken out included. */
  inBackup: z.int(),
  /** Records that only stand here, that only the backup has, and that are newer on one side. */
  onlyHere: z.int(),
  onlyThere: z.int(),
  newerHere: z.int(),
  newerThere: z.int(),
});
export type LedgerDifference = z.infer<typeof ledgerDifference>;

export const restorePreview = z.object({
  name: z.string(),
  office: z.string(),
  officeName: z.string(),
  lines: z.int(),
  /** `store`: compared with what stands here. `mark`: that cannot be opened, only its last line is known. `nothing`. */
  comparedWith: z.enum(['store', 'mark', 'nothing']),
  /** Without the ledgers that nobody is told of; where nothing could be compared only `inBackup` is more than 0. */
  ledgers: z.array(ledgerDifference).check(z.maxLength(LEDGERS.length)),
  /** Lines that stood here and that the backup lacks. */
  lacks: z.array(lineRange).check(z.maxLength(RANGES_MAX)),
  /** Lines of the backup that do not stand here. */
  brings: z.int(),
  /** Whose passwords count afterwards: those of today, or those of the day of the backup. */
  keyFile: z.enum(['present', 'backup']),
});
export type RestorePreview = z.infer<typeof restorePreview>;

export const restored = z.object({
  /** Folder in the data folder that holds what was replaced; null where nothing was. */
  replaced: z.nullable(z.string()),
  epoch: z.int(),
});
export type Restored = z.infer<typeof restored>;

/** While locked, damaged or not set up. Whoever asks has to open the backup; where an office still stands, it too. */
export const restoreContract = {
  found: call({ roles: 'anyone' }).input(nothing).output(knownBackups),
  /** A folder that is a backup, or holds some. */
  choose: call({ roles: 'anyone' }).input(nothing).output(knownBackups),
  /** Copies it beside, proves it, and says how it differs. Changes nothing. */
  look: call({ roles: 'anyone' })
    .input(z.object({ backup: handle, key: backupKey }))
    .output(restorePreview),
  /** What was looked at last takes the place of what stands here. The office ends, and begins anew locked. */
  go: call({ roles: 'anyone' }).input(nothing).output(restored),
  /** Where the last restore put what it replaced: the folder's name, said once the office begins anew. */
  last: call({ roles: 'anyone' })
    .input(nothing)
    .output(z.object({ replaced: z.nullable(z.string()) })),
  /** Files that do not open, copied as they are. Answers with the folder's name. */
  keepCopy: call({ roles: 'anyone' })
    .input(nothing)
    .output(z.object({ folder: z.string() })),
};

/** The same while somebody is signed in: an administrator, with the password again. Everybody is told how old the last one is. */
export const backupsContract = {
  /** When the last backup was proved; null where there is none. */
  last: call({ roles: ROLES })
    .input(nothing)
    .output(z.object({ at: z.nullable(instant) })),
  found: call({ roles: ['administrator'] })
    .input(nothing)
    .output(knownBackups),
  choose: call({ roles: ['administrator'] })
    .input(nothing)
    .output(knownBackups),
  make: call({ roles: ['administrator'] })
    .input(nothing)
    .output(z.object({ name: z.string(), lines: z.int() })),
  look: call({ roles: ['administrator'] })
    .input(
      z.object({
        backup: handle,
        /** One's own, of today. */
        password: z.string().check(z.minLength(1), z.maxLength(200)),
        /** Where today's key does not open the backup: what opened it then. */
        key: z.nullable(backupKey),
      }),
    )
    .output(restorePreview),
  go: call({ roles: ['administrator'] })
    .input(nothing)
    .output(restored),
};
