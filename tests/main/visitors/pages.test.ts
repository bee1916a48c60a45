/** A thousand visits in any order and filter, held against a list in memory. */
import fc from 'fast-check';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { ON_SITE_MAX, VISIT_SORTS, type VisitFilter, type VisitRow } from '#shared/contract/visitors.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { addDays, dayOf } from '#shared/kernel/calendar-day.ts';
import { MATTER_CODES, STATES } from '#shared/ledgers/visitors.ts';
import { owedVisits } from '#main/ledgers/visitors/queries.ts';
import { newVisit } from '#main/ledgers/visitors/service.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { OFFICE_CODE, openTestStore, type TestStore } from '#tests/support/store.ts';
import { enquiry } from '#tests/support/visits.ts';

const ROWS = 1000;
const LAST_DAY = '2026-11-23';

let desk: TestStore;
/** All live visits as an officer sees them, in no order. */
let everything: VisitRow[];

const none: VisitFilter = { states: [], matters: [], from: null, to: null, onSite: false, owed: false };
const signal = { signal: undefined };

function pageOf(
  request: {
    after?: string | null;
    rows?: number;
    filter?: Partial<VisitFilter>;
    by?: (typeof VISIT_SORTS)[number];
    descending?: boolean;
  },
  caller: Caller = desk.officer,
) {
  const { after = null, rows = 100, filter = {}, by = 'arrivedAt', descending = false } = request;
  const page = desk.visitors.list(
    { after, rows, filter: { ...none, ...filter }, sort: { by, descending } },
    caller,
    signal,
  );
  if (page instanceof Promise) throw new Error('answered later');
  return page;
}

function walk(request: Parameters<typeof pageOf>[0], caller: Caller = desk.officer): VisitRow[] {
  const found: VisitRow[] = [];
  let after: string | null = null;
  do {
    const page = pageOf({ ...request, after }, caller);
    expect(page.rows.length).toBeLessThanOrEqual(request.rows ?? 100);
    expect(page.next === null || page.rows.length > 0).toBe(true);
    found.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return found;
}

/** Random but always the same, with many ties and many nothings. */
beforeAll(() => {
  desk = openTestStore({ keep: true });
  let seed = 7;
  const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
  desk.clock.set('2026-10-01T00:00:00.000Z');
  desk.journal.write(desk.officer, (write) => {
    for (let i = 0; i < ROWS; i += 1) {
      const arrivedAt = `${addDays('2026-10-15', random(40))}T0${random(9)}:00:00.000Z`;
      const caller = random(3) === 0 ? desk.auxiliary : desk.officer;
      const promisedOn = random(3) === 0 ? addDays('2026-10-20', random(60)) : null;
      const repliedOn = promisedOn !== null && random(2) === 0 ? promisedOn : null;
      const leftAt = random(8) === 0 ? null : arrivedAt;
      const matter = MATTER_CODES[random(MATTER_CODES.length)] ?? 'other';
      const state = STATES[random(STATES.length)] ?? 'received';
      const row = {
        ...newVisit({ ...enquiry, matter, promisedOn }, caller, arrivedAt, OFFICE_CODE),
        repliedOn,
        leftAt,
        state,
      };
      const { id } = write.put(visitorsLedger, row);
      if (random(20) === 0) write.retire(visitorsLedger, id, 1, '错录');
    }
  });
  desk.clock.set(`${LAST_DAY}T08:00:00.000Z`);
  everything = walk({});
});
afterAll(() => desk.close());

const matches = (row: VisitRow, filter: VisitFilter): boolean =>
  (filter.states.length === 0 || filter.states.includes(row.state)) &&
  (filter.matters.length === 0 || filter.matters.includes(row.matter)) &&
  (filter.from === null || dayOf(row.arrivedAt) >= filter.from) &&
  (filter.to === null || dayOf(row.arrivedAt) <= filter.to) &&
  (!filter.onSite || row.leftAt === null) &&
  (!filter.owed || (row.promisedOn !== null && row.repliedOn === null));

describe('a list of a thousand visits', () => {
  test('has each live record once', () => {
    const live = desk.store.raw
      .prepare('SELECT count(*) FROM visitors WHERE retired_at IS NULL')
      .pluck()
      .get();
    expect(new Set(everything.map(({ id }) => id)).size).toBe(live);
    expect(everything.length).toBe(live);
    expect(everything.length).toBeLessThan(ROWS);
    expect(pageOf({})).toMatchObject({ total: live, all: live });
  });

  test.each(VISIT_SORTS.flatMap((by) => [false, true].map((descending) => ({ by, descending }))))(
    'by $by, descending $descending, is whole and in order page by page, with nothing at the end that has no value',
    ({ by, descending }) => {
      const way = descending ? -1 : 1;
      const expected = everything.toSorted((a, b) => {
        const [x, y] = [a[by], b[by]];
        if (x === null || y === null) return x === y ? way * (a.id < b.id ? -1 : 1) : x === null ? 1 : -1;
        return x === y ? way * (a.id < b.id ? -1 : 1) : way * (x < y ? -1 : 1);
      });
      for (const rows of [7, 100])
        expect(walk({ by, descending, rows }).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    },
  );

  test('under any filter is what a plain look through all of them finds', () => {
    const day = fc.option(
      fc.integer({ min: -5, max: 45 }).map((n) => addDays('2026-10-15', n)),
      { nil: null },
    );
    const filters: fc.Arbitrary<VisitFilter> = fc.record({
      states: fc.subarray([...STATES]),
      matters: fc.subarray([...MATTER_CODES], { maxLength: 4 }),
      from: day,
      to: day,
      onSite: fc.boolean(),
      owed: fc.boolean(),
    });
    fc.assert(
      fc.property(filters, fc.constantFrom(...VISIT_SORTS), fc.boolean(), (filter, by, descending) => {
        const expected = everything.filter((row) => matches(row, filter)).map(({ id }) => id);
        const found = walk({ filter, by, descending });
        expect(found.map(({ id }) => id).sort()).toEqual(expected.sort());
        expect(pageOf({ filter, by, descending })).toMatchObject({
          total: expected.length,
          all: everything.length,
        });
      }),
      { numRuns: 80 },
    );
  });

  test('shows an auxiliary what they may see, under every filter', () => {
    const mine = (row: VisitRow) =>
      dayOf(row.arrivedAt) >= LAST_DAY ||
      row.leftAt === null ||
      (row.promisedOn !== null && row.repliedOn === null) ||
      row.handledBy === desk.auxiliary.staff;
    const seen = everything.filter(mine);
    expect(seen.length).toBeLessThan(everything.length);
    for (const filter of [
      none,
      { ...none, onSite: true },
      { ...none, states: ['archived' as const] },
      { ...none, to: '2026-10-31' },
    ]) {
      const expected = seen.filter((row) => matches(row, filter)).map(({ id }) => id);
      expect(
        walk({ filter, by: 'promisedOn' }, desk.auxiliary)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(expected.sort());
      expect(pageOf({ filter }, desk.auxiliary)).toMatchObject({ total: expected.length, all: seen.length });
    }
  });

  test('goes on where it was although records came and went in between', () => {
    const first = pageOf({ rows: 10, by: 'promisedOn' });
    const [gone] = first.rows;
    if (gone === undefined) throw new Error('an empty page');
    const last = first.rows.at(-1);
    const expected = walk({ by: 'promisedOn' })
      .slice(10, 20)
      .map(({ id }) => id);
    desk.journal.write(desk.officer, (write) =>
      write.patch(visitorsLedger, gone.id, gone.revision, { promisedOn: '2026-10-01' }),
    );
    const next = pageOf({ rows: 10, by: 'promisedOn', after: first.next });
    expect(next.rows.map(({ id }) => id)).toEqual(expected);
    expect(next.rows.every(({ promisedOn }) => (promisedOn ?? '9') >= (last?.promisedOn ?? ''))).toBe(true);
  });

  test('refuses a place to go on from that it did not give', () => {
    const texts = [
      'x',
      '',
      'bnVsbA',
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('[{},"x"]').toString('base64url'),
      Buffer.from('["x",7]').toString('base64url'),
    ];
    for (const after of texts)
      expect(failureOfWork(() => pageOf({ after }))).toEqual({
        code: 'invalid',
        issues: [{ field: 'after', rule: 'shape' }],
      });
  });

  test('of days at the edge of the calendar is empty or whole, and no defect', () => {
    expect(pageOf({ filter: { from: '2999-12-31' } }).total).toBe(0);
    expect(pageOf({ filter: { to: '2999-12-31', from: '1900-01-01' } }).total).toBe(everything.length);
  });

  test('has its short forms: who is in the room, and what is owed from 30 days back to 14 ahead', () => {
    const inRoom = desk.visitors.onSite({}, desk.auxiliary, signal) as VisitRow[];
    expect(inRoom).toHaveLength(
      Math.min(ON_SITE_MAX, everything.filter(({ leftAt }) => leftAt === null).length),
    );
    expect(inRoom.map(({ arrivedAt }) => arrivedAt)).toEqual(inRoom.map(({ arrivedAt }) => arrivedAt).sort());
    const owed = owedVisits(desk.store.read, LAST_DAY);
    const expected = walk({ by: 'promisedOn', filter: { owed: true } }).filter(
      ({ promisedOn }) =>
        promisedOn !== null && promisedOn >= addDays(LAST_DAY, -30) && promisedOn <= addDays(LAST_DAY, 14),
    );
    expect(owed.map(({ id }) => id)).toEqual(expected.slice(0, 50).map(({ id }) => id));
  });
});
