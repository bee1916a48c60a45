/** 纠纷封存: three years after the archive a matter goes to the station's keys for one more year, where a station is known. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { addMonths } from '#shared/kernel/calendar-day.ts';
import { today } from '#shared/kernel/clock.ts';
import type { Ledger, LedgerTable, NewRow } from '#main/db/ledger-table.ts';
import { DISPUTE_LEDGERS } from '#main/ledgers/disputes/ledgers.ts';
import { runRetention } from '#main/retention/run.ts';
import { sealWhatIsOver } from '#main/sealing/run.ts';
import { systemCaller } from '#main/session/callers.ts';
import { DISPUTE_SAMPLES } from '#tests/support/dispute-samples.ts';
import { SAMPLES } from '#tests/support/ledger-suite.ts';
import { openTestOffice, type TestOffice } from '#tests/support/office.ts';
import { daysLater, openOf, openPinnedOffice, proves } from '#tests/support/pinned-office.ts';

/** A matter with one of everything that hangs on one, kept until a day that is past. */
function putOver(desk: TestOffice, changes: Readonly<Record<string, unknown>>): string {
  const retainUntil = '2026-11-20';
  return openOf(desk).journal.write(systemCaller, (write) => {
    const [matter, ...others] = DISPUTE_LEDGERS;
    const parts: readonly Ledger[] = others;
    const values = { ...DISPUTE_SAMPLES.disputes.values(), retainUntil, ...changes };
    const { id } = write.put(matter, values as NewRow<typeof matter.table>);
    for (const ledger of parts) {
      const part = {
        ...SAMPLES[ledger.name].values({ auxiliary: systemCaller, clock: desk.clock }),
        disputeId: id,
        retainUntil,
      };
      write.put(ledger, part as NewRow<LedgerTable>);
    }
    return id;
  });
}

const archived = { stage: 'archived', result: 'settled', archivedOn: '2023-11-20', dueOn: null } as const;
const violence = { ...archived, stage: 'violence-ended' } as const;

const sealedIn = (desk: TestOffice) =>
  openOf(desk).store.raw.prepare('SELECT * FROM sealed_records').all() as Record<string, unknown>[];
const summaryOf = (desk: TestOffice, id: string) =>
  openOf(desk).store.raw.prepare('SELECT summary FROM disputes WHERE id = ?').pluck().get(id);

describe('an archived matter whose three years are over', () => {
  test('is sealed with all that hangs on it, for one year more, and its figures stay', async () => {
    const desk = await openPinnedOffice();
    await daysLater(desk, 3);
    const id = putOver(desk, archived);
    // The retention run leaves it to the sealing: whichever comes first, nothing is lost.
    expect(runRetention(openOf(desk)).forgotten).toEqual([]);
    expect(await sealWhatIsOver(openOf(desk))).toBe(1);
    const [sealed = {}] = sealedIn(desk);
    expect(sealed).toMatchObject({
      from_ledger: 'disputes',
      number: id,
      why: 'archived',
      ends_on: '2023-11-20',
      retain_until: addMonths(today(desk.clock), 12),
    });
    const content = JSON.parse(await desk.station.unseal(String(sealed['envelope']))) as { parts: unknown[] };
    expect(content).toMatchObject({ record: { id, summary: DISPUTE_SAMPLES.disputes.values().summary } });
    expect(content.parts).toHaveLength(DISPUTE_LEDGERS.length - 1);
    expect(summaryOf(desk, id)).toBe('');
    const kept = openOf(desk)
      .store.raw.prepare('SELECT stage, archived_on FROM disputes WHERE id = ?')
      .get(id);
    expect(kept).toEqual({ stage: 'archived', archived_on: '2023-11-20' });
    proves(desk);
  });

  test('is deleted as before where no station is known', async () => {
    const desk = await openTestOffice({ staffed: true });
    onTestFinished(() => desk.dispose());
    await daysLater(desk, 3);
    const id = putOver(desk, archived);
    expect(await sealWhatIsOver(openOf(desk))).toBe(0);
    expect(runRetention(openOf(desk)).forgotten.map(({ ledger }) => ledger)).toEqual(
      DISPUTE_LEDGERS.map(({ name }) => name),
    );
    expect(summaryOf(desk, id)).toBe('');
    expect(sealedIn(desk)).toEqual([]);
    proves(desk);
  });
});

test('domestic violence is deleted and not sealed: the case lies with the station', async () => {
  const desk = await openPinnedOffice();
  await daysLater(desk, 3);
  const id = putOver(desk, violence);
  expect(await sealWhatIsOver(openOf(desk))).toBe(0);
  expect(runRetention(openOf(desk)).forgotten).toHaveLength(DISPUTE_LEDGERS.length);
  expect(summaryOf(desk, id)).toBe('');
  expect(sealedIn(desk)).toEqual([]);
  proves(desk);
});
