/** The office process as a child of Node. */
import { fork, type ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { OfficeChild } from '#main/shell/link/office-host.ts';
import type { OfficeStart } from '#main/shell/link/office-link.ts';
import { officeProcess, shiftedClock } from './places.ts';

export interface ForkedOffice extends OfficeChild {
  readonly process: ChildProcess;
}

export function forkOffice(start: OfficeStart, clockOffset = 0): ForkedOffice {
  const child = fork(officeProcess, [JSON.stringify(start)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: clockOffset === 0 ? [] : ['--import', pathToFileURL(shiftedClock).href],
    env: { ...process.env, SHIFTED_CLOCK: String(clockOffset) },
  });
  // A message to a process that is just ending is void; its end is what follows.
  child.on('error', () => {});
  return {
    process: child,
    send: (message) => {
      if (child.connected) child.send(message);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.on('exit', () => listener());
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
