/** Visits to the desk, and any that somebody could type. */
import fc from 'fast-check';
import { BODIES, MATTER_CODES, RESULTS, type VisitInput } from '#shared/ledgers/visitors.ts';

/** The day on which the test office's clock stands when it opens. */
export const TODAY = '2026-11-23';

/** An anonymous enquiry: the least that can be entered. */
export const enquiry: VisitInput = {
  name: null,
  phone: null,
  people: 1,
  matter: 'household-papers',
  summary: null,
  papersChecked: false,
  result: null,
  referredTo: null,
  promisedOn: null,
};

const text = (maxLength: number) =>
  fc.option(
    fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 4 }),
          fc.constantFrom('张', '欣', '１３８', '5678', '　', '\u200B', '-', '\n', '\uFEFF', '¨', '%', '_'),
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('').slice(0, maxLength)),
    { nil: null },
  );

/** Anything the schema lets through. */
export const anyVisit: fc.Arbitrary<VisitInput> = fc.record({
  name: text(70),
  phone: text(30),
  people: fc.integer({ min: 1, max: 99 }),
  matter: fc.constantFrom(...MATTER_CODES),
  summary: text(250),
  papersChecked: fc.boolean(),
  result: fc.constantFrom(null, ...RESULTS),
  referredTo: fc.constantFrom(null, ...BODIES),
  promisedOn: fc.constantFrom(
    null,
    '',
    '2026-11-23',
    '2026-12-01',
    '2027-06-30',
    '2020-01-01',
    '2027-02-30',
    '明天',
  ),
});

let drafts = 0;

/** A draft id nobody used before in this run. */
export function newDraft(): string {
  drafts += 1;
  return `d${String(drafts).padStart(10, '0')}`;
}
