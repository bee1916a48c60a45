/** What the rules refuse the store refuses too: whoever writes past the rules finds the caps once more, in the table itself. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { CATEGORY_CODES } from '#shared/ledgers/statutory/categories.ts';
import { latestEnd, termFlaw } from '#shared/ledgers/statutory/term.ts';
import { statutoryMattersLedger } from '#main/ledgers/statutory/tables.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import { SAMPLES } from '#tests/support/ledger-suite.ts';
import { anyCategory, anyDay } from '#tests/support/statutory-entries.ts';
import { openTestStore } from '#tests/support/store.ts';

type Matter = NewRow<typeof statutoryMattersLedger.table>;

function openStoreOfMatters() {
  const desk = openTestStore();
  const sample = SAMPLES.statutory_matters.values(desk) as Matter;
  /** Null where it stands, else the message of the refusal. */
  return (changes: Partial<Matter>): string | null => {
    try {
      desk.journal.write(desk.officer, (write) =>
        write.put(statutoryMattersLedger, { ...sample, ...changes }),
      );
      return null;
    } catch (error) {
      return String(error);
    }
  };
}

test('a row whose end lies beyond the cap of its kind is refused, whatever day it starts; the last day itself stands', () => {
  const put = openStoreOfMatters();
  fc.assert(
    fc.property(anyCategory, anyDay, fc.integer({ min: 1, max: 800 }), (category, startsOn, beyond) => {
      const endsOn = latestEnd(category, startsOn);
      expect(put({ category, startsOn, endsOn })).toBeNull();
      expect(put({ category, startsOn, endsOn: addDays(endsOn, beyond) })).toMatch(/CHECK/);
    }),
  );
});

test('where a term is longer or shorter than the rules allow, rules and store say the same', () => {
  const put = openStoreOfMatters();
  for (const category of CATEGORY_CODES)
    for (const startsOn of ['2026-08-31', '2028-02-29', '2026-11-20'])
      for (const days of [-1, 0, 1, 89, 90, 91, 92, 181, 182, 184, 365, 366, 1095, 1096, 3652, 3653]) {
        const endsOn = addDays(startsOn, days);
        const flaw = termFlaw(category, { startsOn, endsOn }, '2020-01-01');
        // Of 社区戒毒 the rules reckon the end; the store knows no other.
        const refused = flaw !== null || (category === 'SM05' && endsOn !== latestEnd(category, startsOn));
        const cell = { category, startsOn, days };
        expect({ ...cell, refused: put({ category, startsOn, endsOn }) !== null }).toEqual({
          ...cell,
          refused,
        });
      }
});

test('a kind that is not on the list and a day that does not exist are refused', () => {
  const put = openStoreOfMatters();
  expect(put({ category: 'SM09' as 'SM01' })).toMatch(/CHECK/);
  for (const [startsOn, endsOn] of [
    ['2026-02-30', '2026-06-01'],
    ['2026-11-20', '2027-02-30'],
    ['', '2027-01-01'],
    ['昨天', '明天'],
  ] as const)
    expect({ startsOn, endsOn, refused: put({ startsOn, endsOn }) }).toMatchObject({
      refused: expect.stringMatching(/CHECK/) as unknown,
    });
});
