/** 矛盾纠纷 three years after the archive: sealed for another year, with all that hangs on them. */
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { addMonths, dayOf } from '#shared/kernel/calendar-day.ts';
import { DISPUTE_SEALED_MONTHS } from '#shared/ledgers/statutory/sealed.ts';
import { DISPUTE_LEDGERS } from '#main/ledgers/disputes/ledgers.ts';
import { isToSeal, disputesToSeal } from '#main/ledgers/disputes/retained.ts';
import { disputes, type RecordTable } from '#main/ledgers/disputes/tables.ts';
import type { HeldRow, Reading, SealSource } from './source.ts';

const [disputesLedger, ...partLedgers] = DISPUTE_LEDGERS;

export const disputesSource: SealSource = {
  from: 'disputes',
  find: ({ raw }, day, limit) => disputesToSeal(raw, day, limit),
  open(store, day, id) {
    const row = store.read.select().from(disputes).where(eq(disputes.id, id)).get();
    if (row === undefined || !isToSeal(row, day)) return null;
    return {
      rows: [{ ledger: disputesLedger, row }, ...partsOf(store, id)],
      byDate: true,
      seal: {
        category: row.type,
        startsOn: dayOf(row.receivedAt),
        endsOn: row.archivedOn ?? day,
        why: 'archived',
        until: addMonths(day, DISPUTE_SEALED_MONTHS),
        synthetic: row.synthetic,
      },
    };
  },
};

/** Those too that were taken off it and are not forgotten yet: only they have a day until which they are kept. */
function partsOf({ read }: Reading, dispute: string): HeldRow[] {
  return partLedgers.flatMap((ledger) => {
    const table: RecordTable = ledger.table;
    const kept = and(eq(table.disputeId, dispute), isNotNull(table.retainUntil));
    const rows = read.select().from(table).where(kept).orderBy(asc(table.id)).all();
    return rows.map((row) => ({ ledger, row }));
  });
}
