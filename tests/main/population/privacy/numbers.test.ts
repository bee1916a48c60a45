/** How much of a grown person's number is told: to an officer the district too, to an auxiliary the last four and no more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES } from '#shared/kernel/role.ts';
import { shownNumber } from '#main/ledgers/population/people/masked-number.ts';
import type { Counter } from '#tests/support/office.ts';
import { numberOf } from '#tests/support/people.ts';
import { openPrivacyOffice, type Known } from './office.ts';

const NUMBER = numberOf('19830917', '417');
const DISTRICT = NUMBER.slice(0, 6);
const TAIL = NUMBER.slice(-4);

/** Each way in which somebody at the desk is told of a person, also after a change of their own. */
async function askEveryWay(counter: Counter, { adult, door, household }: Known): Promise<void> {
  const row = await counter.residents.open({ id: adult });
  const { guardianName: _, ...shown } = row;
  await counter.addresses.door({ id: door });
  await counter.households.open({ id: household });
  await counter.households.at({ addressId: door });
  await counter.search.find({ text: NUMBER });
  await counter.residents.alike({ name: row.name, idNumber: NUMBER, birthDate: null, except: null });
  await counter.papers.preview({ order: { name: 'household-sheet', addressId: door, blank: false } });
  const resident = { ...shown, otherName: `${row.name}同`, idNumber: NUMBER.replace(/^\d/u, '4') };
  await counter.residents.amend({ id: adult, revision: row.revision, resident });
  await counter.history.of({ ledger: 'residents', id: adult });
}

describe('of a number', () => {
  test('an auxiliary is told the last four alone, by no way more', async () => {
    const office = await openPrivacyOffice();
    const counter = await office.signIn('auxiliary');
    office.take();
    await askEveryWay(counter, office.known);
    const said = office.take().join('\n');
    expect(said).toContain(`"····${TAIL}"`);
    expect(said.match(/\d{4,}·+/gu) ?? []).toEqual([]);
    for (const part of [NUMBER, DISTRICT + '·', NUMBER.slice(6, 14), NUMBER.slice(0, 14)])
      expect({ part, told: said.includes(part) }).toEqual({ part, told: false });
  });

  test('an officer keeps the district, and sees it in the list and among the doubles as well', async () => {
    const office = await openPrivacyOffice();
    const counter = await office.signIn('officer');
    office.take();
    await askEveryWay(counter, office.known);
    expect(office.take().join('\n')).toContain(`"${DISTRICT}········${TAIL}"`);
  });

  test('whoever asks: of a child nothing, of others never the birthday, to anybody but an officer four at most', () => {
    const digits = (text: string) => text.replace(/·/gu, '');
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{16}[\dX]$|^[1-9]\d{14}$|^[A-Z]{1,2}\d{6,10}$/u),
        fc.constantFrom(...ROLES),
        fc.constantFrom('1983-09-17', '2019-11-05', null),
        (number, role, born) => {
          const shown = shownNumber(number, born, { role, day: '2026-11-23' });
          if (born === '2019-11-05') expect(digits(shown)).toBe('');
          else if (role === 'officer') expect(digits(shown).length).toBeLessThanOrEqual(10);
          else expect(number.slice(-4)).toContain(digits(shown));
        },
      ),
    );
  });
});
