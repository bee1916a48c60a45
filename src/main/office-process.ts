/** Entry of the office process, under Electron's utility process or as a child of Node. It never imports electron. */
import { dataFolder } from '#main/files/data-folder.ts';
import { createOffice } from '#main/office.ts';
import { openDefectLog } from '#main/rpc/defect-log.ts';
import { failureOf } from '#main/rpc/failure-of.ts';
import { serveOffice, type Port } from '#main/shell/link/office-end.ts';
import type { OfficeStart } from '#main/shell/link/office-link.ts';
import { systemClock } from '#shared/kernel/clock.ts';

/** What Electron puts into a utility process, and nothing else does. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function openPort(): Port {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort !== undefined) {
    return {
      post: (message) => parentPort.postMessage(message),
      listen: (listener) => parentPort.on('message', (event) => listener(event.data)),
    };
  }
  // The shell is gone: nobody can lock this office any more, so it must not stay open.
  process.on('disconnect', () => process.exit(1));
  return {
    post: (message) => {
      if (process.connected) process.send?.(message);
    },
    listen: (listener) => {
      process.on('message', listener);
    },
  };
}

const start = JSON.parse(process.argv[2] ?? '') as OfficeStart;
const log = openDefectLog(dataFolder(start.dataDir).log, systemClock);

// Ctrl+C in a terminal reaches the whole family: the shell ends this process once the drafts are kept.
process.on('SIGINT', () => {});

process.on('uncaughtException', (error) => {
  failureOf(error, log);
  process.exit(1);
});

await serveOffice({ start, port: openPort(), createOffice, exit: (code) => process.exit(code), log });
