/** Ten thousand matters: lists stay as quick as a key press, and every page costs what the first one does. */
import { describe, expect, test } from 'vitest';
import type { NewRow } from '#main/db/ledger-table.ts';
import { disputePartiesLedger, disputesLedger } from '#main/ledgers/disputes/ledgers.ts';
import type { disputeParties, disputes } from '#main/ledgers/disputes/tables.ts';
import { DISPUTE_SAMPLES } from '#tests/support/dispute-samples.ts';
import { anyDispute } from '#tests/support/dispute-words.ts';
import { openDisputes } from '#tests/support/disputes.ts';
import { CONTEXT } from '#tests/support/people.ts';

const MANY = 10_000;
const FEW = 100;
/** Far above what is measured on a quiet machine (a few ms): this is no benchmark, it finds a list that reads everything. */
const MOST_MS = 400;

function filled(count: number) {
  const desk = openDisputes();
  const values = DISPUTE_SAMPLES.disputes.values() as NewRow<typeof disputes>;
  const party = DISPUTE_SAMPLES.dispute_parties.values() as NewRow<typeof disputeParties>;
  desk.journal.write(desk.officer, (write) => {
    for (let at = 0; at < count; at += 1) {
      const receivedAt = new Date(Date.parse('2024-01-01T00:00:00.000Z') + at * 7_200_000).toISOString();
      const isOpen = at % 20 === 0;
      const stage = isOpen ? values.stage : ('archived' as const);
      const { id } = write.put(disputesLedger, { ...values, receivedAt, stage });
      for (const side of ['a', 'b'] as const)
        write.put(disputePartiesLedger, { ...party, disputeId: id, side });
    }
  });
  return desk;
}

describe('a ledger of ten thousand matters', () => {
  test('is listed, asked for what is due and opened without being read as a whole', () => {
    const { disputes: calls, officer, auxiliary } = filled(MANY);
    const filter = { ...anyDispute, view: 'all' as const };
    const sort = { by: 'receivedAt', descending: true } as const;
    const timed = <T>(work: () => T): { readonly made: T; readonly ms: number } => {
      const began = performance.now();
      const made = work();
      return { made, ms: performance.now() - began };
    };
    for (const caller of [officer, auxiliary]) {
      calls.list({ after: null, rows: 1, filter, sort }, caller, CONTEXT);
      const first = timed(() => calls.list({ after: null, rows: FEW, filter, sort }, caller, CONTEXT));
      expect(first.made.rows).toHaveLength(FEW);
      expect(first.ms).toBeLessThan(MOST_MS);
      const { next } = first.made;
      const second = timed(() => calls.list({ after: next, rows: FEW, filter, sort }, caller, CONTEXT));
      expect(second.ms).toBeLessThan(MOST_MS);
      expect(timed(() => calls.due({}, caller, CONTEXT)).ms).toBeLessThan(MOST_MS);
    }
    const id = '07-005001';
    expect(timed(() => calls.open({ id }, officer, CONTEXT)).ms).toBeLessThan(MOST_MS);
  });
});
