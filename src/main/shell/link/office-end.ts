/** The office process's end of the link: makes the office, connects the counter, ends when the office has closed. */
import { failureOf, type DefectLog } from '#main/rpc/failure-of.ts';
import { systemClock, type Clock } from '#shared/kernel/clock.ts';
import type { LockReason } from '#shared/pipe.ts';
import { isToOffice, type FromOffice, type OfficeStart, type ToOffice } from './office-link.ts';
import { createRemoteShell, type RemoteShell } from './remote-shell.ts';
import type { Shell } from '#main/shell/shell.ts';

/** What this end needs of an office. */
export interface ServedOffice {
  connect(send: (body: string) => void): { receive(body: string): void; close(): void };
  lock(reason: LockReason): Promise<void>;
  close(): Promise<void>;
}

export interface OfficeMaker {
  (options: {
    readonly dataDir: string;
    readonly shell: Shell;
    readonly clock: Clock;
    readonly version: string;
    readonly reason: LockReason;
    readonly onEnd: (reason: LockReason) => void;
  }): Promise<ServedOffice>;
}

/** The process's pipe to its shell. */
export interface Port {
  post(message: FromOffice): void;
  listen(listener: (message: unknown) => void): void;
}

export interface ServeOptions {
  readonly start: OfficeStart;
  readonly port: Port;
  readonly createOffice: OfficeMaker;
  readonly exit: (code: number) => void;
  readonly log: DefectLog;
}

/** Milliseconds a last message gets to reach the shell, which normally ends this process on reading it. */
const FAREWELL = 500;

export async function serveOffice({ start, port, createOffice, exit, log }: ServeOptions): Promise<void> {
  const remote = createRemoteShell(start.shell, port.post);
  const leave = (message: FromOffice, code: number) => {
    port.post(message);
    setTimeout(exit, FAREWELL, code);
  };
  // Listening begins before the office is made, because making it may already ask the shell.
  const early: ToOffice[] = [];
  let take = (message: ToOffice): void => {
    early.push(message);
  };
  port.listen((message) => {
    if (isToOffice(message)) take(message);
  });
  try {
    const office = await createOffice({
      dataDir: start.dataDir,
      shell: remote.shell,
      clock: systemClock,
      version: start.version,
      reason: start.reason,
      onEnd: (reason) => leave({ kind: 'ending', reason }, 0),
    });
    take = createReceiver({ office, remote, port, exit, log });
    port.post({ kind: 'ready' });
    early.forEach(take);
  } catch (error) {
    leave({ kind: 'failed', failure: failureOf(error, log) }, 1);
  }
}

interface Served {
  readonly office: ServedOffice;
  readonly remote: RemoteShell;
  readonly port: Port;
  readonly exit: (code: number) => void;
  readonly log: DefectLog;
}

function createReceiver({ office, remote, port, exit, log }: Served): (message: ToOffice) => void {
  let counter: ReturnType<ServedOffice['connect']> | null = null;
  const end = (work: Promise<void>, done: () => void) => {
    work.then(done, (error: unknown) => {
      // An office that cannot even close must still end: memory is freed and SQLite recovers from its log.
      failureOf(error, log);
      exit(1);
    });
  };
  return (message) => {
    switch (message.kind) {
      case 'call':
        counter?.receive(message.body);
        break;
      case 'counter':
        counter?.close();
        counter = office.connect((body) => port.post({ kind: 'call', body }));
        break;
      case 'lock':
        end(office.lock(message.reason), () => {});
        break;
      case 'close':
        counter?.close();
        counter = null;
        end(office.close(), () => exit(0));
        break;
      case 'answer':
      case 'refusal':
        remote.settle(message);
        break;
    }
  };
}
