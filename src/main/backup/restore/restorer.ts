/**
 * From a backup to the office that stands here: copied and proved, compared, and only then put in place. One at a time; what
 * was looked at last is what `go` means.
 */
import type { BackupKey, Restored, RestorePreview } from '#shared/contract/backups.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { backUpFirst } from '#main/backup/backup.ts';
import { confirmedNow, isOlderThan } from '#main/backup/high-water.ts';
import { epochsOf } from '#main/db/epoch.ts';
import type { Store } from '#main/db/open.ts';
import { verifyPages } from '#main/db/verify.ts';
import { dataFolder, type DataFolder } from '#main/files/data-folder.ts';
import { readMark } from '#main/files/mark.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { officeRow } from '#main/office/service.ts';
import { inTurn } from '#main/rpc/in-turn.ts';
import type { Attempts } from '#main/session/attempts.ts';
import { systemCaller } from '#main/session/callers.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { keepCorrupt } from './aside.ts';
import { commitRestore } from './commit.ts';
import { byHolder, ledgerDifferences, linesBehind, linesOnlyIn } from './compare.ts';
import { heardFrom } from './heard.ts';
import { openersFor, type Opener } from './keys.ts';
import { copyBackup, openStaged, type Staged } from './stage.ts';

export interface RestorerOptions {
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly door: Caller['door'];
  readonly attempts: Attempts;
  readonly volumes: () => Promise<readonly string[]>;
  /** Null while nobody is signed in. */
  readonly opened: () => OpenOffice | null;
  /** The order stands: the office has to close its files, and begins anew. */
  readonly onOrdered: () => void;
  readonly onStep?: (step: string) => void;
}

export interface Restorer {
  /** While nobody is signed in: the key has to be right for the backup, and for an office that still opens. */
  lookLocked(backup: string, key: BackupKey): Promise<RestorePreview>;
  /** While an administrator is signed in, whose password was asked again. */
  lookOpen(backup: string, key: BackupKey | null): Promise<RestorePreview>;
  go(caller: Caller | null): Promise<Restored>;
  keepCopy(): string;
  /** Lets go of what was looked at. */
  close(): void;
}

interface Ready {
  readonly staged: Staged;
  /** Epochs that this PC or a stick knows of. */
  readonly epochs: readonly number[];
}

export function openRestorer(options: RestorerOptions): Restorer {
  const { folder, clock, attempts } = options;
  const turn = inTurn();
  let ready: Ready | null = null;

  function close(): void {
    ready?.staged.store.close();
    ready = null;
  }

  async function look(backup: string, openers: readonly Opener[], login: string | null) {
    const staged = openStaged(folder, backup, openers, login);
    try {
      const heard = await heardFrom(staged.store.read, staged.office, await options.volumes());
      const present = presentOf(staged);
      try {
        const preview = previewOf(folder, staged, present?.raw ?? null, heard);
        const here = present === null ? [] : epochsOf(present.raw).map(({ epoch }) => epoch);
        ready = { staged, epochs: [...here, ...Object.keys(preview.confirmed).map(Number)] };
        return preview.shown;
      } finally {
        present?.close();
      }
    } catch (error) {
      staged.store.close();
      throw error;
    }
  }

  /** What stands here, where all of it can be read, and is all that ever stood here. */
  function presentOf({ opener, office }: Staged): ReturnType<Opener['openPresent']> {
    const present = opener.openPresent();
    if (present === null) return null;
    try {
      verifyPages(present.raw);
      if (!isOlderThan(present.raw, office, readMark(folder.mark))) return present;
    } catch {
      // Damaged: the mark says how far it had come.
    }
    present.close();
    return null;
  }

  async function lookLocked(backup: string, key: BackupKey): Promise<RestorePreview> {
    close();
    const waitSeconds = attempts.wait();
    if (waitSeconds > 0) refuse({ code: 'wait', waitSeconds });
    copyBackup(folder, backup);
    const openers = await openersFor(folder, dataFolder(folder.restore).vault, key);
    if (openers.length === 0) {
      const code = 'code' in key ? 'wrong-recovery-code' : 'wrong-password';
      refuse({ code, waitSeconds: attempts.fail() });
    }
    attempts.succeed();
    return look(backup, openers, 'login' in key ? key.login : null);
  }

  async function lookOpen(backup: string, key: BackupKey | null): Promise<RestorePreview> {
    close();
    const open = options.opened() ?? refuse({ code: 'locked' });
    copyBackup(folder, backup);
    const present = { raw: open.store.raw, close: () => undefined };
    const today: Opener = {
      keyFile: 'present',
      openCopy: open.keyring.openCopy,
      openPresent: () => present,
    };
    if (key === null) return look(backup, [today], null);
    const then = await openersFor(folder, dataFolder(folder.restore).vault, key);
    if (then.length === 0) refuse({ code: 'wrong-password', waitSeconds: attempts.fail() });
    const others = then.map((one) => ({ ...one, openPresent: () => present }));
    return look(backup, [today, ...others], null);
  }

  async function go(caller: Caller | null): Promise<Restored> {
    const { staged, epochs } = ready ?? refuse({ code: 'missing' });
    const open = options.opened();
    if (open !== null && caller !== null) await backUpFirst(open, caller, 'restore');
    ready = null;
    try {
      const by: Caller = {
        staff: staged.by ?? systemCaller.staff,
        role: 'administrator',
        door: options.door,
      };
      const { onStep } = options;
      const done = commitRestore({
        folder,
        clock,
        staged,
        caller: caller ?? by,
        epochs,
        ...(onStep === undefined ? {} : { onStep }),
      });
      options.onOrdered();
      return done;
    } catch (error) {
      staged.store.close();
      throw error;
    }
  }

  return {
    lookLocked: (backup, key) => turn(() => lookLocked(backup, key)),
    lookOpen: (backup, key) => turn(() => lookOpen(backup, key)),
    go: (caller) => turn(() => go(caller)),
    keepCopy: () => keepCorrupt(folder, clock.now()),
    close,
  };
}

/** What is shown, and what this PC and the sticks know of the station. */
function previewOf(
  folder: DataFolder,
  { name, store, office, lines, keyFile }: Staged,
  here: Store['raw'] | null,
  heard: Readonly<Record<string, number>>,
): { readonly shown: RestorePreview; readonly confirmed: Readonly<Record<string, number>> } {
  const mark = readMark(folder.mark);
  const confirmed: Record<string, number> = {
    ...(here === null ? (mark?.confirmed ?? {}) : confirmedNow(here)),
  };
  for (const [epoch, n] of Object.entries({ ...confirmedNow(store.raw), ...heard }))
    confirmed[epoch] = Math.max(confirmed[epoch] ?? 0, n);
  const behind =
    here === null
      ? mark === null
        ? []
        : linesBehind(store.raw, mark.seen)
      : linesOnlyIn(here, store.raw, office);
  const only = here === null ? [] : linesOnlyIn(store.raw, here, office);
  return {
    confirmed,
    shown: {
      name,
      office,
      officeName: officeRow(store.read).name,
      lines,
      comparedWith: here !== null ? 'store' : mark === null ? 'nothing' : 'mark',
      ledgers: ledgerDifferences(here, store.raw, LEDGER_TABLES),
      lacks: byHolder(behind, confirmed),
      brings: only.reduce((sum, { from, n }) => sum + n - from + 1, 0),
      keyFile,
    },
  };
}
