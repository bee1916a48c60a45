import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMonths } from '#shared/kernel/calendar-day.ts';
import { ageOn, readIdNumber } from '#shared/kernel/citizen-number.ts';
import { maskName } from '#shared/kernel/person-name.ts';
import {
  cleanResident,
  isCheckedType,
  isChild,
  residentIssues,
  residentWarnings,
  sexOf,
} from '#shared/ledgers/population/residents.ts';
import { mayBeHead } from '#shared/ledgers/population/relations.ts';
import { freshness } from '#shared/ledgers/population/verified.ts';
import { householdsLedger, residentsLedger, type ResidentRecord } from '#main/ledgers/population/tables.ts';
import { SPECIAL_PEOPLE } from '#main/seed/people/special-people.ts';
import { TODAY } from '#tests/support/visits.ts';
import { countBy, madeUpTown, type MadeUpTown } from './made-up-town.ts';

const PEOPLE = 10_000;

let town: MadeUpTown;
let people: ResidentRecord[];
let ordinary: ResidentRecord[];
let households: Map<string, ResidentRecord[]>;

beforeAll(async () => {
  town = await madeUpTown(PEOPLE, { keep: true });
  people = town.rowsOf(residentsLedger);
  const special = new Set(SPECIAL_PEOPLE.map(({ name }) => name));
  ordinary = people.filter(({ name, idType }) => !special.has(name) && idType !== '414');
  households = Map.groupBy(people, ({ householdId }) => householdId ?? '');
});
afterAll(() => town.close());

const share = (rows: readonly ResidentRecord[], is: (row: ResidentRecord) => boolean) =>
  (rows.filter(is).length / rows.length) * 100;
const ageOf = ({ birthDate }: ResidentRecord) => ageOn(birthDate ?? '', '2026-01-01');

describe('the people of a made-up town', () => {
  test('could each have been typed at the desk: the rules find nothing to refuse and nothing to clean', () => {
    for (const person of people) {
      expect(cleanResident(person)).toEqual(person);
      expect(residentIssues(person, TODAY)).toEqual([]);
    }
  });

  test('have numbers of counties that never were, which say their birth and sex and belong to nobody else', () => {
    const numbers = ordinary.flatMap(({ idNumber }) => (idNumber === null ? [] : [idNumber]));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length / ordinary.length).toBeGreaterThan(0.98);
    for (const person of ordinary) {
      if (person.idNumber === null) continue;
      expect(person.idNumber).toMatch(/^51990[1-8]/);
      const reading = readIdNumber(person.idNumber, TODAY);
      expect([reading.flaw, reading.birthDate]).toEqual([null, person.birthDate]);
      expect(reading.sex === null ? null : sexOf(reading.sex)).toBe(person.sex);
    }
  });

  test('cannot be rung, and are not warned about beyond stays that are over', () => {
    const phones = people.flatMap(({ phone, phone2, phone3 }) => [phone, phone2, phone3]);
    for (const phone of phones) if (phone !== null) expect(phone).toMatch(/^(1540\d{7}|0833[01]\d{6})$/);
    const rules = new Set(ordinary.flatMap((one) => residentWarnings(one, TODAY).map(({ rule }) => rule)));
    expect([...rules]).toEqual(['stay-is-over']);
    const grown = ordinary.filter((one) => ageOf(one) >= 14);
    expect(Math.abs(share(grown, ({ phone }) => phone === null) - 12)).toBeLessThan(1.5);
    expect(Math.abs(share(grown, ({ phone2 }) => phone2 !== null) - 4)).toBeLessThan(1);
  });

  test('are as old as the census says, more of them old in the villages, and as many men as women', () => {
    const of = (first: number, last: number) =>
      share(people, (one) => ageOf(one) >= first && ageOf(one) <= last);
    expect(of(0, 14)).toBeGreaterThan(15.1);
    expect(of(0, 14)).toBeLessThan(17.1);
    expect(of(60, 130)).toBeGreaterThan(20.2);
    expect(of(60, 130)).toBeLessThan(23.2);
    const men = people.filter(({ sex }) => sex === '1').length;
    const women = people.filter(({ sex }) => sex === '2').length;
    expect((men / women) * 100).toBeGreaterThan(99.5);
    expect((men / women) * 100).toBeLessThan(105);
    const villages = new Set(
      town.store.raw
        .prepare("SELECT id FROM addresses WHERE community_code LIKE '5199011002%'")
        .pluck()
        .all(),
    );
    const [rural, urban] = [true, false].map((is) =>
      people.filter(({ addressId }) => villages.has(addressId) === is),
    );
    const old = (one: ResidentRecord) => ageOf(one) >= 60;
    const more = share(rural ?? [], old) - share(urban ?? [], old);
    expect(more).toBeGreaterThan(4);
    expect(more).toBeLessThan(8);
  });

  test('live in households of the sizes and kinds that are found, one of them of twelve', () => {
    const sizes = [...households.values()].map((members) => members.length);
    expect(PEOPLE / sizes.length).toBeGreaterThan(2.4);
    expect(PEOPLE / sizes.length).toBeLessThan(2.65);
    const part = (size: number) => (sizes.filter((one) => one === size).length / sizes.length) * 100;
    for (const [size, expected] of [
      [1, 28],
      [2, 30],
      [3, 20],
      [4, 12],
      [5, 6],
    ] as const)
      expect(Math.abs(part(size) - expected), `households of ${size}`).toBeLessThan(2.5);
    expect(sizes.filter((size) => size === 12)).toHaveLength(1);
    const kinds = countBy(town.rowsOf(householdsLedger), ({ kind }) => kind);
    expect((kinds['collective'] ?? 0) / sizes.length).toBeGreaterThan(0.02);
    expect((kinds['collective'] ?? 0) / sizes.length).toBeLessThan(0.04);
  });

  test('have one head a household, and nobody is older than their own parents allow', () => {
    for (const members of households.values()) {
      expect(members.filter(({ relation }) => relation !== null && mayBeHead(relation))).toHaveLength(1);
      expect(new Set(members.map(({ addressId }) => addressId)).size).toBe(1);
      const names = members.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      const mother = motherIn(members);
      for (const child of members.filter(({ relation }) => /^[23][1-6]$/.test(relation ?? ''))) {
        if (mother === undefined || members.length === 12) continue;
        const age = ageOn(mother.birthDate ?? '', child.birthDate ?? '');
        expect(age, `mother of ${maskName(child.name)}`).toBeGreaterThanOrEqual(20);
        expect(age).toBeLessThanOrEqual(38);
      }
    }
  });

  test('who are children have a guardian of their household who is none', () => {
    const byId = new Map(people.map((one) => [one.id, one]));
    const children = people.filter(({ birthDate }) => isChild(birthDate, TODAY));
    expect(children.length).toBeGreaterThan(PEOPLE / 10);
    for (const child of children) {
      const guardian = byId.get(child.guardianId ?? '');
      expect(guardian?.householdId).toBe(child.householdId);
      expect(isChild(guardian?.birthDate ?? null, TODAY)).toBe(false);
    }
  });

  test('are registered here, elsewhere, or stay for a time, in the shares of the province', () => {
    const within = (type: string, low: number, high: number) => {
      const part = share(people, ({ residenceType }) => residenceType === type);
      expect(part, type).toBeGreaterThan(low);
      expect(part, type).toBeLessThan(high);
    };
    within('mismatch', 20, 25);
    within('temporary', 7.5, 10.5);
    within('overseas', 0.05, 0.4);
    for (const { residenceType, stayFrom, stayUntil, registerDivision } of ordinary) {
      expect(stayFrom !== null && stayUntil !== null).toBe(residenceType === 'temporary');
      if (residenceType === 'temporary') expect(registerDivision).not.toBe('519901');
      if (residenceType === 'registered') expect(registerDivision).toBe('519901');
    }
  });

  test('were found true over three years, some long ago, some never, and a few are no longer here', () => {
    const states = countBy(people, ({ verifiedOn }) => freshness(verifiedOn, TODAY));
    const part = (state: string) => ((states[state] ?? 0) / PEOPLE) * 100;
    expect(part('fresh')).toBeGreaterThan(28);
    expect(part('due')).toBeGreaterThan(48);
    expect(part('stale')).toBeGreaterThan(2.5);
    expect(part('never')).toBeGreaterThan(7);
    const out = people.filter(({ outState }) => outState !== null);
    expect((out.length / PEOPLE) * 100).toBeGreaterThan(1);
    expect((out.length / PEOPLE) * 100).toBeLessThan(2);
    for (const { outOn, retainUntil } of out) {
      expect(retainUntil).toBe(addMonths(outOn ?? '', 12));
      expect(retainUntil !== null && retainUntil > TODAY).toBe(true);
    }
  });

  test('among them the sixty who break careless software', () => {
    const found = new Set(people.map(({ name }) => name));
    expect(SPECIAL_PEOPLE).toHaveLength(60);
    for (const { name } of SPECIAL_PEOPLE)
      expect(found.has(name), [...name].map((c) => c.codePointAt(0)?.toString(16)).join(' ')).toBe(true);
    const kinds = new Set(
      people.map(({ idType, idNumber }) => `${idType} ${readIdNumber(idNumber ?? '', TODAY).kind}`),
    );
    for (const kind of [
      '111 citizen',
      '111 old-15',
      'hmt-permit hmt-permit',
      'foreign-card foreign-card',
      'none unknown',
    ])
      expect(kinds).toContain(kind);
    const flaws = people.flatMap(({ idType, idNumber }) =>
      idNumber !== null && isCheckedType(idType) ? [readIdNumber(idNumber, TODAY).flaw] : [],
    );
    expect(flaws).toContain('check-digit');
    expect(flaws).toContain('rounded');
    const planes = new Set(
      [...people.map(({ name }) => name).join('')].map((c) => (c.codePointAt(0) ?? 0) >> 16),
    );
    expect([...planes].sort()).toEqual([0, 2, 3]);
    const twins = people.filter(
      ({ birthDate, householdId }) =>
        (households.get(householdId ?? '') ?? []).filter((one) => one.birthDate === birthDate).length > 1,
    );
    expect(twins.map(({ name }) => name)).toEqual(expect.arrayContaining(['罗一鸣', '罗一飞']));
  });
});

/** The mother of the children whose relation counts them: the head or the head's wife. */
function motherIn(members: readonly ResidentRecord[]): ResidentRecord | undefined {
  return members.find(({ sex, relation }) => sex === '2' && (relation === '02' || relation === '12'));
}
