/** 依法登记事项 of a made-up town: what a practice office shows could all have come about. */
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/kernel/calendar-day.ts';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import { standingOn } from '#shared/ledgers/statutory/standing.ts';
import { latestEnd, wasMinor } from '#shared/ledgers/statutory/term.ts';
import { tableName, type Ledger, type LedgerTable, type Row } from '#main/db/ledger-table.ts';
import { readRow } from '#main/db/row-writer.ts';
import { statutoryDutiesLedger, statutoryMattersLedger } from '#main/ledgers/statutory/tables.ts';
import { dwellerBook } from '#main/seed/people/dwellers.ts';
import { numberBook } from '#main/seed/people/numbers.ts';
import { visitorName } from '#main/seed/people/visitors.ts';
import { seededRandom } from '#main/seed/random.ts';
import { putStatutory } from '#main/seed/statutory/matters.ts';
import { openTestStore } from '#tests/support/store.ts';
import { TODAY } from '#tests/support/visits.ts';

/** A store with as many heads of households as thirty thousand people have, some of them young, and what is entered of them. */
function seeded() {
  const town = openTestStore();
  const dwellers = dwellerBook(30_000);
  const random = seededRandom(7);
  for (let at = 0; at < 12_000; at += 1)
    dwellers.note({
      residentId: '07-000001',
      name: visitorName(random),
      sex: '1',
      birthDate: addDays(TODAY, -random.between(15 * 365, 80 * 365)),
      phone: null,
      addressId: '07-000001',
      line: '',
      policeGrid: '03',
    });
  const made = town.journal.write(town.officer, (desk) =>
    putStatutory(
      {
        desk,
        random,
        numbers: numberBook(),
        dwellers,
        now: desk.now,
        today: TODAY,
        officer: town.officer.staff,
        officerName: '李建国',
        auxiliaries: [town.auxiliary.staff],
      },
      30_000,
    ),
  );
  const rowsOf = <T extends LedgerTable>({ table }: Ledger<T>): Row<T>[] =>
    town.store.raw
      .prepare(`SELECT * FROM ${tableName(table)} ORDER BY id`)
      .all()
      .map((row) => readRow(table, row as Record<string, unknown>));
  return {
    made,
    officer: town.officer,
    matters: rowsOf(statutoryMattersLedger),
    duties: rowsOf(statutoryDutiesLedger),
  };
}

test('forty matters of thirty thousand people, all of the officer, in force or waiting, five about to end', () => {
  const { made, matters, officer } = seeded();
  expect(made).toBe(40);
  expect(matters).toHaveLength(40);
  for (const matter of matters) {
    expect(matter.officer).toBe(officer.staff);
    expect(matter.synthetic).toBe(true);
    expect(wasMinor(matter.birthDate, matter.documentDate)).toBe(false);
    expect(matter.endsOn <= latestEnd(matter.category, matter.startsOn)).toBe(true);
    expect(['in-force', 'provisional']).toContain(standingOn(matter, TODAY));
  }
  const left = matters.map(({ endsOn }) => daysBetween(TODAY, endsOn));
  expect(left.filter((days) => days <= 15)).toHaveLength(5);
  expect(matters.some(({ state }) => state === 'provisional')).toBe(true);
});

test('duties follow one another as the closed list says, most done, a few owed', () => {
  const { duties, ...all } = seeded();
  const matters = new Map(all.matters.map((matter) => [matter.id, matter]));
  for (const { matterId, kind, dueOn, doneOn, result } of duties) {
    const matter = matters.get(matterId);
    if (matter === undefined) throw new Error(`a duty of no entry: ${matterId}`);
    expect(matter.state).toBe('approved');
    expect(CATEGORIES[matter.category].duties.map((rule) => rule.kind)).toContain(kind);
    expect(dueOn < matter.endsOn).toBe(true);
    expect(doneOn === null).toBe(result === null);
    if (doneOn !== null) expect(doneOn <= TODAY).toBe(true);
    else expect(dueOn >= addDays(TODAY, -10)).toBe(true);
  }
  const done = duties.filter(({ doneOn }) => doneOn !== null).length;
  expect(done).toBeGreaterThan(duties.length / 2);
  expect(duties.some(({ doneOn, dueOn }) => doneOn === null && dueOn >= TODAY)).toBe(true);
});
