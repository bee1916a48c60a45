/** When matters go: an archived one is sealed for another year where a station is known, everything else is forgotten. */
import { tableName, type Ledger } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import { DISPUTE_LEDGERS, disputesLedger } from './ledgers.ts';
import type { DisputeEntry } from './tables.ts';

/** Domestic violence and wrong entries are deleted at once: what may be complained about is the station's file. */
const TO_SEAL = `retired_at IS NULL AND stage = 'archived' AND retain_until <> '' AND retain_until <= @day`;
const STATION = 'EXISTS (SELECT 1 FROM stations)';

/** The same of one matter. */
export function isToSeal({ retiredAt, stage, retainUntil }: DisputeEntry, day: string): boolean {
  return retiredAt === null && stage === 'archived' && retainUntil !== null && retainUntil <= day;
}

/** Archived matters that are over and can be sealed, oldest first. */
export function disputesToSeal(raw: Store['raw'], day: string, limit: number): string[] {
  const due = raw.prepare(
    `SELECT id FROM disputes WHERE ${TO_SEAL} AND ${STATION} ORDER BY retain_until, id LIMIT @limit`,
  );
  return due.pluck().all({ day, limit }) as string[];
}

/** The others, each ledger by the day in its own rows. */
export const disputesRetained = DISPUTE_LEDGERS.map((ledger: Ledger) => {
  const matter = ledger.name === disputesLedger.name ? 'id' : 'dispute_id';
  const sql = `SELECT id FROM ${tableName(ledger.table)} WHERE retain_until <> '' AND retain_until <= @day
     AND NOT (${STATION} AND ${matter} IN (SELECT id FROM disputes WHERE ${TO_SEAL}))
    ORDER BY retain_until, id LIMIT @limit`;
  return {
    ledger,
    dueIds: (raw: Store['raw'], day: string, limit: number): string[] =>
      raw.prepare(sql).pluck().all({ day, limit }) as string[],
  };
});
