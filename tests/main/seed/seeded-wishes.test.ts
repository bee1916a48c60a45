/** Consents and requests of a made-up town: as many as practice has, of people who live there, each as the rules allow it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ageOn } from '#shared/kernel/citizen-number.ts';
import { careIssues, careEndsOn, offeredCare } from '#shared/ledgers/care/care.ts';
import { answerDueOn, answerIssues, requestIssues } from '#shared/ledgers/rights/requests.ts';
import { careConsentsLedger } from '#main/ledgers/care/table.ts';
import { residentsLedger, type ResidentRecord } from '#main/ledgers/population/tables.ts';
import { rightsRequestsLedger } from '#main/ledgers/rights/table.ts';
import { dwellerBook } from '#main/seed/people/dwellers.ts';
import { numberBook } from '#main/seed/people/numbers.ts';
import { seededRandom } from '#main/seed/random.ts';
import { putRights } from '#main/seed/wishes/rights.ts';
import { TODAY } from '#tests/support/visits.ts';
import { countBy, madeUpTown, type MadeUpTown } from './made-up-town.ts';

const PEOPLE = 2000;

let town: MadeUpTown;
let people: ReadonlyMap<string, ResidentRecord>;
beforeAll(async () => {
  town = await madeUpTown(PEOPLE, { keep: true });
  people = new Map(town.rowsOf(residentsLedger).map((one) => [one.id, one]));
});
afterAll(() => town.close());

test('one consent to a hundred people, most of older ones, of each person one of a kind', () => {
  const consents = town.rowsOf(careConsentsLedger);
  expect(consents).toHaveLength(PEOPLE / 100);
  const offered = offeredCare(false);
  for (const consent of consents) {
    const birthDate = people.get(consent.residentId)?.birthDate ?? null;
    expect(birthDate, consent.id).not.toBeNull();
    expect(careIssues(consent, { today: TODAY, birthDate, offered }), consent.id).toEqual([]);
    expect(consent.endsOn).toBe(careEndsOn(consent.signedOn));
    expect(consent.approvedBy === null).toBe(consent.state === 'waiting');
  }
  const old = consents.filter((one) => ageOn(people.get(one.residentId)?.birthDate ?? TODAY, TODAY) >= 65);
  expect(old.length).toBeGreaterThan(consents.length / 2);
  expect(new Set(consents.map((one) => one.residentId)).size).toBe(consents.length);
  expect(Object.keys(countBy(consents, ({ state }) => state))).toEqual(['approved', 'waiting']);
});

test('requests of people who live there: twelve to thirty thousand, most of them answered, a few late, by the rules', () => {
  expect(town.rowsOf(rightsRequestsLedger)).toHaveLength(1);
  const dwellers = dwellerBook(PEOPLE);
  for (const { id, name, sex, birthDate, phone, addressId } of people.values())
    if (birthDate !== null)
      dwellers.note({ residentId: id, name, sex, birthDate, phone, addressId, line: '', policeGrid: '' });
  const made = town.journal.write(town.officer, (desk) =>
    putRights(
      {
        desk,
        random: seededRandom(11),
        numbers: numberBook(),
        dwellers,
        now: desk.now,
        today: TODAY,
        officer: town.officer.staff,
        officerName: '李建国',
        auxiliaries: [town.auxiliary.staff],
      },
      30_000,
    ),
  );
  expect(made).toBe(12);
  const requests = town.rowsOf(rightsRequestsLedger).slice(-made);
  for (const request of requests) {
    expect(requestIssues(request, TODAY), request.id).toEqual([]);
    expect(request.dueOn).toBe(answerDueOn(request.receivedOn));
    expect(people.get(request.residentId ?? '')).toMatchObject({ name: request.name });
    const { identity, outcome, ground, answer, answeredOn } = request;
    if (outcome !== null) expect(answerIssues({ identity, outcome, ground, answer }), request.id).toEqual([]);
    expect(request.retainUntil === null).toBe(outcome === null);
    expect(answeredOn === null || (answeredOn >= request.receivedOn && answeredOn <= TODAY)).toBe(true);
  }
  const open = requests.filter(({ answeredOn }) => answeredOn === null);
  expect(open).toHaveLength(4);
  expect(open.filter(({ dueOn }) => dueOn < TODAY)).toHaveLength(2);
});
