/** The office without a window: composition root of database, session, rooms and router. Knows no Electron. */
import { today, type Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { isUnseen } from '#shared/ledgers/names.ts';
import type { LockReason } from '#shared/pipe.ts';
import { backUpDaily } from './backup/daily.ts';
import { dropOldBackups } from './backup/names.ts';
import { dropOldAside } from './backup/restore/aside.ts';
import { openRestorer, type Restorer } from './backup/restore/restorer.ts';
import { restoreService } from './backup/restore/service.ts';
import { settleRestore } from './backup/restore/swap.ts';
import { openLockFile } from '#sealed-sqlite/lock-file.ts';
import { openEvents } from './desk/events.ts';
import { makeDataFolder } from './files/data-folder.ts';
import { openHandles } from './files/handles.ts';
import { officeRow } from './office/service.ts';
import { compactWeekly } from './retention/compact.ts';
import { dropOldDrafts } from './retention/left-overs.ts';
import { runRetention } from './retention/run.ts';
import { openRooms, type OpenRooms } from './rooms.ts';
import { openDefectLog } from './rpc/defect-log.ts';
import { failureOf } from './rpc/failure-of.ts';
import { officeRouter } from './rpc/router.ts';
import { serve, type Connection } from './rpc/serve.ts';
import { openIdleTimer } from './session/idle-timer.ts';
import type { ArgonCost } from './session/key-slot.ts';
import type { OpenOffice } from './session/open-office.ts';
import { openSealing, type Sealing } from './sealing/schedule.ts';
import { openSession, type Session } from './session/session.ts';
import type { Shell } from './shell/shell.ts';
import { openCarryFiles } from './sticks/carry-list.ts';
import { carryService } from './sticks/carry-service.ts';
import { openSchedule, type Schedule } from './weekly/timely/schedule.ts';

/** Time the counter has to keep its drafts before the office ends. */
const GRACE_MS = 400;
/** Time a call's own reply has to leave before the process ends. */
const REPLY_MS = 30;

export interface OfficeOptions {
  readonly dataDir: string;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly version: string;
  /** Why the lock screen is shown. */
  readonly reason: LockReason;
  /** Called once the office has closed its files and wants its process to end. */
  readonly onEnd: (reason: LockReason) => void;
  /** `cli` for the command line; the counter otherwise. */
  readonly door?: 'desk' | 'cli';
  /** Key derivation cost of a new office; measured on this PC when left out. */
  readonly argonCost?: ArgonCost;
}

export interface Office {
  /** Serves one counter over a pipe of strings. */
  connect(send: (body: string) => void): Connection;
  /** Asks the counter to keep its drafts, closes the files, then calls `onEnd`. */
  lock(reason: LockReason): Promise<void>;
  /** Closes the files at once. */
  close(): Promise<void>;
  /** For the command line. */
  readonly session: Session;
  readonly restorer: Restorer;
  rooms(): OpenRooms;
}

/** Refuses with `busy` when another Lamplight has the folder, and with what the folder itself brings. */
export function createOffice(options: OfficeOptions): Promise<Office> {
  return Promise.resolve().then(() => composeOffice(options));
}

function composeOffice(options: OfficeOptions): Office {
  const folder = makeDataFolder(options.dataDir);
  const letGo = openLockFile(folder.lock) ?? refuse({ code: 'busy' });
  // A restore that was ordered before a crash: the office that is opened here is the restored one.
  settleRestore(folder);
  const log = openDefectLog(folder.log, options.clock);
  const events = openEvents();
  const handles = openHandles();
  let rooms: OpenRooms | null = null;
  let sealing: Sealing | null = null;
  let schedule: Schedule | null = null;
  let closed = false;
  let ending = false;

  const idle = openIdleTimer(() => void lock('idle'));
  const session = openSession({
    folder,
    clock: options.clock,
    shell: options.shell,
    handles,
    version: options.version,
    door: options.door ?? 'desk',
    argonCost: options.argonCost,
    async onOpen(open) {
      if (options.door !== 'cli') {
        sealing = openSealing(open, (error) => failureOf(error, log));
        await endWhatIsOver(open);
      }
      const setIdle = () => idle.start(officeRow(open.store.read).idleMinutes);
      rooms = await openRooms(open, {
        folder,
        clock: options.clock,
        shell: options.shell,
        handles,
        events,
        version: options.version,
        onProfile: setIdle,
        restorer,
        provePassword: session.provePassword,
        onReplaced,
      });
      open.journal.onChange((ledgers) => {
        for (const room of ledgers) if (!isUnseen(room)) events.say({ kind: 'changed', room });
      });
      attempt(rooms.weekly.takeCarried);
      if (options.door === 'cli') return;
      setIdle();
      schedule = openSchedule(rooms.weekly.sealWhatIsDue, (error) => failureOf(error, log));
    },
    onTouch: idle.touch,
    requestLock: (reason) => setTimeout(() => void lock(reason), REPLY_MS),
  });

  const restorer = openRestorer({
    folder,
    clock: options.clock,
    door: options.door ?? 'desk',
    attempts: session.attempts,
    volumes: () => options.shell.volumes(),
    opened: session.opened,
    onOrdered: onReplaced,
  });

  const router = officeRouter({
    caller: session.caller,
    front: {
      ...session.calls,
      carry: carryService({
        outbox: folder.outbox,
        files: openCarryFiles(folder.outbox),
        volumes: () => options.shell.volumes(),
        clock: options.clock,
        isOpen: () => session.opened() !== null,
      }),
      restore: restoreService({
        folder,
        handles,
        restorer,
        shell: options.shell,
        volumes: () => options.shell.volumes(),
        isOpen: () => session.opened() !== null,
      }),
    },
    rooms: () => (session.opened() === null ? null : (rooms?.calls ?? null)),
    witness: (caller, ledger, record, call, reason) =>
      session.opened()?.journal.write(caller, (desk) => desk.note('V', ledger, record, { call }, reason)),
    noteRefused: (caller, call) =>
      session
        .opened()
        ?.journal.write(caller, (desk) => desk.note('A', 'office', '-', { event: 'refused', call })),
    log,
  });

  /** What stands here is not what opens next: the reply leaves, then the files close. */
  function onReplaced(): void {
    setTimeout(() => void lock('restored'), REPLY_MS);
  }

  /** What the office does by itself must stop neither a sign-in nor a lock; the next time it is tried again. */
  function attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      failureOf(error, log);
    }
  }

  /** What is sealed is forgotten with it; the retention run takes the rest. */
  async function endWhatIsOver(open: OpenOffice): Promise<void> {
    await sealing?.run();
    attempt(() => void runRetention(open));
    attempt(() => void dropOldDrafts(open));
    attempt(() => dropOldAside(folder, today(options.clock)));
    attempt(() => dropOldBackups(folder.backups, today(options.clock)));
  }

  function close(): void {
    if (closed) return;
    closed = true;
    idle.stop();
    sealing?.stop();
    void schedule?.stop();
    rooms = null;
    try {
      restorer.close();
      session.close();
      settleRestore(folder);
    } finally {
      letGo();
    }
  }

  async function lock(reason: LockReason): Promise<void> {
    if (closed || ending) return;
    ending = true;
    const caller = session.caller();
    const open = session.opened();
    try {
      // What is written from here on would only stand in what was replaced.
      if (caller !== null && open !== null && reason !== 'restored') {
        events.say({ kind: 'locking', reason, graceMs: GRACE_MS });
        await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
        open.journal.write(caller, (desk) =>
          desk.note('A', 'staff', caller.staff, { event: 'locked', reason }),
        );
        // A bundle that is just being sealed is finished first.
        await schedule?.stop();
        // First, so that the backup does not have what is due.
        await endWhatIsOver(open);
        await backUpDaily(open, caller);
        attempt(() => compactWeekly(open));
      }
    } catch (error) {
      // A full disk must not keep an office open: that it was locked is then missing in the journal.
      failureOf(error, log);
    }
    try {
      close();
    } finally {
      options.onEnd(reason);
    }
  }

  return {
    connect: (send) => serve(router, send, log),
    lock,
    close: () => Promise.resolve(close()),
    session,
    restorer,
    rooms: () => rooms ?? refuse({ code: 'locked' }),
  };
}
