/** Figures: what they count and what not, the edge of a month in China, and what the public may not reckon back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SUPPRESSED_UNDER } from '#shared/contract/disputes/figures.ts';
import { addDays } from '#shared/kernel/calendar-day.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import { suppressedParts } from '#main/ledgers/disputes/figures/suppress.ts';
import { disputeReferralsLedger, disputesLedger } from '#main/ledgers/disputes/ledgers.ts';
import type { disputeReferrals, disputes } from '#main/ledgers/disputes/tables.ts';
import { DISPUTE_SAMPLES } from '#tests/support/dispute-samples.ts';
import { openDisputes, type DisputesDesk } from '#tests/support/disputes.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { TODAY } from '#tests/support/visits.ts';

const values = DISPUTE_SAMPLES.disputes.values() as NewRow<typeof disputes>;
const asked = DISPUTE_SAMPLES.dispute_referrals.values() as NewRow<typeof disputeReferrals>;
const ended = { stage: 'archived', dueOn: null, result: 'withdrawn' } as const;

function put({ journal, officer }: DisputesDesk, times: number, changes: Partial<typeof values>): string {
  return journal.write(officer, (write) => {
    let id = '';
    for (let left = times; left > 0; left -= 1)
      ({ id } = write.put(disputesLedger, { ...values, ...changes }));
    return id;
  });
}

const sheetOf = (desk: DisputesDesk, from: string, to: string, audience: 'office' | 'public' = 'office') =>
  desk.disputes.figures({ from, to, audience }, desk.officer, CONTEXT);

describe('figures for the office', () => {
  test('count by kind, level, month and result, at the edge of a day in China', () => {
    const desk = openDisputes();
    // 23:59 on the last of October, and 00:00 on the first of November, by the clock of China.
    put(desk, 1, { receivedAt: '2026-10-31T15:59:59.999Z', type: 'family', level: 'grid' });
    put(desk, 2, { receivedAt: '2026-10-31T16:00:00.000Z', ...ended, archivedOn: '2026-11-30' });
    put(desk, 1, { receivedAt: '2026-11-30T15:59:59.999Z', stage: 'violence', archivedOn: null });
    const october = sheetOf(desk, '2026-10-01', '2026-10-31');
    expect(october).toMatchObject({ received: 1, archived: 0, inHand: 1 });
    expect(october.byMonth).toEqual([{ month: '2026-10', received: 1, archived: 0 }]);
    const both = sheetOf(desk, '2026-10-31', '2026-11-30');
    expect(both).toMatchObject({ received: 3, archived: 2 });
    expect(both.byMonth).toEqual([
      { month: '2026-10', received: 1, archived: 0 },
      { month: '2026-11', received: 2, archived: 2 },
    ]);
    const of = <T extends object>(rows: readonly T[], match: object) =>
      rows.filter((row) => Object.entries(match).every(([key, value]) => row[key as keyof T] === value));
    expect(of(both.byType, { type: 'family' })).toEqual([{ type: 'family', received: 1 }]);
    expect(of(both.byLevel, { level: 'community' })).toMatchObject([{ received: 2, archived: 2 }]);
    expect(of(both.byResult, { result: 'withdrawn' })).toMatchObject([{ archived: 2 }]);
    expect(sheetOf(desk, '2026-11-30', '2026-11-30')).toMatchObject({ received: 0, archived: 2 });
  });

  test('say for how long matters are in hand, and no more once the parties were told', () => {
    const desk = openDisputes();
    for (const days of [0, 2, 3, 6, 7, 14, 15, 29, 30, 400])
      put(desk, 1, { receivedAt: `${addDays(TODAY, -days)}T01:00:00.000Z` });
    put(desk, 3, { stage: 'fed-back', receivedAt: '2026-01-01T01:00:00.000Z' });
    expect(sheetOf(desk, TODAY, TODAY).byAge).toEqual([0, 3, 7, 15, 30].map((from) => ({ from, inHand: 2 })));
  });

  test('tell of other bodies how many days they took in the middle, and which are late', () => {
    const desk = openDisputes();
    const { journal, officer } = desk;
    const open = put(desk, 1, { stage: 'referred' });
    const closed = put(desk, 1, { ...ended, archivedOn: TODAY });
    const violent = put(desk, 1, { stage: 'violence' });
    const refer = (disputeId: string, sentOn: string, dueOn: string, answeredOn: string | null) =>
      journal.write(officer, (write) =>
        write.put(disputeReferralsLedger, { ...asked, disputeId, sentOn, dueOn, answeredOn }),
      );
    refer(closed, '2026-11-01', '2026-11-10', '2026-11-03');
    refer(closed, '2026-11-01', '2026-11-10', '2026-11-11');
    refer(closed, '2026-11-01', '2026-11-10', null);
    refer(open, '2026-11-02', '2026-11-22', null);
    refer(open, '2026-11-02', '2026-11-23', null);
    refer(violent, '2026-11-02', '2026-11-03', null);
    refer(open, '2026-10-31', '2026-11-03', null);
    expect(sheetOf(desk, '2026-11-01', '2026-11-30').byBody).toEqual([
      { body: 'mediation-committee', asked: 5, answered: 2, late: 2, waiting: 2, medianDays: 6 },
    ]);
  });

  test('span a year at most, forwards', () => {
    const desk = openDisputes();
    const wrong = (rule: string) => ({ code: 'invalid', issues: [{ field: 'to', rule }] });
    expect(sheetOf(desk, '2025-12-15', '2026-11-01').byMonth).toHaveLength(12);
    expect(failureOfWork(() => sheetOf(desk, '2025-11-30', '2026-11-01'))).toEqual(wrong('too-far'));
    expect(failureOfWork(() => sheetOf(desk, '2026-11-02', '2026-11-01'))).toEqual(wrong('before-start'));
  });
});

describe('figures for the public', () => {
  test('have no count under five, no body, and no sum from which one follows', () => {
    const desk = openDisputes();
    put(desk, 30, { receivedAt: '2026-11-02T01:00:00.000Z', type: 'neighbour' });
    put(desk, 9, { receivedAt: '2026-11-02T01:00:00.000Z', type: 'family' });
    put(desk, 1, { receivedAt: '2026-11-02T01:00:00.000Z', type: 'medical' });
    const sheet = sheetOf(desk, '2026-11-01', '2026-11-30', 'public');
    expect(sheet).toMatchObject({ received: 40, archived: null, inHand: 40, byBody: [] });
    const shown = sheet.byType.flatMap(({ type, received }) => (received === null ? [] : [[type, received]]));
    // 40 − 30 − 9 would tell of the one: so the nine go too.
    expect(shown).toEqual([['neighbour', 30]]);
  });

  test('leave out so much, whatever the counts are, that what is left out is never one part or under five', () => {
    const counts = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(counts, (parts) => {
        const shown = suppressedParts(parts);
        const hidden = parts.filter((count, at) => shown[at] === null && count > 0);
        const sum = hidden.reduce((all, count) => all + count, 0);
        expect(shown.every((count) => count === null || count >= SUPPRESSED_UNDER)).toBe(true);
        shown.forEach((count, at) => expect(count === null || count === parts[at]).toBe(true));
        const some = shown.some((count) => count !== null);
        if (some && hidden.length > 0) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(sum).toBeGreaterThanOrEqual(SUPPRESSED_UNDER);
        }
      }),
    );
  });
});
