/** A consent whose person is gone goes to the station's keys, the day after: until then a mistake can be taken back. */
import { describe, expect, test } from 'vitest';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { systemCaller } from '#main/session/callers.ts';
import { consent } from '#tests/support/care-rights-words.ts';
import { SAMPLES } from '#tests/support/ledger-suite.ts';
import {
  daysLater,
  openOf,
  openPinnedOffice,
  proves,
  putConsent,
  type PinnedOffice,
} from '#tests/support/pinned-office.ts';

type Values = (typeof residentsLedger.table)['$inferInsert'];

function putResident(desk: PinnedOffice): { readonly id: string; readonly revision: number } {
  const values = SAMPLES.residents.values({ clock: desk.clock, auxiliary: systemCaller }) as Values;
  return openOf(desk).journal.write(systemCaller, (write) =>
    write.put(residentsLedger, { ...values, outState: null, outOn: null }),
  );
}

function contactIn(desk: PinnedOffice, id = ''): unknown {
  return openOf(desk)
    .store.raw.prepare('SELECT contact_name FROM care_consents WHERE id = ?')
    .pluck()
    .get(id);
}

function sealedIn(desk: PinnedOffice): unknown {
  return openOf(desk).store.raw.prepare('SELECT from_ledger, number, why, ends_on FROM sealed_records').all();
}

describe('a consent of somebody who', () => {
  test.each(['dead', 'moved'] as const)(
    'is %s is sealed the day after, with the day they left',
    async (outState) => {
      const desk = await openPinnedOffice();
      await daysLater(desk, 4);
      const person = putResident(desk);
      const neighbour = putResident(desk);
      const [id, other] = [person, neighbour].map(({ id: residentId }) =>
        putConsent(desk, 'CA01', { residentId }),
      );
      await desk.counter.residents.setOut({
        id: person.id,
        revision: person.revision,
        outState,
        outOn: '2026-11-25',
      });
      await desk.signIn('officer');
      expect(contactIn(desk, id)).toBe(consent.contactName);
      desk.clock.forward({ days: 1 });
      await desk.signIn('officer');
      expect(contactIn(desk, id)).toBe('');
      expect(contactIn(desk, other)).toBe(consent.contactName);
      expect(sealedIn(desk)).toEqual([
        { from_ledger: 'care_consents', number: id, why: 'ended', ends_on: '2026-11-25' },
      ]);
      proves(desk);
    },
  );

  test('was marked as gone by mistake stands as before', async () => {
    const desk = await openPinnedOffice();
    await daysLater(desk, 4);
    const person = putResident(desk);
    const id = putConsent(desk, 'CA01', { residentId: person.id });
    const out = { id: person.id, revision: person.revision, outState: 'moved', outOn: '2026-11-25' } as const;
    const { revision } = await desk.counter.residents.setOut(out);
    expect(await desk.counter.care.linesOf({ residentId: person.id })).toEqual([]);
    await desk.counter.residents.setOut({ ...out, revision, outState: null, outOn: null });
    expect(await desk.counter.care.linesOf({ residentId: person.id })).toMatchObject([
      { contactName: consent.contactName },
    ]);
    desk.clock.forward({ days: 1 });
    await desk.signIn('officer');
    expect(contactIn(desk, id)).toBe(consent.contactName);
  });
});
