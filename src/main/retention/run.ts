/**
 * The retention run (《个人信息保护法》第19、47条): forgets every record whose term has ended. The office does it by itself,
 * as it opens and as it locks; done twice, it does nothing the second time.
 */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { today } from '#shared/kernel/clock.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import { emptyLog } from '#main/db/forget.ts';
import type { Desk } from '#main/db/journal.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { systemCaller } from '#main/session/callers.ts';
import { dueCounts, RETAINED, type Retained } from './retained.ts';
import { isTrustedDay } from './trusted-day.ts';

/** Records of one run, so that a lock stays quick; the rest goes the next time. */
export const RECORDS_A_RUN = 2000;

export interface Forgotten {
  readonly ledger: LedgerName;
  readonly count: number;
  /** First and last F line. */
  readonly from: number;
  readonly to: number;
}

export interface RetentionRun {
  readonly forgotten: readonly Forgotten[];
  /** Set when something is due and the PC's clock is not believed yet. */
  readonly waits: 'clock' | null;
}

export function runRetention(open: Pick<OpenOffice, 'store' | 'journal' | 'clock'>): RetentionRun {
  const { store, journal, clock } = open;
  const day = today(clock);
  if (dueCounts(store.raw, day, 1).every(({ due }) => due === 0)) return { forgotten: [], waits: null };
  if (!isTrustedDay(store.raw, day)) return { forgotten: [], waits: 'clock' };
  const forgotten: Forgotten[] = [];
  let left = RECORDS_A_RUN;
  for (const retained of RETAINED) {
    const ids = retained.dueIds(store.raw, day, left);
    if (ids.length === 0) continue;
    left -= ids.length;
    forgotten.push(journal.write(systemCaller, (desk) => forgetAll(desk, retained, ids, day)));
  }
  emptyLog(store.write);
  return { forgotten, waits: null };
}

/** One transaction: the records and the line that certifies them, or neither. */
function forgetAll(desk: Desk, { ledger }: Retained, ids: readonly string[], day: CalendarDay): Forgotten {
  const lines = ids.map((id) => desk.forget(ledger, id, 'retention'));
  const [from = 0, to = 0] = [lines.at(0), lines.at(-1)];
  const done = { ledger: ledger.name, count: ids.length, from, to };
  desk.note('A', 'retention', '-', { event: 'forgotten', day, ...done });
  return done;
}
