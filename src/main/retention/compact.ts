/** Once a week the file is written anew, if something was forgotten since: then no unused page keeps a copy either. */
import type { OpenOffice } from '#main/session/open-office.ts';
import type { LinePlace } from '#main/db/epoch.ts';
import { systemCaller } from '#main/session/callers.ts';
import { compactStore } from '#main/db/forget.ts';
import { lastCompaction } from './certificates.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
/** It takes as much memory as the file and about a second for 50 MB: larger files only on the command line. */
const BYTES_AT_LOCK = 256 * 1024 * 1024;

type Room = Pick<OpenOffice, 'store' | 'journal' | 'clock'>;

/** At lock. Answers whether it was done. */
export function compactWeekly(open: Room): boolean {
  const { raw } = open.store;
  const last = lastCompaction(raw);
  const age = last === null ? WEEK_MS : Date.parse(open.clock.now()) - Date.parse(last.at);
  const bytes =
    Number(raw.pragma('page_count', { simple: true })) * Number(raw.pragma('page_size', { simple: true }));
  if (age < WEEK_MS || bytes > BYTES_AT_LOCK || !isForgottenSince(raw, last ?? { epoch: 1, n: 0 }))
    return false;
  compact(open);
  return true;
}

/** Whatever forgot it: the end of a term, sealing, a consent that was taken back. */
function isForgottenSince(raw: Room['store']['raw'], { epoch, n }: LinePlace): boolean {
  const any = raw.prepare(`SELECT EXISTS (SELECT 1 FROM journal WHERE (epoch, n) > (?, ?) AND op = 'F')`);
  return any.pluck().get(epoch, n) === 1;
}

export function compact({ store, journal }: Room): void {
  compactStore(store.write);
  journal.write(systemCaller, (desk) => desk.note('A', 'retention', '-', { event: 'compacted' }));
}
