import { expect, test } from 'vitest';
import { CATEGORIES, CATEGORY_CODES, END_WAYS } from '#shared/ledgers/statutory/categories.ts';
import { endIssues } from '#shared/ledgers/statutory/ending.ts';
import { BEGUN } from '#tests/support/statutory-entries.ts';
import { TODAY } from '#tests/support/visits.ts';

const flaws = (category: (typeof CATEGORY_CODES)[number], how: (typeof END_WAYS)[number], open = 0) =>
  endIssues({ category, startsOn: BEGUN }, { how, endedOn: TODAY }, open, TODAY);

test('an entry ends early in the ways of its category and in no other', () => {
  for (const category of CATEGORY_CODES)
    for (const how of END_WAYS) {
      const refused = flaws(category, how).some(({ rule }) => rule === 'not-this-way');
      expect({ category, how, refused }).toEqual({
        category,
        how,
        refused: !CATEGORIES[category].endWays.includes(how),
      });
    }
});

test('work is not said to be done while a duty is open; a document ends it all the same', () => {
  expect(flaws('SM04', 'answered', 1)).toEqual([{ field: 'how', rule: 'duties-open' }]);
  expect(flaws('SM04', 'answered', 0)).toEqual([]);
  expect(flaws('SM07', 'visits-done', 2)).toEqual([{ field: 'how', rule: 'duties-open' }]);
  expect(flaws('SM01', 'released', 2)).toEqual([]);
  expect(flaws('SM07', 'revoked', 2)).toEqual([]);
});

test('an end lies between the start and today', () => {
  const on = (endedOn: string) =>
    endIssues({ category: 'SM01', startsOn: BEGUN }, { how: 'released', endedOn }, 0, TODAY);
  expect(on(BEGUN)).toEqual([]);
  expect(on('2026-11-19')).toEqual([{ field: 'endedOn', rule: 'before-start' }]);
  expect(on('2026-11-24')).toEqual([{ field: 'endedOn', rule: 'in-future' }]);
  expect(on('昨天')).toEqual([{ field: 'endedOn', rule: 'not-a-day' }]);
});
