// What the station's tool needs beside the terminal: the time, and how hard its passphrase is to guess.
import { systemClock, type Clock } from '#shared/kernel/clock.ts';
import { terminalIo, type TerminalIo } from '#terminal/io.ts';

export interface StationIo extends TerminalIo {
  readonly clock: Clock;
  /** log2 of scrypt's N for new key files. */
  readonly keyWork: number;
}

/** About one second and 256 MiB for each guess: the default of the age tools. */
const keyWork = 18;

export function stationIo(): StationIo {
  return { ...terminalIo(), clock: systemClock, keyWork };
}
