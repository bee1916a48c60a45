/** The log of defects: reference, time, kind of error and where. Never messages, which may quote people's data. */
import { appendFileSync, renameSync, statSync } from 'node:fs';
import type { Clock } from '#shared/kernel/clock.ts';
import { placesOf } from '#shared/kernel/places.ts';
import type { DefectLog } from './failure-of.ts';

const MAX_BYTES = 512 * 1024;

export interface Defect {
  readonly reference: string;
  /** Name of the error's class. */
  readonly kind: string;
  /** Functions and files it passed through. */
  readonly places: readonly string[];
}

export function openDefectLog(path: string, clock: Clock): DefectLog {
  return (reference, error) => {
    const kind = error instanceof Error ? error.name : typeof error;
    const places = error instanceof Error ? placesOf(error) : [];
    keepDefect(path, clock, { reference, kind, places });
  };
}

export function keepDefect(path: string, clock: Clock, defect: Defect): void {
  const line = JSON.stringify({ at: clock.now(), ...defect });
  try {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(path, `${path}.1`);
    appendFileSync(path, `${line}\n`, { mode: 0o600 });
  } catch {
    // A log that cannot be written must not hide the answer the person waits for.
  }
}
