/** Entries of 依法登记事项 as an officer types them, and any day, category and term. None is of a person who exists. */
import fc from 'fast-check';
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { CATEGORIES, CATEGORY_CODES, type CategoryCode } from '#shared/ledgers/statutory/categories.ts';
import { cleanEntry, type Entry } from '#shared/ledgers/statutory/entry.ts';
import type { EntryFacts } from '#shared/ledgers/statutory/standing.ts';
import { latestEnd } from '#shared/ledgers/statutory/term.ts';
import { TODAY } from './visits.ts';

/** The day of the document and of everything that is said to begin. */
export const BEGUN = '2026-11-20';
export const ADULT = '1987-03-14';

/** An entry with nothing wrong in it, for as long as its category lasts at the most. */
export function entryOf(category: CategoryCode, changes: Partial<Entry> = {}): Entry {
  const { protects, decidedBy } = CATEGORIES[category];
  const startsOn = changes.startsOn ?? BEGUN;
  return cleanEntry({
    category,
    residentId: null,
    name: '何远',
    birthDate: ADULT,
    issuerKind: decidedBy[0] ?? 'court',
    issuer: '青禾县人民法院',
    documentNumber: '青法字〔2026〕12号',
    documentDate: BEGUN,
    startsOn,
    endsOn: latestEnd(category, startsOn),
    everyDays: null,
    leadBody: '青禾镇司法所',
    leadContact: '周明',
    leadPhone: '15400000031',
    protectedName: protects ? '林晓' : '',
    protectedPhone: protects ? '15400000032' : '',
    renews: null,
    ...changes,
  });
}

/** What decides where an entry stands, as the store has it. */
export function factsOf(category: CategoryCode, changes: Partial<EntryFacts> = {}): EntryFacts {
  const startsOn = changes.startsOn ?? BEGUN;
  return {
    category,
    state: 'approved',
    birthDate: ADULT,
    documentDate: startsOn,
    enteredOn: TODAY,
    startsOn,
    endsOn: latestEnd(category, startsOn),
    endedOn: null,
    endHow: null,
    noticeOn: null,
    ...changes,
  };
}

export const anyCategory = fc.constantFrom(...CATEGORY_CODES);

/** Any day of thirty years, 29 February and the last days of months more often than chance. */
export const anyDay: fc.Arbitrary<CalendarDay> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 10_957 }).map((days) => addDays('2010-01-01', days)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2012-02-29',
      '2024-02-29',
      '2028-02-29',
      '2025-02-28',
      '2026-08-31',
      '2026-10-31',
      '2026-12-31',
      '2027-01-30',
    ),
  },
);
