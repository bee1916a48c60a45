/**
 * The shell's end of the link: starts the office process, ends it on lock, starts the next one,
 * and tells the counter which of these has happened. The same for both shells.
 */
import { failureOf, type DefectLog } from '#main/rpc/failure-of.ts';
import type { Failure } from '#shared/kernel/failure.ts';
import { callFrame, readFrame, wordFrame, type CounterWord, type LockReason } from '#shared/pipe.ts';
import { isFromOffice, perform, type FromOffice, type ToOffice } from './office-link.ts';
import type { Shell } from '#main/shell/shell.ts';

/** A running office process, seen from the shell. */
export interface OfficeChild {
  send(message: ToOffice): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export interface HostOptions {
  /** Starts a fresh process; `reason` is what its lock screen will say. */
  readonly startChild: (reason: LockReason) => OfficeChild;
  readonly shell: Shell;
  readonly sendToCounter: (frame: string) => void;
  readonly log: DefectLog;
}

export interface OfficeHost {
  /** A frame from the page; anything that is no frame is dropped. */
  receive(frame: unknown): void;
  /** Ends the office process in any case: by itself, or by force after LOCK_PATIENCE. */
  lock(reason: LockReason): void;
  /** Ends the office for good. `counterIsThere`: the page lives and may still keep a draft. */
  close(counterIsThere: boolean): Promise<void>;
}

/** Milliseconds an office gets to keep drafts, make the day's backup and close its files before it is ended by force. */
export const LOCK_PATIENCE = 20_000;
/** More crashes than this within CRASH_WINDOW milliseconds, and no further office is started. */
export const MOST_CRASHES = 3;
export const CRASH_WINDOW = 30_000;

type State =
  | { readonly is: 'starting' | 'serving' }
  /** `told`: the page knows, so that its next load is a wish to try again. */
  | { readonly is: 'failed'; readonly failure: Failure; told: boolean }
  | { readonly is: 'ending'; readonly reason: LockReason }
  | { readonly is: 'closing'; readonly done: () => void };

export function hostOffice({ startChild, shell, sendToCounter, log }: HostOptions): OfficeHost {
  let counterLoaded = false;
  let reason: LockReason = 'start';
  let state: State = { is: 'starting' };
  let crashes: number[] = [];
  let closing: Promise<void> | null = null;
  let child = start();

  function start(): OfficeChild {
    const fresh = startChild(reason);
    fresh.onMessage((message) => {
      if (fresh === child && isFromOffice(message)) take(message);
    });
    fresh.onExit(() => {
      if (fresh === child) follow();
    });
    return fresh;
  }

  function restart(why: LockReason): void {
    reason = why;
    state = { is: 'starting' };
    child = start();
  }

  function take(message: FromOffice): void {
    switch (message.kind) {
      case 'call':
        sendToCounter(callFrame(message.body));
        break;
      case 'ready':
        if (state.is === 'starting') state = { is: 'serving' };
        welcome();
        break;
      case 'failed':
        if (state.is === 'closing') break;
        state = { is: 'failed', failure: message.failure, told: false };
        welcome();
        break;
      case 'ending':
        if (state.is !== 'closing') state = { is: 'ending', reason: message.reason };
        // Its files are closed: nothing is lost, and keys leave memory now.
        child.kill();
        break;
      case 'ask':
        answer(child, message);
        break;
    }
  }

  /** Joins page and office as soon as both are there. */
  function welcome(): void {
    if (!counterLoaded) return;
    if (state.is === 'serving') {
      child.send({ kind: 'counter' });
      sendToCounter(wordFrame({ word: 'office-ready', reason }));
    } else if (state.is === 'failed') {
      state.told = true;
      sendToCounter(wordFrame({ word: 'office-failed', failure: state.failure }));
    }
  }

  /** What comes after the end of an office process. */
  function follow(): void {
    if (state.is === 'closing') state.done();
    else if (state.is === 'ending') restart(state.reason);
    else if (state.is !== 'failed') afterCrash();
  }

  function afterCrash(): void {
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < CRASH_WINDOW), now];
    if (crashes.length <= MOST_CRASHES) {
      restart('crash');
      return;
    }
    crashes = [];
    const failure = failureOf(new Error(`the office process ended ${MOST_CRASHES + 1} times in a row`), log);
    state = { is: 'failed', failure, told: false };
    welcome();
  }

  function answer(asker: OfficeChild, { id, ask }: Extract<FromOffice, { kind: 'ask' }>): void {
    // A late answer to an office that has ended meanwhile has nobody to reach.
    const reply = (message: ToOffice) => {
      if (asker === child) asker.send(message);
    };
    perform(shell, ask).then(
      (value) => reply({ kind: 'answer', id, value }),
      (error: unknown) => reply({ kind: 'refusal', id, failure: failureOf(error, log) }),
    );
  }

  function endByForce(leaving: OfficeChild): void {
    setTimeout(() => {
      if (leaving === child) leaving.kill();
    }, LOCK_PATIENCE).unref();
  }

  return {
    receive(frame) {
      const read = readFrame<CounterWord>(frame);
      if (read === null) return;
      if (read.kind === 'call') {
        // An office that is ending still takes calls: the counter keeps its drafts just then.
        if (state.is !== 'starting' && state.is !== 'failed') child.send({ kind: 'call', body: read.body });
        return;
      }
      if (read.word.word !== 'counter-ready') return;
      counterLoaded = true;
      if (state.is === 'failed' && state.told) restart(reason);
      else welcome();
    },
    lock(why) {
      if (state.is !== 'serving') return;
      state = { is: 'ending', reason: why };
      child.send({ kind: 'lock', reason: why });
      endByForce(child);
    },
    close(counterIsThere) {
      closing ??= new Promise((resolve) => {
        const before = state.is;
        state = { is: 'closing', done: resolve };
        if (before === 'failed') resolve();
        else if (before === 'starting') child.kill();
        else if (before === 'serving')
          child.send(counterIsThere ? { kind: 'lock', reason: 'asked' } : { kind: 'close' });
        endByForce(child);
      });
      return closing;
    },
  };
}
