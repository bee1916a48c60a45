/** The office process under Electron. */
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { OfficeChild } from '#main/shell/link/office-host.ts';
import type { OfficeStart } from '#main/shell/link/office-link.ts';

export function forkOffice(start: OfficeStart, release: boolean): OfficeChild {
  const child = utilityProcess.fork(join(import.meta.dirname, 'office-process.js'), [JSON.stringify(start)], {
    serviceName: 'lamplight-office',
    // A packaged office prints nothing: what a defect looked like stands in its log.
    stdio: release ? 'ignore' : 'inherit',
    // Neither NODE_OPTIONS nor anything else from outside steers the process that holds the keys.
    env: pickEnvironment(process.env),
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.on('exit', listener);
    },
    kill: () => {
      child.kill();
    },
  };
}

const KEPT = ['PATH', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'LANG', 'LC_ALL', 'TZ'];

function pickEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
