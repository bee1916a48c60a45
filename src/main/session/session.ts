/** Who is signed in. One office process serves one session; locking ends the process and everything here with it. */
import { isNull } from 'drizzle-orm';
import type { Me, sessionContract, SessionState, setupContract } from '#shared/contract/session.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse, Refusal, type DamagedPart } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import type { LockReason } from '#shared/pipe.ts';
import { isSetUp, type DataFolder } from '#main/files/data-folder.ts';
import type { Handles } from '#main/files/handles.ts';
import { officeRow } from '#main/office/service.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { inTurn } from '#main/rpc/in-turn.ts';
import type { Shell } from '#main/shell/shell.ts';
import { staff } from '#main/staff/table.ts';
import { keepMarkOf } from '#main/backup/high-water.ts';
import { openAttempts, type Attempts } from './attempts.ts';
import { stageOffice, type NewOffice, type StagedOffice } from './new-office.ts';
import { openOffice, type OpenOffice } from './open-office.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { openWithAny, openWithPassword, openWithRecovery, readVault, type Vault } from './vault.ts';
import type { ArgonCost } from './key-slot.ts';

/** Shown before an office exists or has said otherwise. */
const DEFAULT_IDLE_MINUTES = 5;

export interface SessionOptions {
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly shell: Shell;
  readonly handles: Handles;
  readonly version: string;
  readonly door: Caller['door'];
  /** Key derivation cost of a new office; measured on this PC when left out. */
  readonly argonCost?: ArgonCost | undefined;
  /** Called once the store is open and the person known. */
  readonly onOpen: (open: OpenOffice, me: Me) => void | Promise<void>;
  readonly onTouch: () => void;
  readonly requestLock: (reason: LockReason) => void;
}

export interface Session {
  readonly calls: { session: Calls<typeof sessionContract>; setup: Calls<typeof setupContract> };
  caller(): Caller | null;
  opened(): OpenOffice | null;
  unlock(login: string, password: string): Promise<Me>;
  /** For the command line: whichever account has this password. */
  unlockAny(password: string): Promise<Me>;
  /** For the command line: the whole first run at once, the recovery code answered instead of typed back. */
  setUp(wanted: NewOffice): Promise<{ readonly recoveryCode: string; readonly me: Me }>;
  recover(code: string, login: string, password: string): Promise<Me>;
  /** Whether whoever is signed in typed their own password. Refuses otherwise, and counts it. */
  provePassword(password: string): Promise<void>;
  readonly attempts: Attempts;
  close(): void;
}

export function openSession(options: SessionOptions): Session {
  const { folder, clock } = options;
  const attempts = openAttempts(folder.attempts, clock);
  let open: OpenOffice | null = null;
  let me: Me | null = null;
  let staged: StagedOffice | null = null;
  let ended = false;
  // Two tries at once would both count from the same number of failures, and two set-ups share one staging folder.
  const turn = inTurn();

  /** The active account a slot belongs to. A slot of somebody dismissed opens nothing. */
  function meOf(opened: OpenOffice, isOf: (login: string) => boolean): Me {
    const people = opened.store.read.select().from(staff).where(isNull(staff.retiredAt)).all();
    const row = people.find((person) => isOf(person.login));
    if (row === undefined) return refuse({ code: 'wrong-password', waitSeconds: 0 });
    return { id: row.id, name: row.name, login: row.login, role: row.role };
  }

  async function enter(dataKey: Buffer, isOf: (login: string) => boolean, event: string): Promise<Me> {
    const opened = openOffice(folder, readVault(folder.vault), dataKey, clock);
    try {
      refuseIfEnded();
      const person = meOf(opened, isOf);
      const failures = attempts.succeed();
      const caller: Caller = { staff: person.id, role: person.role, door: options.door };
      opened.journal.write(caller, (desk) => desk.note('A', 'staff', person.id, { event, failures }));
      keepLastMark(opened);
      await options.onOpen(opened, person);
      refuseIfEnded();
      open = opened;
      me = person;
      return person;
    } catch (error) {
      opened.store.close();
      opened.keyring.forget();
      throw error;
    }
  }

  /** The office was closed while somebody was still signing in: nothing may be opened behind its back. */
  function refuseIfEnded(): void {
    if (ended) refuse({ code: 'locked' });
  }

  function mayTry(): void {
    refuseIfEnded();
    if (!isSetUp(folder)) refuse({ code: 'not-set-up' });
    if (open !== null) refuse({ code: 'already-set-up' });
    const waitSeconds = attempts.wait();
    if (waitSeconds > 0) refuse({ code: 'wait', waitSeconds });
  }

  async function unlock(login: string, password: string): Promise<Me> {
    mayTry();
    const dataKey = await openWithPassword(readVault(folder.vault), login, password);
    if (dataKey === null) return refuse({ code: 'wrong-password', waitSeconds: attempts.fail() });
    return enter(dataKey, (one) => one === login, 'unlocked');
  }

  async function unlockAny(password: string): Promise<Me> {
    mayTry();
    const found = await openWithAny(readVault(folder.vault), password);
    if (found === null) return refuse({ code: 'wrong-password', waitSeconds: attempts.fail() });
    return enter(found.dataKey, found.isOf, 'unlocked');
  }

  async function begin(wanted: NewOffice): Promise<StagedOffice> {
    if (isSetUp(folder)) refuse({ code: 'already-set-up' });
    staged?.discard();
    staged = await stageOffice(folder, wanted, clock, options.argonCost);
    return staged;
  }

  function settle(making: StagedOffice, backupFolder: string): Promise<Me> {
    making.settle(backupFolder);
    staged = null;
    return unlock(making.login, making.password);
  }

  async function recover(code: string, login: string, password: string): Promise<Me> {
    mayTry();
    const secret = readRecoveryCode(code);
    const vault = readVault(folder.vault);
    const dataKey = secret === null ? null : await openWithRecovery(vault, secret);
    if (dataKey === null) return refuse({ code: 'wrong-recovery-code', waitSeconds: attempts.fail() });
    const opened = openOffice(folder, vault, dataKey, clock);
    try {
      const person = meOf(opened, (one) => one === login);
      opened.keyring.check(password, [person.name, login]);
      await opened.keyring.put(login, password);
    } catch (error) {
      opened.keyring.forget();
      throw error;
    } finally {
      opened.store.close();
    }
    return enter(dataKey, (one) => one === login, 'recovered');
  }

  /** A desk left open is no place to guess its owner's password either. */
  async function provePassword(password: string): Promise<void> {
    const person = me ?? refuse({ code: 'locked' });
    const opened = open ?? refuse({ code: 'locked' });
    const waitSeconds = attempts.wait();
    if (waitSeconds > 0) refuse({ code: 'wait', waitSeconds });
    if (!(await opened.keyring.proves(person.login, password)))
      refuse({ code: 'wrong-password', waitSeconds: attempts.fail() });
    attempts.succeed();
  }

  async function changePassword(
    current: string,
    next: string,
    caller: Caller,
  ): Promise<Record<never, never>> {
    const person = me ?? refuse({ code: 'locked' });
    const opened = open ?? refuse({ code: 'locked' });
    await provePassword(current);
    opened.keyring.check(next, [person.name, person.login]);
    await opened.keyring.put(person.login, next);
    opened.journal.write(caller, (desk) => desk.note('A', 'staff', person.id, { event: 'password-changed' }));
    return {};
  }

  function finish(code: string, backup: string | null): Promise<Me> {
    const making = staged ?? refuse({ code: 'not-set-up' });
    const typed = readRecoveryCode(code);
    if (typed === null || !typed.equals(making.code.secret))
      refuse({ code: 'wrong-recovery-code', waitSeconds: 0 });
    return settle(making, backup === null ? '' : options.handles.pathOf(backup));
  }

  /** A full or read-only disk must not keep an office open: an older mark only notices less. */
  function keepLastMark({ store, office }: OpenOffice): void {
    try {
      keepMarkOf(store, office, folder.mark);
    } catch {
      return;
    }
  }

  /** Null where there is no office; what is wrong with one that cannot be opened. */
  function standing(): { readonly vault: Vault | null; readonly damaged: DamagedPart | null } {
    try {
      return { vault: isSetUp(folder) ? readVault(folder.vault) : null, damaged: null };
    } catch (error) {
      if (error instanceof Refusal && error.failure.code === 'data-damaged')
        return { vault: null, damaged: error.failure.part };
      throw error;
    }
  }

  function state(): SessionState {
    const { vault, damaged } = standing();
    const row = open === null ? null : officeRow(open.store.read);
    return {
      stage: open !== null ? 'open' : damaged !== null ? 'damaged' : vault === null ? 'absent' : 'locked',
      damaged,
      officeName: row?.name ?? vault?.officeName ?? null,
      language: row?.language ?? vault?.language ?? 'zh',
      me,
      demo: vault !== null && isSyntheticOffice(vault.officeCode),
      idleMinutes: row?.idleMinutes ?? DEFAULT_IDLE_MINUTES,
      version: options.version,
    };
  }

  return {
    calls: {
      session: {
        state,
        unlock: (input) => turn(() => unlock(input.login, input.password)),
        recover: (input) => turn(() => recover(input.code, input.login, input.password)),
        lock: (input) => {
          options.requestLock(input.reason);
          return {};
        },
        touch: () => {
          options.onTouch();
          return {};
        },
        changePassword: (input, caller) => turn(() => changePassword(input.current, input.next, caller)),
      },
      setup: {
        begin: async (input) => ({ recoveryCode: (await turn(() => begin(input))).code.text }),
        chooseBackupFolder: async () => options.handles.give(await options.shell.chooseFolder('backup')),
        finish: (input) => turn(() => finish(input.code, input.backup)),
      },
    },
    caller: () => (me === null ? null : { staff: me.id, role: me.role, door: options.door }),
    opened: () => open,
    provePassword: (password) => turn(() => provePassword(password)),
    attempts,
    unlock: (login, password) => turn(() => unlock(login, password)),
    unlockAny: (password) => turn(() => unlockAny(password)),
    recover: (code, login, password) => turn(() => recover(code, login, password)),
    setUp: (wanted) =>
      turn(async () => {
        const making = await begin(wanted);
        return { recoveryCode: making.code.text, me: await settle(making, '') };
      }),
    close() {
      ended = true;
      const closing = open;
      open = null;
      me = null;
      staged?.discard();
      if (closing !== null) keepLastMark(closing);
      closing?.keyring.forget();
      closing?.store.close();
    },
  };
}
