/** The twelve untidy files, against the books of the generator that made them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import type { FileBook } from '#scripts/dirt/books.ts';
import { openImportDesk } from '#tests/support/import-desk.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/import');
const books = JSON.parse(readFileSync(join(FOLDER, 'counts.json'), 'utf8')) as FileBook[];

describe.each(books)('$file', (book) => {
  test('is read as its book says: sheet, header, columns, and what becomes of every row', async () => {
    const desk = openImportDesk();
    const { id, plan, check } = await desk.checked(join(FOLDER, book.file));
    if (book.sheet !== null) expect(plan.sheet).toBe(book.sheet);
    expect(plan).toMatchObject({ headerRows: book.headerRows, missing: [], remembered: false });
    const taken = plan.columns.filter(({ field }) => field !== null);
    expect(taken.map(({ index, field }) => ({ index, field }))).toEqual(
      book.mapping.map(({ index, field }) => ({ index, field })),
    );
    const headers = (...reasons: readonly unknown[]) =>
      plan.columns.filter(({ dropped }) => reasons.includes(dropped)).map(({ header }) => header);
    expect(headers('forbidden')).toEqual(book.deniedColumns);
    expect(headers('no-field', 'twice')).toEqual(book.droppedColumns);

    const { read, imported, merged, duplicate, rejected, repaired, passedOver } = book;
    expect(check).toMatchObject({ read, imported, merged, duplicate, rejected, repaired, passedOver });
    const outcomes: Record<string, number[]> = { new: [], merge: [], duplicate: [], reject: [] };
    let after: string | null = null;
    do {
      const page = await desk.imports.rows({ import: id, show: 'all', after, rows: 100 }, desk.officer, {
        signal: undefined,
      });
      for (const { row, outcome, issues } of page.rows) {
        outcomes[outcome]?.push(row);
        expect(issues.length > 0).toBe(outcome === 'reject');
      }
      after = page.next ?? null;
    } while (after !== null);
    expect(outcomes['reject']).toEqual(book.rejectedRows);
    expect(outcomes['merge']).toEqual(book.mergedRows);
    expect(outcomes['duplicate']).toEqual(book.duplicateRows);
  });

  test('is written as it was checked, proves itself, and brings nothing a second time', async () => {
    const desk = openImportDesk();
    const path = join(FOLDER, book.file);
    const { id, check } = await desk.checked(path);
    const batch = await desk.commit(id);
    expect(batch.check).toEqual(check);
    expect(desk.people()).toHaveLength(book.imported);
    expect(desk.households()).toHaveLength(check.newHouseholds);
    // The town and the community were there before.
    expect(desk.addresses()).toHaveLength(check.newAddresses + 2);
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);

    const lines = desk.lines().length;
    const again = await desk.checked(path);
    expect(again.plan.remembered).toBe(true);
    expect(again.check).toMatchObject({
      read: book.read,
      imported: 0,
      merged: 0,
      rejected: book.rejected,
      newAddresses: 0,
      newHouseholds: 0,
    });
    const nothing = await desk.commit(again.id);
    expect(nothing).toMatchObject({ id: '', undoUntil: null });
    expect(desk.lines()).toHaveLength(lines);
    expect(await desk.imports.batches({}, desk.officer, desk.context)).toHaveLength(1);
  });
});
