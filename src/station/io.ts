// What the station's tool needs beside the terminal: the time, who sits at it, and how hard its passphrase is to guess.
import { userInfo } from 'node:os';
import { systemClock, type Clock } from '#shared/kernel/clock.ts';
import { terminalIo, type TerminalIo } from '#terminal/io.ts';

export interface StationIo extends TerminalIo {
  readonly clock: Clock;
  /** Account of this computer under which it runs; for the log of looks. */
  readonly account: string;
  /** log2 of scrypt's N for new key files. */
  readonly keyWork: number;
}

/** About one second and 256 MiB for each guess: the default of the age tools. */
const keyWork = 18;

export function stationIo(): StationIo {
  return { ...terminalIo(), clock: systemClock, account: accountName(), keyWork };
}

/** A number has to do where the system keeps no name for it. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '');
  }
}
