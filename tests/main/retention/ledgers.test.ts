/** What every ledger owes whose records are forgotten: its table can be without what is not kept. */
import { describe, expect, test } from 'vitest';
import { blankOf } from '#main/db/forget.ts';
import { fieldsOf, tableName, type LedgerTable, type NewRow } from '#main/db/ledger-table.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { RETAINED } from '#main/retention/retained.ts';
import { systemCaller } from '#main/session/callers.ts';
import { SAMPLES } from '#tests/support/ledger-suite.ts';
import { OFFICE_CODE, openTestStore } from '#tests/support/store.ts';

const forgetting = LEDGER_TABLES.filter(({ keeps }) => keeps !== undefined);

describe.each(forgetting.map((ledger) => [ledger.name, ledger] as const))('the ledger %s', (name, ledger) => {
  test('keeps only fields it has, and says when a record ends', () => {
    const fields = fieldsOf(ledger.table).map(([field]) => field);
    expect((ledger.keeps ?? []).filter((field) => !fields.includes(field))).toEqual([]);
    expect(RETAINED.filter((one) => one.ledger.name === name)).toHaveLength(1);
  });

  test('forgets one record and another like it, empties all that is not kept, and verifies', () => {
    const desk = openTestStore();
    const ids = [0, 1].map(() => {
      const values = SAMPLES[name].values(desk) as NewRow<LedgerTable>;
      return String(desk.journal.write(desk.officer, (write) => write.put(ledger, values))['id']);
    });
    for (const id of ids) desk.journal.write(systemCaller, (write) => write.forget(ledger, id, 'retention'));
    const rows = desk.store.raw
      .prepare(`SELECT * FROM ${tableName(ledger.table)} WHERE id IN (?, ?)`)
      .all(...ids) as Record<string, unknown>[];
    for (const row of rows)
      for (const [field, column] of fieldsOf(ledger.table))
        if (ledger.keeps?.includes(field) !== true) expect(row[column.name], field).toBe(blankOf(column));
    expect(rows).toHaveLength(2);
    expect(verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES).forgotten).toBe(2);
  });

  test('finds what is due, and nothing that was forgotten', () => {
    const desk = openTestStore();
    const retained = RETAINED.find((one) => one.ledger.name === name);
    const values = SAMPLES[name].values(desk) as NewRow<LedgerTable>;
    const row = desk.journal.write(desk.officer, (write) => write.put(ledger, values));
    const due = () => retained?.dueIds(desk.store.raw, '2999-01-01', 10);
    const hasTerm = ['retainUntil', 'endsOn'].some(
      (term) => (SAMPLES[name].values(desk)[term] ?? null) !== null,
    );
    expect(due()).toEqual(hasTerm ? [row['id']] : []);
    desk.journal.write(systemCaller, (write) => write.forget(ledger, String(row['id']), 'retention'));
    expect(due()).toEqual([]);
  });
});

test('no ledger is due for what it cannot forget', () => {
  expect(
    RETAINED.map(({ ledger }) => ledger.name).filter((name) => !forgetting.some((one) => one.name === name)),
  ).toEqual([]);
  expect(forgetting.length).toBeGreaterThan(0);
});
