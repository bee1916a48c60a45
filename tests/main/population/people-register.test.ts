/** A person from the form to the ledger: what is stored, what is refused, what leaves the office. */
import { describe, expect, test } from 'vitest';
import { parseChange } from '#bundle-format';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { addressesLedger } from '#main/ledgers/population/tables.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT, numberOf, openPeopleDesk, type PeopleDesk } from '#tests/support/people.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { newDraft } from '#tests/support/visits.ts';

const NUMBER = numberOf('19910412', '123');
/** Eight years old on the day of the tests. */
const CHILD = { name: '李小欣', idNumber: numberOf('20180301', '004') };

const issueOf = (work: () => unknown) => {
  const failure = failureOfWork(work);
  if (failure.code !== 'invalid') throw new Error(failure.code);
  return failure.issues;
};
const seenLines = (desk: PeopleDesk) =>
  desk
    .lines()
    .map(parseChange)
    .filter(({ op }) => op === 'V');

describe('registering', () => {
  test('stores the entry clean, completes it from the number, and tells only masked values', () => {
    const desk = openPeopleDesk();
    const { resident, warnings } = desk.register({
      name: ' 李　欣 ',
      idNumber: `'${NUMBER.slice(0, 17)}${NUMBER.slice(17)} `,
      phone: '１５４ ０００１ ５６７８',
      phone2: '15400015678',
      phone3: '0833-0123456',
      emergencyContact: '李华 154 0009 9999',
      emergencyConsent: true,
    });
    expect(warnings).toEqual([]);
    expect(resident).toMatchObject({
      id: '07-000001',
      revision: 1,
      name: '李欣',
      sex: '1',
      age: 35,
      birthMonth: '1991-04',
      idTail: NUMBER.slice(-4),
      idMasked: `519901········${NUMBER.slice(-4)}`,
      idFlag: null,
      phonesMasked: ['154····5678', '083····3456'],
      addressLine: '青禾苑3栋501',
      policeGrid: '03',
      emergencyContactMasked: '李华 154····9999',
      freshness: 'never',
      outState: null,
      synthetic: true,
    });
    expect(desk.stored(resident.id)).toMatchObject({
      idNumber: NUMBER,
      birthDate: '1991-04-12',
      phone: '15400015678',
      phone2: '08330123456',
      phone3: null,
      source: 'desk',
      synthetic: true,
    });
    const told = JSON.stringify([
      resident,
      desk.open(resident.id),
      desk.historyOf(resident.id),
      now(
        desk.people.residents.alike(
          { name: '李欣', idNumber: NUMBER, birthDate: null, except: null },
          desk.officer,
          CONTEXT,
        ),
      ),
    ]);
    for (const secret of [
      NUMBER,
      '19910412',
      '1991-04-12',
      '15400015678',
      '08330123456',
      '0009 9999',
      '00099999',
    ])
      expect(told).not.toContain(secret);
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });

  test('twice with one draft is one record; again after it was taken back is a new one', () => {
    const desk = openPeopleDesk();
    const draft = newDraft();
    const first = desk.register({}, desk.auxiliary, draft);
    const lines = desk.lines().length;
    expect(desk.register({ name: '别人' }, desk.auxiliary, draft)).toEqual(first);
    expect(desk.lines()).toHaveLength(lines);
    expect(failureOfWork(() => desk.register({}, desk.officer, draft))).toEqual({ code: 'forbidden' });
    desk.undo('residents', first.resident, desk.auxiliary);
    expect(desk.register({}, desk.auxiliary, draft).resident.id).not.toBe(first.resident.id);
  });

  test('warns of what should be looked at again, and saves it all the same', () => {
    const desk = openPeopleDesk();
    const wrong = NUMBER.slice(0, 17) + (NUMBER.endsWith('1') ? '2' : '1');
    const { resident, warnings } = desk.register({ idNumber: wrong, sex: '2', birthDate: '1990-04-12' });
    expect(warnings.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      'idNumber check-digit',
      'birthDate differs-from-number',
      'sex differs-from-number',
    ]);
    expect(resident.idFlag).toBe('check-digit');
    expect(desk.register({ ...CHILD }).warnings).toEqual([
      { field: 'guardianId', rule: 'child-needs-guardian' },
    ]);
  });

  test('of a number that stands already is refused, whoever asks; another paper or a retired record is no hindrance', () => {
    const desk = openPeopleDesk();
    const first = desk.person({ idNumber: NUMBER });
    const again = () => desk.register({ name: '别人', idNumber: NUMBER }, desk.auxiliary);
    expect(issueOf(again)).toEqual([{ field: 'idNumber', rule: 'exists' }]);
    const other = desk.person({ name: '别人', idNumber: NUMBER, idType: 'household-book' });
    expect(issueOf(() => desk.amend(other, { idType: '111', idNumber: NUMBER }))).toEqual([
      { field: 'idNumber', rule: 'exists' },
    ]);
    desk.setOut(first, '2026-11-01');
    expect(issueOf(() => desk.register({ name: '别人', idNumber: NUMBER }))).toEqual([
      { field: 'idNumber', rule: 'exists' },
    ]);
    const out = desk.open(first.id);
    now(
      desk.people.residents.retire(
        { id: out.id, revision: out.revision, reason: '错录' },
        desk.officer,
        CONTEXT,
      ),
    );
    expect(again().resident.id).not.toBe(first.id);
  });

  test('needs a door that stands', () => {
    const desk = openPeopleDesk();
    const refusal = [{ field: 'addressId', rule: 'no-door' }];
    expect(issueOf(() => desk.register({ addressId: '07-999999' }))).toEqual(refusal);
    expect(issueOf(() => desk.register({ addressId: desk.element(null, 'compound', '青禾苑').id }))).toEqual(
      refusal,
    );
    desk.journal.write(desk.officer, (write) =>
      write.retire(addressesLedger, desk.doors.nextDoor, 1, '拆除'),
    );
    expect(issueOf(() => desk.register({ addressId: desk.doors.nextDoor }))).toEqual(refusal);
    expect(desk.person({ addressId: desk.doors.lastDoor }).addressLine).toBe('青禾苑3栋503');
  });
});

describe('a child', () => {
  test('tells nothing of its number, here and in its history', () => {
    const desk = openPeopleDesk();
    const child = desk.person(CHILD);
    expect(child).toMatchObject({ idTail: null, idMasked: '·'.repeat(18), age: 8 });
    const passport = desk.person({ ...CHILD, idType: '414', idNumber: 'E12345678', birthDate: '2018-03-01' });
    expect(passport).toMatchObject({ idTail: null, idMasked: '·'.repeat(9) });
    const past = JSON.stringify([desk.historyOf(child.id), desk.historyOf(passport.id)]);
    for (const part of ['5199', '0004', '5678', CHILD.idNumber.slice(-4)]) expect(past).not.toContain(part);
  });

  test('has a guardian who is another person of age, and known to whoever writes it', () => {
    const desk = openPeopleDesk();
    const youth = desk.person({ name: '李小明', birthDate: '2010-05-05' });
    const mother = desk.person({ name: '王芳', birthDate: '1990-01-01' });
    const gone = desk.setOut(desk.person({ name: '李强', birthDate: '1988-01-01' }), '2026-11-01');
    const child = desk.person(CHILD);
    for (const [guardianId, rule] of [
      [youth.id, 'not-of-age'],
      ['07-999999', 'missing'],
      [child.id, 'missing'],
    ] as const)
      expect(issueOf(() => desk.amend(child, { guardianId }))).toEqual([{ field: 'guardianId', rule }]);
    expect(issueOf(() => desk.amend(child, { guardianId: gone.id }, desk.auxiliary))).toEqual([
      { field: 'guardianId', rule: 'missing' },
    ]);
    const { resident, warnings } = desk.amend(child, { guardianId: mother.id });
    expect([resident.guardianName, warnings]).toEqual(['王芳', []]);
    // Who has left stays the guardian of whoever they left behind.
    desk.setOut(desk.open(mother.id), '2026-11-02');
    expect(desk.amend(resident, { registerAddress: '青禾镇' }).resident.guardianName).toBe('王芳');
  });

  test('is opened with a line in the journal, and so is whoever has left; nobody else', () => {
    const desk = openPeopleDesk();
    const child = desk.person(CHILD);
    const grown = desk.person({ birthDate: '1990-01-01' });
    desk.open(grown.id);
    expect(seenLines(desk)).toEqual([]);
    desk.open(child.id, desk.auxiliary);
    const gone = desk.setOut(grown, '2026-11-01');
    desk.open(gone.id);
    expect(seenLines(desk)).toMatchObject([
      { u: desk.auxiliary.staff, l: 'residents', k: child.id, d: { call: 'residents.open' } },
      { u: desk.officer.staff, l: 'residents', k: gone.id, d: { call: 'residents.open' } },
    ]);
  });
});

describe('amending', () => {
  test('leaves as it is what the counter knows only masked, and takes away what it empties', () => {
    const desk = openPeopleDesk();
    const row = desk.person({
      idNumber: NUMBER,
      phone: '15400015678',
      phone2: '15400015679',
      emergencyContact: '李华',
      emergencyConsent: true,
    });
    const next = desk.amend(row, { registerAddress: ' 青禾镇胜利路 ' }).resident;
    expect(desk.stored(row.id)).toMatchObject({
      revision: 2,
      idNumber: NUMBER,
      phone: '15400015678',
      phone2: '15400015679',
      emergencyContact: '李华',
      registerAddress: '青禾镇胜利路',
    });
    desk.amend(next, { phone: null, idType: 'none', idNumber: null, emergencyConsent: false });
    expect(desk.stored(row.id)).toMatchObject({
      idNumber: null,
      birthDate: '1991-04-12',
      phone: '15400015679',
      phone2: null,
      emergencyContact: null,
    });
  });

  test('of what somebody else has changed is refused, and says what stands now', () => {
    const desk = openPeopleDesk();
    const row = desk.person();
    desk.amend(row, { name: '李新' });
    expect(failureOfWork(() => desk.amend(row, { name: '李兴' }))).toEqual({ code: 'stale', revision: 2 });
  });

  test('is not for an auxiliary where the person has left: there is nobody', () => {
    const desk = openPeopleDesk();
    const gone = desk.setOut(desk.person(), '2026-11-01');
    const missing = { code: 'missing' };
    expect(failureOfWork(() => desk.open(gone.id, desk.auxiliary))).toEqual(missing);
    expect(failureOfWork(() => desk.amend(gone, { name: '李新' }, desk.auxiliary))).toEqual(missing);
    expect(failureOfWork(() => desk.setOut(gone, null, desk.auxiliary))).toEqual(missing);
    expect(failureOfWork(() => desk.historyOf(gone.id, desk.auxiliary))).toEqual(missing);
    expect(
      now(
        desk.people.residents.alike(
          { name: '李欣', idNumber: null, birthDate: null, except: null },
          desk.auxiliary,
          CONTEXT,
        ),
      ),
    ).toEqual([]);
  });
});

describe('the full value', () => {
  test('is told to an officer with a reason, of one field at a time', () => {
    const desk = openPeopleDesk();
    const { id } = desk.person({ idNumber: NUMBER, phone: '15400015678' });
    const reveal = (field: 'idNumber' | 'phone' | 'phone2' | 'birthDate', note = '') =>
      now(
        desk.people.residents.reveal(
          { id, field, reason: note === '' ? 'identity' : 'other', note },
          desk.officer,
          CONTEXT,
        ),
      ).value;
    expect([reveal('idNumber'), reveal('phone'), reveal('birthDate')]).toEqual([
      NUMBER,
      '15400015678',
      '1991-04-12',
    ]);
    expect(failureOfWork(() => reveal('phone2'))).toEqual({ code: 'missing' });
    expect(failureOfWork(() => reveal('phone', '看看'))).toEqual({ code: 'reason-needed' });
  });
});

describe('records that may be the same person', () => {
  test('are found by number in either length, by one slip, by name and birthday; surest first', () => {
    const desk = openPeopleDesk();
    const born = (idNumber: string, name = '李欣') => desk.person({ name, idNumber });
    const swapped = NUMBER.slice(0, 14) + '213' + NUMBER.slice(17);
    const slip = born(swapped);
    const old = born(`${NUMBER.slice(0, 6)}${NUMBER.slice(8, 17)}`, '李新');
    const namesake = desk.person({ birthDate: '1991-04-12' });
    born(numberOf('19910412', '777'), '王芳');
    const alike = (idNumber: string | null, birthDate: string | null = null, except: string | null = null) =>
      now(
        desk.people.residents.alike({ name: ' 李欣', idNumber, birthDate, except }, desk.auxiliary, CONTEXT),
      ).map(({ resident, why }) => [resident.id, why]);
    expect(alike(` ${NUMBER.toLowerCase()}`)).toEqual([
      [old.id, 'same-number'],
      [slip.id, 'one-digit'],
      [namesake.id, 'same-name-birth'],
    ]);
    expect(alike(null, '1991-04-12', slip.id)).toEqual([[namesake.id, 'same-name-birth']]);
    expect(alike('无')).toEqual([]);
  });
});

describe('taking a wrong entry out', () => {
  test('leaves nobody with a guardian who is not there', () => {
    const desk = openPeopleDesk();
    const mother = desk.person({ name: '王芳', birthDate: '1990-01-01' });
    const child = desk.person({ ...CHILD, guardianId: mother.id });
    now(
      desk.people.residents.retire(
        { id: mother.id, revision: mother.revision, reason: ' 重复录入 ' },
        desk.officer,
        CONTEXT,
      ),
    );
    expect(desk.open(child.id)).toMatchObject({ guardianId: null, guardianName: null, revision: 2 });
    expect(failureOfWork(() => desk.open(mother.id))).toEqual({ code: 'missing' });
    expect(desk.historyOf(child.id)[1]).toMatchObject({ what: 'changed', reason: '重复录入' });
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });
});
