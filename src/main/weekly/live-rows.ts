/** Rows each ledger holds; the station compares them with what it has after applying. */
import type { LinePlace } from '#main/db/epoch.ts';
import { tableName, type Ledger } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';

/** @param at the line after which they are counted; null for now */
export function liveAt(
  raw: Store['raw'],
  ledgers: readonly Ledger[],
  at: LinePlace | null,
): Record<string, number> {
  return at === null ? liveRows(raw, ledgers) : liveThen(raw, ledgers, at);
}

export function liveRows(raw: Store['raw'], ledgers: readonly Ledger[]): Record<string, number> {
  return Object.fromEntries(
    ledgers.map((ledger) => [
      ledger.name,
      Number(
        raw
          .prepare(`SELECT count(*) FROM ${tableName(ledger.table)} WHERE retired_at IS NULL`)
          .pluck()
          .get(),
      ),
    ]),
  );
}

/** What the lines up to there say: a record is live whose last one made or changed it. Text that is gone is not needed. */
function liveThen(raw: Store['raw'], ledgers: readonly Ledger[], at: LinePlace): Record<string, number> {
  const count = raw
    .prepare(
      `SELECT sum(op IN ('I', 'U')) FROM (
         SELECT op, row_number() OVER (PARTITION BY record ORDER BY epoch DESC, n DESC) AS place FROM journal
          WHERE ledger = ? AND op IN ('I', 'U', 'X', 'F') AND (epoch, n) <= (?, ?)) WHERE place = 1`,
    )
    .pluck();
  return Object.fromEntries(ledgers.map(({ name }) => [name, Number(count.get(name, at.epoch, at.n) ?? 0)]));
}
