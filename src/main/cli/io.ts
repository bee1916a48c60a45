/** What the office's command line needs beside the terminal: the time, and what a new key costs. */
import { systemClock, type Clock } from '#shared/kernel/clock.ts';
import { terminalIo, type TerminalIo } from '#terminal/io.ts';
import type { ArgonCost } from '#main/session/key-slot.ts';

export interface OfficeIo extends TerminalIo {
  readonly clock: Clock;
  /** Key derivation cost of a new office; measured on this PC when left out. */
  readonly argonCost?: ArgonCost;
}

export function officeIo(): OfficeIo {
  return { ...terminalIo(), clock: systemClock };
}
