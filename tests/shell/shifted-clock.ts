/** Loaded before the office process (`node --import`): the same office on another day. SHIFTED_CLOCK is in milliseconds. */
import { shiftClock } from './shift-clock.ts';

shiftClock(Number(process.env['SHIFTED_CLOCK'] ?? 0));
