/** What each ledger forgets and when. A ledger is one line of RETAINED. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import { tableName, type Ledger } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import { careRetained } from '#main/ledgers/care/retained.ts';
import { disputesRetained } from '#main/ledgers/disputes/retained.ts';
import { residentsRetained } from '#main/ledgers/population/people/retained.ts';
import { homeVisitsLedger, unitChecksLedger } from '#main/ledgers/population/tables.ts';
import { ordersLedger } from '#main/ledgers/orders/table.ts';
import { rightsRequestsLedger } from '#main/ledgers/rights/table.ts';
import { sealedRecordsLedger } from '#main/ledgers/sealed/table.ts';
import { statutoryRetained } from '#main/ledgers/statutory/retained.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';

export interface Retained {
  readonly ledger: Ledger;
  /** Records whose term has ended by this day, oldest first, at most `limit`; none that is forgotten already. */
  dueIds(raw: Store['raw'], day: CalendarDay, limit: number): string[];
}

/**
 * 来访: 12 months after the visit name, phone and words go, the figures stay. 人口: 12 months after somebody left, and as long
 * after a wrong entry was taken out. 走访, 单位检查: three years. 矛盾纠纷: three years after the archive, 家庭暴力 one year after
 * the hand-over, a wrong entry one year after it was taken out; each with all that hangs on it. 权利请求: three years after
 * the answer. 派单: three years after it was closed. 关爱服务: thirty days after the end, where it was not sealed at once.
 * 封存记录: on the day that stands on them. What src/main/sealing takes first comes here only where no station is known that it
 * could be sealed for.
 */
export const RETAINED: readonly Retained[] = [
  untilItsDay(visitorsLedger),
  residentsRetained,
  untilItsDay(homeVisitsLedger),
  untilItsDay(unitChecksLedger),
  ...disputesRetained,
  ...statutoryRetained,
  careRetained,
  untilItsDay(rightsRequestsLedger),
  untilItsDay(sealedRecordsLedger),
  untilItsDay(ordersLedger),
];

export interface Due {
  readonly ledger: LedgerName;
  readonly due: number;
}

/** @param limit counts no further: 1 only says whether anything is due */
export function dueCounts(raw: Store['raw'], day: CalendarDay, limit = Number.MAX_SAFE_INTEGER): Due[] {
  return RETAINED.map(({ ledger, dueIds }) => ({
    ledger: ledger.name,
    due: dueIds(raw, day, limit).length,
  }));
}

/** Of a ledger that keeps the day in `retain_until`. Forgetting empties the column, so nothing is due twice. */
export function untilItsDay(ledger: Ledger): Retained {
  const sql = `SELECT id FROM ${tableName(ledger.table)}
    WHERE retain_until <> '' AND retain_until <= ? ORDER BY retain_until, id LIMIT ?`;
  return {
    ledger,
    dueIds: (raw, day, limit) => raw.prepare(sql).pluck().all(day, limit) as string[],
  };
}
