// What the station's tool needs beside the terminal: the time, who sits at it, and how hard its passphrase is to guess.
import { userInfo } from 'node:os';
import { systemClock, type Clock } from '#shared/kernel/clock.ts';
import { terminalIo, type TerminalIo } from '#terminal/io.ts';

export interface StationIo extends TerminalIo {
  readonly clock: Clock;
  /** Account of this computer under which it runs; for the log of looks. */
  readonly account: string;
  /** Begins to listen for Ctrl-C, which from then on only asks to stop; absent where nobody can. */
  readonly stopAsked?: () => AbortSignal;
  /** log2 of scrypt's N for new key files. */
  readonly keyWork: number;
}

/** About one second and 256 MiB for each guess: the default of the age tools. */
const keyWork = 18;

export function stationIo(): StationIo {
  return { ...terminalIo(), clock: systemClock, account: accountName(), keyWork, stopAsked };
}

/** A number has to do where the system keeps no name for it. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '');
  }
}

/** The first Ctrl-C asks; the second ends the process as it always does. */
function stopAsked(): AbortSignal {
  const asked = new AbortController();
  process.once('SIGINT', () => {
    process.stderr.write(
      '正在停下，做完手上的文件 · stopping after the files at hand; Ctrl-C again to end at once\n',
    );
    asked.abort();
  });
  return asked.signal;
}
