/** Pairs that may be one person: found as by comparing everybody with everybody, merged, and taken apart again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChange } from '#bundle-format';
import type { DoublePair, PairField, ResidentRow } from '#shared/contract/population/residents.ts';
import { verifyStore } from '#main/db/verify.ts';
import { openKnownPairs } from '#main/ledgers/population/people/doubles/known-pairs.ts';
import { isNearName } from '#main/ledgers/population/people/doubles/likeness.ts';
import {
  comparePairs,
  findPairs,
  pairOf,
  peopleWhere,
  type Pair,
} from '#main/ledgers/population/people/doubles/pairs.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT, numberOf, openPeopleDesk, type PeopleDesk } from '#tests/support/people.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';

const NUMBER = numberOf('19910412', '123');

const pairs = async (desk: PeopleDesk, after: string | null = null, rows = 100) =>
  desk.people.doubles.list({ after, rows }, desk.officer, CONTEXT);
const shown = (found: readonly DoublePair[]) => found.map(({ kind, a, b }) => [kind, a.id, b.id]);
const merge = (desk: PeopleDesk, keep: ResidentRow, drop: ResidentRow, take: PairField[] = []) => {
  const seen = ({ id, revision }: ResidentRow) => ({ id, revision });
  return now(
    desk.people.doubles.merge(
      { keep: seen(keep), drop: seen(drop), take, reason: '同一人两次登记' },
      desk.officer,
      CONTEXT,
    ),
  );
};
const unmerge = (desk: PeopleDesk, { id, revision }: ResidentRow) =>
  now(desk.people.doubles.unmerge({ id, revision }, desk.officer, CONTEXT));
const proves = (desk: PeopleDesk) => verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);

/** Everybody compared with everybody. */
function byComparingAll(desk: PeopleDesk): Pair[] {
  const people = peopleWhere(desk.store.raw, '1');
  return people
    .flatMap((one, at) => people.slice(at + 1).map((other) => pairOf(one, other)))
    .filter((pair) => pair !== null)
    .sort(comparePairs);
}

function inOnePass(desk: PeopleDesk): Pair[] {
  const steps = findPairs(desk.store.raw, OFFICE_CODE);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Few names, numbers and phones, so that any two may be alike. */
const swappedAt = (number: string, at: number) => {
  const digits = [...number];
  digits.splice(at, 2, digits[at + 1] ?? '', digits[at] ?? '');
  return digits.join('');
};
const nearNumber = fc
  .tuple(fc.nat(17), fc.constantFrom('change', 'swap', 'same', 'old'), fc.nat(9))
  .map(([at, what, digit]) => {
    if (what === 'change') return NUMBER.slice(0, at) + String(digit) + NUMBER.slice(at + 1);
    if (what === 'swap') return at < 16 ? swappedAt(NUMBER, at) : NUMBER;
    return what === 'old' ? NUMBER.slice(0, 6) + NUMBER.slice(8, 17) : NUMBER;
  });
const anyPerson = fc.record({
  name: fc.constantFrom('李欣', '李新', '李欣怡', '王芳', '𬭎㛃'),
  idNumber: fc.option(nearNumber, { nil: null, freq: 3 }),
  birthDate: fc.constantFrom(null, '1991-04-12', '1991-04-21'),
  phone: fc.constantFrom(null, '15400000001', '15400000001', '15400000002'),
  phone2: fc.constantFrom(null, '15400000003', '15400000001'),
  door: fc.constantFrom('door' as const, 'nextDoor' as const),
  isMember: fc.boolean(),
});

describe('finding', () => {
  test('gives exactly what comparing everybody with everybody gives, also after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyPerson, { minLength: 2, maxLength: 14 }),
        fc.array(fc.tuple(fc.nat(), anyPerson), { maxLength: 5 }),
        async (people, changes) => {
          const desk = openPeopleDesk();
          try {
            const { id } = desk.household();
            const fieldsOf = ({ door, isMember, ...rest }: (typeof people)[number]) => ({
              ...rest,
              // As an import may bring them: the desk would not let most of these numbers in.
              idType: rest.idNumber === null ? ('none' as const) : ('414' as const),
              addressId: desk.doors[door],
              householdId: isMember && door === 'door' ? id : null,
            });
            const rows: ResidentRow[] = [];
            const attempt = (work: () => ResidentRow) => {
              try {
                rows.push(work());
              } catch {
                // A number that stands already.
              }
            };
            for (const person of people) attempt(() => desk.person(fieldsOf(person)));
            expect(inOnePass(desk)).toEqual(byComparingAll(desk));
            const known = openKnownPairs(desk.store.raw, OFFICE_CODE, () => undefined);
            expect(await known.now()).toEqual(byComparingAll(desk));
            for (const [at, person] of changes) {
              const row = rows[at % rows.length];
              if (row !== undefined)
                attempt(() => desk.amend(desk.open(row.id), { ...fieldsOf(person), phone3: null }).resident);
            }
            const last = rows.at(0);
            if (last !== undefined) desk.setOut(desk.open(last.id), '2026-11-01');
            expect(await known.now()).toEqual(byComparingAll(desk));
          } finally {
            desk.close();
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('notices a slip wherever in a number it is, of whatever length', () => {
    const desk = openPeopleDesk();
    const slips = [NUMBER, 'E12345678', '51990119910412'].flatMap((number) =>
      Array.from(number, (_, at) => [
        [number, number.slice(0, at) + (number[at] === '7' ? '8' : '7') + number.slice(at + 1)],
        [number, at + 1 < number.length ? swappedAt(number, at) : `${number}0`],
      ]).flat(),
    );
    const { id, revision, changeN, createdAt, createdBy, updatedAt, updatedBy, retiredAt, ...blank } =
      desk.stored(desk.person().id);
    desk.journal.write(desk.officer, (write) => {
      for (const [at, [number, other]] of slips.entries())
        for (const idNumber of [number ?? '', other ?? ''])
          write.put(residentsLedger, { ...blank, name: `某${at}`, idType: '414', idNumber });
    });
    const expected = byComparingAll(desk).filter(({ kind }) => kind === 'one-digit');
    expect(expected.length).toBeGreaterThan(70);
    expect(inOnePass(desk).filter(({ kind }) => kind === 'one-digit')).toEqual(expected);
  });

  test('puts the surest first, a page at a time, and says in what they differ', async () => {
    const desk = openPeopleDesk();
    const { id } = desk.household();
    const at = { householdId: id, phone: '15400000001' };
    const son = desk.person({ name: '李小明', birthDate: '2000-01-01', ...at });
    const brother = desk.person({ name: '李小亮', birthDate: '2002-01-01', ...at });
    const typo = desk.person({ name: '李小名', ...at });
    const whole = desk.person({ name: '王芳', idNumber: NUMBER });
    const old = desk.person({ name: '王方', idNumber: NUMBER.slice(0, 6) + NUMBER.slice(8, 17) });
    const twin = desk.person({ name: '王芳', birthDate: '1991-04-12', residenceType: 'temporary' });
    const slip = desk.person({ name: '王芳', idNumber: swappedAt(NUMBER, 15) });
    const expected = [
      ['same-number', whole.id, old.id],
      ['one-digit', whole.id, slip.id],
      ['same-name-birth', whole.id, twin.id],
      ['same-name-birth', twin.id, slip.id],
      ['same-phone-address', son.id, typo.id],
      ['same-phone-address', brother.id, typo.id],
    ];
    const all = await pairs(desk);
    // The brothers share a door and a phone, and are two people; who the third is nobody knows.
    expect(shown(all.rows)).toEqual(expected);
    expect(all).toMatchObject({ total: 6, all: 6, next: null });
    expect(all.rows[2]?.differing).toEqual(['idNumber', 'sex', 'residenceType']);
    const walked: DoublePair[] = [];
    let after: string | null = null;
    do {
      const page = await pairs(desk, after, 2);
      walked.push(...page.rows);
      after = page.next;
    } while (after !== null);
    expect(shown(walked)).toEqual(expected);
    expect(JSON.stringify(all)).not.toContain(NUMBER);
  });

  test('is over for a pair that a person has found to be two', async () => {
    const desk = openPeopleDesk();
    const [a, b] = [desk.person({ birthDate: '1991-04-12' }), desk.person({ birthDate: '1991-04-12' })];
    expect((await pairs(desk)).total).toBe(1);
    const settle = (one: string, other: string) =>
      now(desk.people.doubles.settle({ a: one, b: other }, desk.officer, CONTEXT));
    expect(failureOfWork(() => settle(a.id, '07-999999'))).toEqual({ code: 'missing' });
    settle(b.id, a.id);
    expect(await pairs(desk)).toMatchObject({ rows: [], total: 0, all: 0 });
    desk.amend(a, { phone: '15400000001' });
    expect((await pairs(desk)).total).toBe(0);
  });

  test('goes on where that was a slip: taken back by the same hand, within the minute, while nothing followed', async () => {
    const desk = openPeopleDesk();
    const [a, b] = [desk.person({ birthDate: '1991-04-12' }), desk.person({ birthDate: '1991-04-12' })];
    const two = { a: b.id, b: a.id };
    const settle = () => now(desk.people.doubles.settle(two, desk.officer, CONTEXT));
    const unsettle = (caller = desk.officer) => now(desk.people.doubles.unsettle(two, caller, CONTEXT));
    const tooLate = { code: 'too-late' };
    expect(failureOfWork(unsettle)).toEqual({ code: 'missing' });
    settle();
    expect(failureOfWork(() => unsettle({ ...desk.officer, staff: '07-000009' }))).toEqual(tooLate);
    unsettle();
    expect((await pairs(desk)).total).toBe(1);
    settle();
    desk.clock.forward({ seconds: 61 });
    expect(failureOfWork(unsettle)).toEqual(tooLate);
    settle();
    desk.clock.forward({ seconds: 1 });
    desk.amend(a, { phone: '15400000001' });
    expect(failureOfWork(unsettle)).toEqual(tooLate);
    settle();
    now(desk.people.residents.retire({ id: b.id, revision: 1, reason: '错录' }, desk.officer, CONTEXT));
    expect(failureOfWork(unsettle)).toEqual(tooLate);
  });

  test('takes names for alike that differ in one character, and no others', () => {
    for (const [one, other] of [
      ['李欣', '李新'],
      ['李欣', '李欣怡'],
      ['欣', '李欣'],
      ['𬭎㛃', '𬭎明'],
    ] as const)
      expect([isNearName(one, other), isNearName(other, one)]).toEqual([true, true]);
    for (const [one, other] of [
      ['李欣', '欣李'],
      ['李欣', '李小红'],
      ['王芳', '李欣'],
      ['李', '李小红'],
    ] as const)
      expect([isNearName(one, other), isNearName(other, one)]).toEqual([false, false]);
  });
});

describe('merging', () => {
  /** Two records of a father, his child, and the household that he is the head of under one of them. */
  function father(desk: PeopleDesk) {
    const household = desk.household();
    const keep = desk.person({
      name: '李强',
      birthDate: '1980-01-01',
      phone: '15400000001',
      phone2: '15400000002',
    });
    const drop = desk.person({
      name: '李強',
      idNumber: numberOf('19800101', '001'),
      phone: '15400000002',
      phone2: '15400000003',
      phone3: '15400000004',
      householdId: household.id,
      relation: '02',
    });
    const child = desk.person({ name: '李小明', birthDate: '2020-01-01', guardianId: drop.id });
    return { household, keep, drop, child };
  }

  test('takes the fields named, unites phones, and passes on the headship and those in guardianship', () => {
    const desk = openPeopleDesk();
    const { household, keep, drop, child } = father(desk);
    const merged = merge(desk, keep, drop, ['idNumber']);
    expect(merged).toMatchObject({
      id: keep.id,
      revision: 2,
      name: '李强',
      householdId: household.id,
      relation: '02',
    });
    expect(desk.stored(keep.id)).toMatchObject({
      idType: '111',
      idNumber: numberOf('19800101', '001'),
      phone: '15400000001',
      phone2: '15400000002',
      phone3: '15400000003',
    });
    expect(desk.stored(drop.id)).toMatchObject({ mergedInto: keep.id, retiredAt: desk.clock.now() });
    expect(failureOfWork(() => desk.open(drop.id))).toEqual({ code: 'missing' });
    const last = desk.lines().slice(-5).map(parseChange);
    expect(last.map(({ op, k }) => `${op} ${k}`)).toEqual([
      `U ${keep.id}`,
      `U ${child.id}`,
      `U ${drop.id}`,
      `X ${drop.id}`,
      `A ${keep.id}`,
    ]);
    expect(last.slice(0, 4).every(({ why }) => why === '同一人两次登记')).toBe(true);
    expect(last[4]?.d).toEqual({ event: 'merged', with: drop.id, lines: 4 });
    expect(desk.open(child.id)).toMatchObject({ guardianId: keep.id, guardianName: '李强' });
    proves(desk);
  });

  test('keeps both histories, told together, masked in both', () => {
    const desk = openPeopleDesk();
    const { keep, drop } = father(desk);
    const merged = merge(desk, keep, drop);
    const past = desk.historyOf(merged.id);
    expect(past.filter(({ what }) => what === 'made')).toHaveLength(2);
    expect(past.map(({ n }) => n)).toEqual(past.map(({ n }) => n).toSorted((a, b) => b - a));
    expect(JSON.stringify(past)).toContain('李強');
    expect(JSON.stringify(past)).not.toContain('15400000003');
    expect(JSON.stringify(past)).not.toContain(numberOf('19800101', '001'));
  });

  test('takes the place with the household and with whether somebody is there', () => {
    const desk = openPeopleDesk();
    const { id } = desk.household(desk.doors.nextDoor);
    const drop = desk.person({ addressId: desk.doors.nextDoor, householdId: id, relation: '20' });
    const keep = desk.setOut(desk.person({ birthDate: '1991-04-12' }), '2026-11-01');
    expect(merge(desk, keep, drop, ['address'])).toMatchObject({
      addressLine: '青禾苑3栋502',
      householdId: id,
      relation: '20',
      outState: null,
      retainUntil: null,
    });
  });

  test('is refused of one record with itself, of what was changed meanwhile, and of what does not fit', () => {
    const desk = openPeopleDesk();
    const { keep, drop, household } = father(desk);
    expect(failureOfWork(() => merge(desk, keep, keep))).toEqual({
      code: 'invalid',
      issues: [{ field: 'drop', rule: 'same' }],
    });
    desk.amend(drop, { registerAddress: '青禾镇' });
    expect(failureOfWork(() => merge(desk, keep, drop))).toEqual({ code: 'stale', revision: 2 });
    const lodger = desk.person({ name: '张三', householdId: household.id });
    const head = desk.person({
      name: '张山',
      addressId: desk.doors.nextDoor,
      householdId: desk.household(desk.doors.nextDoor).id,
      relation: '02',
    });
    const before = desk.lines();
    expect(failureOfWork(() => merge(desk, lodger, head, ['relation']))).toEqual({
      code: 'invalid',
      issues: [{ field: 'relation', rule: 'second-head' }],
    });
    expect(desk.lines()).toEqual(before);
  });

  test('is taken back within a day: both records are what they were', async () => {
    const desk = openPeopleDesk();
    const { keep, drop, child } = father(desk);
    const facts = (id: string) => {
      const { revision, changeN, updatedAt, updatedBy, ...rest } = desk.stored(id);
      return rest;
    };
    const before = [keep.id, drop.id, child.id].map(facts);
    const found = await pairs(desk);
    const merged = merge(desk, keep, drop, ['name', 'idNumber', 'household', 'phone']);
    expect((await pairs(desk)).total).toBe(0);
    desk.clock.forward({ minutes: 23 * 60 });
    unmerge(desk, merged);
    expect([keep.id, drop.id, child.id].map(facts)).toEqual(before);
    expect(shown((await pairs(desk)).rows)).toEqual(shown(found.rows));
    expect(failureOfWork(() => unmerge(desk, desk.open(keep.id)))).toEqual({ code: 'missing' });
    // The whole goes back, never a part of it by itself.
    for (const id of [keep.id, child.id, drop.id])
      expect(failureOfWork(() => desk.undo('residents', desk.stored(id)))).toEqual({ code: 'too-late' });
    proves(desk);
  });

  test('of somebody who had left and whom an auxiliary registered anew is an officer’s to join, with both pasts', async () => {
    const desk = openPeopleDesk();
    const old = desk.setOut(desk.person({ idNumber: NUMBER, phone: '15400015678' }), '2026-11-01');
    const anew = desk.person({ idNumber: NUMBER }, desk.auxiliary);
    expect(failureOfWork(() => desk.setOut(old, null))).toEqual({
      code: 'invalid',
      issues: [{ field: 'idNumber', rule: 'registered-anew' }],
    });
    expect(shown((await pairs(desk)).rows)).toContainEqual(['same-number', old.id, anew.id]);
    // At the same door, so whichever record stays, the person is here.
    const joined = merge(desk, old, anew);
    expect(joined).toMatchObject({ id: old.id, outState: null, outOn: null, retainUntil: null });
    const past = desk.historyOf(old.id).flatMap(({ changes }) => changes.map(({ field }) => field));
    expect(past.filter((field) => field === 'name')).toHaveLength(2);
    expect(past).toContain('outState');
    expect(shown((await pairs(desk)).rows)).toEqual([]);
    proves(desk);
  });

  test('is not taken back by halves, after a day, or once somebody went on working with it', () => {
    const tooLate = { code: 'too-late' };
    const desk = openPeopleDesk();
    const { keep, drop, child } = father(desk);
    const merged = merge(desk, keep, drop, ['idNumber']);
    expect(failureOfWork(() => desk.undo('residents', merged))).toEqual(tooLate);
    expect(failureOfWork(() => desk.undo('residents', desk.stored(child.id)))).toEqual(tooLate);
    expect(failureOfWork(() => unmerge(desk, { ...merged, revision: 1 }))).toEqual({
      code: 'stale',
      revision: 2,
    });
    expect(failureOfWork(() => unmerge(desk, desk.open(child.id)))).toEqual({ code: 'missing' });
    desk.clock.forward({ minutes: 24 * 60 + 1 });
    expect(failureOfWork(() => unmerge(desk, merged))).toEqual(tooLate);
    desk.clock.forward({ minutes: -120 });
    const amended = desk.amend(merged, { registerAddress: '青禾镇' }).resident;
    expect(failureOfWork(() => unmerge(desk, amended))).toEqual(tooLate);
  });
});
