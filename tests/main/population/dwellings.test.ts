/** One record a door: made, changed, let, revealed. */
import { describe, expect, test } from 'vitest';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { openPlacesDesk, OWN_HOME } from '#tests/support/places.ts';
import { newDraft } from '#tests/support/visits.ts';

const LET = {
  use: 'let',
  landlordName: '周明',
  landlordPhone: '154 0000 0011',
  rentalUse: '02',
  occupants: 2,
} as const;

function openDoors(count = 1) {
  const desk = openPlacesDesk();
  const street = desk.add(desk.community, 'street', '胜利路');
  const doors = Array.from({ length: count }, (_, at) => desk.add(street, 'gate', `${at + 1}号`).id);
  const [door = ''] = doors;
  const rentals = (
    filter: { policeGrid?: string | null; withoutPledge?: boolean } = {},
    rows = 100,
    after: string | null = null,
  ) =>
    now(
      desk.places.dwellings.rentals(
        { after, rows, policeGrid: null, withoutPledge: false, ...filter },
        desk.officer,
        CONTEXT,
      ),
    );
  return { ...desk, street, doors, door, rentals };
}

const issuesOf = (work: () => unknown) => {
  const failure = failureOfWork(work);
  if (failure.code !== 'invalid') throw new Error(failure.code);
  return failure.issues;
};

describe('a dwelling', () => {
  test('is made once for its door, stored clean, its phones masked', () => {
    const { dwell, door } = openDoors();
    expect(dwell(door, { ...LET, ownerName: ' 周　明 ' })).toMatchObject({
      id: '07-000001',
      revision: 1,
      addressLine: '胜利路1号',
      ownerName: '周明',
      ownerPhoneMasked: null,
      landlordPhoneMasked: '154····0011',
      freshness: 'never',
      verifiedOn: null,
    });
    expect(failureOfWork(() => dwell(door))).toEqual({ code: 'stale', revision: 1 });
    const draft = newDraft();
    const again = dwell(door, { use: 'own' }, 1, draft);
    expect(again.revision).toBe(2);
    expect(dwell(door, { use: 'own' }, 1, draft)).toEqual(again);
  });

  test('keeps the phones that the form left out, and what belongs to letting only while it is let', () => {
    const { dwell, door, places, auxiliary, officer } = openDoors();
    dwell(door, { ...LET, ownerPhone: '15400000021' });
    const { ownerPhone: _, landlordPhone: __, agentPhone: ___, ...rest } = OWN_HOME;
    const save = (revision: number, fields: object) =>
      now(
        places.dwellings.save(
          { revision, dwelling: { ...rest, addressId: door, ...fields }, draft: newDraft() },
          auxiliary,
          CONTEXT,
        ),
      );
    const { landlordPhone: ____, ...known } = LET;
    expect(save(1, { ...known, pledgeOn: '2026-03-01' })).toMatchObject({
      landlordPhoneMasked: '154····0011',
      ownerPhoneMasked: '154····0021',
      pledgeOn: '2026-03-01',
    });
    expect(save(2, { use: 'own' })).toMatchObject({
      landlordName: null,
      landlordPhoneMasked: null,
      pledgeOn: null,
      ownerPhoneMasked: '154····0021',
    });
    const reveal = (field: 'ownerPhone' | 'landlordPhone', note = '') =>
      places.dwellings.reveal(
        { id: '07-000001', field, reason: note === '' ? 'inspection' : 'other', note },
        officer,
        CONTEXT,
      );
    expect(reveal('ownerPhone')).toEqual({ value: '15400000021' });
    expect(failureOfWork(() => reveal('landlordPhone'))).toEqual({ code: 'missing' });
    expect(failureOfWork(() => reveal('ownerPhone', '看看'))).toEqual({ code: 'reason-needed' });
  });

  test('that cannot be is refused at its field', () => {
    const { dwell, door, street } = openDoors();
    expect(issuesOf(() => dwell(street.id))).toEqual([{ field: 'addressId', rule: 'no-door' }]);
    expect(issuesOf(() => dwell('07-999999'))).toEqual([{ field: 'addressId', rule: 'required' }]);
    expect(issuesOf(() => dwell(door, { use: 'let' }))).toEqual([
      { field: 'landlordName', rule: 'required' },
    ]);
    expect(issuesOf(() => dwell(door, { ownerPhone: '12' }))).toEqual([
      { field: 'ownerPhone', rule: 'not-a-phone' },
    ]);
    expect(failureOfWork(() => dwell(door, {}, 3))).toEqual({ code: 'missing' });
  });

  test('has a history without its phones, and a verification that only its visit takes back', () => {
    const { dwell, door, historyOf, undo, visit, auxiliary } = openDoors();
    const made = dwell(door, LET);
    const [entry] = historyOf('dwellings', made.id, auxiliary);
    expect(entry?.changes).toContainEqual({ field: 'landlordPhone', before: null, after: '154····0011' });
    expect(JSON.stringify(entry)).not.toContain('15400000011');
    visit(door);
    expect(failureOfWork(() => undo('dwellings', { id: made.id, revision: 2 }, auxiliary))).toEqual({
      code: 'too-late',
    });
  });
});

describe('rentals', () => {
  test('come with those never checked first, page by page, each once', () => {
    const { dwell, doors, rentals } = openDoors(7);
    const checked = ['2026-05-01', null, '2025-01-01', '2026-05-01', null, '2024-12-31', '2026-01-01'];
    for (const [at, safetyCheckedOn] of checked.entries())
      dwell(doors[at] ?? '', { ...LET, safetyCheckedOn });
    const seen: (string | null)[] = [];
    const ids = new Set<string>();
    let after: string | null = null;
    do {
      const page = rentals({}, 2, after);
      expect(page).toMatchObject({ total: 7, all: 7 });
      for (const row of page.rows) {
        seen.push(row.safetyCheckedOn);
        ids.add(row.id);
      }
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual([null, null, '2024-12-31', '2025-01-01', '2026-01-01', '2026-05-01', '2026-05-01']);
    expect(ids.size).toBe(7);
  });

  test('are those of a grid, or without a pledge', () => {
    const { dwell, doors, rentals, amend } = openDoors(3);
    amend(doors[1] ?? '', { policeGrid: '04' });
    dwell(doors[0] ?? '', { ...LET, pledgeOn: '2026-01-01' });
    dwell(doors[1] ?? '', LET);
    dwell(doors[2] ?? '', { use: 'own' });
    expect(rentals()).toMatchObject({ total: 2, all: 2 });
    expect(rentals({ policeGrid: '04' }).rows.map(({ addressLine }) => addressLine)).toEqual(['胜利路2号']);
    expect(rentals({ withoutPledge: true })).toMatchObject({ total: 1, all: 2, rows: [{ pledgeOn: null }] });
  });
});
