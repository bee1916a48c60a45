/** Which doors stand on which page of a check sheet. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HouseholdSheet } from '#shared/contract/population/papers.ts';
import {
  CHECK_SHEET,
  ROWS_A_PAGE,
  sheetPages,
  type SheetRow,
} from '#renderer/print/population/sheet-pages.ts';

type Door = HouseholdSheet['doors'][number];

/** Rows for people who are not in the ledger yet, and of a door without anybody. */
const FREE = 1;
const EMPTY = 3;

function doorOf(number: number, people: number): Door {
  return {
    door: `${number}室`,
    quiet: false,
    bestTime: '',
    people: Array.from({ length: people }, (_, at) => ({
      name: `${number}-${at}`,
      sex: '0',
      age: null,
      idTail: null,
      relation: null,
      residenceType: 'registered',
      verifiedOn: null,
    })),
  };
}

const doors = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.nat(7) }, fc.nat(3 * ROWS_A_PAGE)), { maxLength: 60 })
  .map((sizes) => sizes.map((people, at) => doorOf(at + 1, people)));

/** Rows by the door they belong to, in the order of the pages. */
function byDoor(pages: readonly (readonly SheetRow[])[]): Map<string, SheetRow[][]> {
  const found = new Map<string, SheetRow[][]>();
  let door = '';
  pages.forEach((page, at) => {
    for (const row of page) {
      door = row.door?.door ?? door;
      const pieces = found.get(door) ?? Array.from(pages, (): SheetRow[] => []);
      pieces[at]?.push(row);
      found.set(door, pieces);
    }
  });
  return new Map(Array.from(found, ([name, pieces]) => [name, pieces.filter(({ length }) => length > 0)]));
}

const rowsOf = ({ people }: Door) => people.length + (people.length === 0 ? EMPTY : FREE);

describe('the pages of a check sheet', () => {
  it('hold what an A4 page holds', () => {
    const { height, margin, head, header, row, foot } = CHECK_SHEET;
    expect(head + header + ROWS_A_PAGE * row + foot).toBeLessThanOrEqual(height - 2 * margin);
    expect(head + header + (ROWS_A_PAGE + 1) * row + foot).toBeGreaterThan(height - 2 * margin);
  });

  it('name everybody once and in order, with a free line at every door', () => {
    fc.assert(
      fc.property(doors, (given) => {
        const rows = sheetPages({ doors: given, blank: false }).flat();
        const names = rows.flatMap(({ person }) => person?.name ?? []);
        expect(names).toEqual(given.flatMap(({ people }) => people.map(({ name }) => name)));
        expect(rows).toHaveLength(given.reduce((sum, door) => sum + rowsOf(door), 0));
      }),
    );
  });

  it('are never overfull and never empty', () => {
    fc.assert(
      fc.property(doors, fc.boolean(), (given, blank) => {
        const pages = sheetPages({ doors: given, blank });
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(ROWS_A_PAGE);
        // Every page says whose door it begins with.
        if (given.length > 0) for (const [first] of pages) expect(first?.door ?? null).not.toBeNull();
      }),
    );
  });

  it('never split a door that fits on one', () => {
    fc.assert(
      fc.property(doors, (given) => {
        const pages = byDoor(sheetPages({ doors: given, blank: false }));
        for (const door of given) {
          const pieces = pages.get(door.door) ?? [];
          expect(pieces.flat()).toHaveLength(rowsOf(door));
          expect(pieces).toHaveLength(Math.ceil(rowsOf(door) / ROWS_A_PAGE));
          // Only a piece after the first says that it goes on.
          pieces.forEach(([first], at) => expect(first?.continued).toBe(at > 0));
        }
      }),
    );
  });

  it('leave no room unused that the next door would have fitted into', () => {
    fc.assert(
      fc.property(doors, (given) => {
        const pages = sheetPages({ doors: given, blank: false });
        pages.slice(0, -1).forEach((page, at) => {
          const next = pages[at + 1]?.[0];
          if (next?.door == null || next.continued) return;
          expect(page.length + Math.min(rowsOf(next.door), ROWS_A_PAGE)).toBeGreaterThan(ROWS_A_PAGE);
        });
      }),
    );
  });

  it('have every door and three lines at each on the blank sheet', () => {
    const given = [3, 0, 12].map((people, at) => ({ ...doorOf(at + 1, people), people: [] }));
    const pages = byDoor(sheetPages({ doors: given, blank: true }));
    expect([...pages.keys()]).toEqual(['1室', '2室', '3室']);
    for (const rows of pages.values()) expect(rows.flat()).toHaveLength(EMPTY);
  });

  it('are one page where a building has no door', () => {
    expect(sheetPages({ doors: [], blank: false })).toEqual([[]]);
  });
});
