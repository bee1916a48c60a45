/** What an auxiliary must not learn: who has left, that anybody has, a child's number, and visits that a law demands. */
import { describe, expect, test } from 'vitest';
import type { CallMeta } from '#shared/contract/call.ts';
import { FOUND_PEOPLE_MAX } from '#shared/contract/population/search.ts';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { contractCalls } from '#tests/support/contract.ts';
import type { Counter } from '#tests/support/office.ts';
import { numberOf, personAt } from '#tests/support/people.ts';
import { sampleInputs } from '#tests/support/sample-inputs.ts';
import { newDraft } from '#tests/support/visits.ts';
import { ANY_RECORD, ask, idsOf, openPrivacyOffice, seen, type Known, type PrivacyOffice } from './office.ts';

const HIDDEN = { name: '太叔隐', idNumber: numberOf('19720214', '914'), phone: '15400079911' };
const CHILD = numberOf('20191105', '738');
/** Of both offices the same, their drafts too. */
const SAMPLES = sampleInputs();
/** Answers that count lines of the journal or bytes of the file, and say so. */
const OF_THE_FILE = new Set(['diagnostics.about', 'weekly.status']);

/** Texts that mean many people, so that one more of them would be told by what is left out, or the hidden one alone. */
function textsOf(raw: ReturnType<PrivacyOffice['opened']>['store']['raw'], { door }: Known): string[] {
  const column = (sql: string) => raw.prepare(sql).pluck().all() as string[];
  return [
    ...column(`SELECT DISTINCT substr(name, 1, 1) FROM residents WHERE name <> '${HIDDEN.name}'`),
    ...column(
      `SELECT line FROM addresses WHERE kind IN ('compound', 'street', 'building') ORDER BY id LIMIT 40`,
    ),
    ...column(`SELECT line FROM addresses WHERE id = '${door}'`),
    '太叔',
    'taishu',
    'tsy',
    '叔隐',
    '欧阳',
    HIDDEN.name,
    HIDDEN.phone,
    HIDDEN.phone.slice(0, 8),
    HIDDEN.phone.slice(-4),
    HIDDEN.idNumber,
    HIDDEN.idNumber.slice(-4),
    `${HIDDEN.name} 5`,
  ];
}

/** Everything that an auxiliary may look at, about every record that is known and the hidden one. */
async function lookAround(office: PrivacyOffice, counter: Counter): Promise<Map<string, string>> {
  const { known } = office;
  const may = ({ roles }: CallMeta) => roles !== 'anyone' && roles.includes('auxiliary');
  const answers = new Map<string, string>();
  const look = async (name: string, input: unknown) => {
    const { data, failure } = await ask(counter, name, input);
    answers.set(`${name} ${JSON.stringify(input)}`, JSON.stringify(failure ?? data, withoutLineNumbers));
  };
  const ids = idsOf(known);
  for (const { name, meta, input } of contractCalls()) {
    // A change in earnest would itself be told by what it answers.
    const isLooking = !JSON.stringify(SAMPLES[name]).includes('"draft"') && name !== 'events.watch';
    if (!may(meta) || input === undefined || !isLooking || OF_THE_FILE.has(name) || name === 'session.lock')
      continue;
    const sample = JSON.stringify(SAMPLES[name]).replace('"revision":1', '"revision":9999');
    for (const one of new Set(ids.map((id) => sample.replaceAll(ANY_RECORD, id))))
      await look(name, JSON.parse(one));
  }
  for (const text of textsOf(office.opened().store.raw, known)) await look('search.find', { text });
  for (const name of [HIDDEN.name, '欧阳见'])
    for (const idNumber of [null, HIDDEN.idNumber, HIDDEN.idNumber.replace('914', '904')])
      await look('residents.alike', { name, idNumber, birthDate: '1972-02-14', except: null });
  for (const addressId of [known.door, known.building])
    await look('papers.preview', { order: { name: 'household-sheet', addressId, blank: false } });
  for (const ledger of ['households', 'addresses', 'dwellings', 'residents', 'units'] as const)
    for (const id of ids) await look('history.of', { ledger, id });
  return answers;
}

/** The number of a journal line says how many there are, of whatever. */
function withoutLineNumbers(key: string, value: unknown): unknown {
  return key === 'n' || key === 'keptAt' ? undefined : value;
}

/** Registered at the known door and gone again, the head of a household of their own; and a visit that an order demands. */
async function hideSomebody(office: PrivacyOffice): Promise<ResidentRow> {
  const counter = await office.signIn('officer');
  const { door, household } = office.known;
  const { resident } = await counter.residents.register({
    resident: personAt(door, { ...HIDDEN, householdId: household, relation: '97' }),
    draft: newDraft(),
  });
  const visit = {
    addressId: door,
    purpose: 'statutory',
    result: 'met',
    companion: null,
    nextDueOn: '2026-12-01',
  } as const;
  await counter.homeVisits.record({ visit, how: 'visit', draft: newDraft() });
  return counter.residents.setOut({ ...seen(resident), outState: 'moved', outOn: '2026-11-20' });
}

test('an office in which somebody has left looks to an auxiliary as one in which they never were', async () => {
  const [plain, hiding] = [await openPrivacyOffice(), await openPrivacyOffice()];
  await plain.signIn('officer');
  const hidden = await hideSomebody(hiding);
  const expected = await lookAround(plain, await plain.signIn('auxiliary'));
  const answers = await lookAround(hiding, await hiding.signIn('auxiliary'));
  expect(expected.size).toBeGreaterThan(200);
  for (const [asked, answer] of answers)
    expect({ asked, answer }).toEqual({ asked, answer: expected.get(asked) });
  expect([...answers.keys()]).toEqual([...expected.keys()]);
  const many = await hiding.signIn('auxiliary');
  const { people, morePeople } = await many.search.find({ text: '太叔' });
  expect([people.length, morePeople]).toEqual([FOUND_PEOPLE_MAX, false]);
  // An officer sees the difference, so there was one to see.
  const officer = await hiding.signIn('officer');
  expect((await officer.search.find({ text: HIDDEN.name })).people).toMatchObject([
    { id: hidden.id, outState: 'moved' },
  ]);
});

describe('of somebody who has left', () => {
  test.each([
    ['residents.open', {}],
    ['history.of', { ledger: 'residents' }],
    ['history.undo', { ledger: 'residents', revision: 2 }],
    ['residents.setOut', { revision: 2, outState: null, outOn: null }],
  ])('%s says to an auxiliary that there is no such record', async (name, fields) => {
    const office = await openPrivacyOffice();
    const { id } = await hideSomebody(office);
    const counter = await office.signIn('auxiliary');
    expect((await ask(counter, name, { id, ...fields })).failure).toEqual({ code: 'missing' });
    expect(
      (await ask(counter, 'residents.verify', { people: [{ id, revision: 2 }], how: 'visit' })).failure,
    ).toEqual({
      code: 'missing',
    });
  });

  test('a list or a count is refused to an auxiliary, whatever is asked for', async () => {
    const office = await openPrivacyOffice();
    const counter = await office.signIn('auxiliary');
    for (const name of [
      'residents.list',
      'residents.export',
      'residents.reveal',
      'residents.retire',
      'views.list',
      'doubles.list',
      'grids.freshness',
      'dwellings.rentals',
      'imports.batches',
      'journal.page',
    ])
      expect({ name, failure: (await ask(counter, name, SAMPLES[name])).failure }).toEqual({
        name,
        failure: { code: 'forbidden' },
      });
  });
});

describe('of a child', () => {
  test('no tail leaves the office, by no way that shows people, to nobody', async () => {
    const office = await openPrivacyOffice();
    const { child, adult, door, building, household } = office.known;
    for (const role of ['auxiliary', 'officer'] as const) {
      const counter = await office.signIn(role);
      office.take();
      await counter.residents.open({ id: child });
      await counter.addresses.door({ id: door });
      await counter.households.open({ id: household });
      await counter.households.at({ addressId: door });
      await counter.history.of({ ledger: 'residents', id: child });
      await counter.residents.alike({ name: '欧阳小', idNumber: CHILD, birthDate: null, except: null });
      for (const addressId of [door, building])
        await counter.papers.preview({ order: { name: 'household-sheet', addressId, blank: false } });
      const found = await counter.search.find({ text: CHILD });
      expect(found.people).toMatchObject([{ id: child, by: 'id-number', idTail: null }]);
      const said = office.take().join('\n');
      expect(said).toContain('欧阳小');
      expect(said).not.toContain(CHILD.slice(-4));
      expect(said).not.toContain(CHILD.slice(6, 14));
      for (const digits of [CHILD.slice(-4), CHILD.slice(-6), CHILD.slice(0, 14), CHILD.slice(0, 17)]) {
        const { people } = await counter.search.find({ text: digits });
        expect({ digits, found: people.some(({ id }) => id === child) }).toEqual({ digits, found: false });
      }
      expect(
        (await counter.search.find({ text: tailOf(office, adult) })).people.map(({ id }) => id),
      ).toContain(adult);
    }
  });

  test('a look at the record leaves a line, an auxiliary’s too', async () => {
    const office = await openPrivacyOffice();
    const counter = await office.signIn('auxiliary');
    const { raw } = office.opened().store;
    const looks = () => raw.prepare(`SELECT count(*) FROM journal WHERE op = 'V' AND record = ?`).pluck();
    await counter.residents.open({ id: office.known.adult });
    expect(looks().get(office.known.adult)).toBe(0);
    await counter.residents.open({ id: office.known.child });
    expect(looks().get(office.known.child)).toBe(1);
  });
});

function tailOf(office: PrivacyOffice, id: string): string {
  const { raw } = office.opened().store;
  return String(raw.prepare('SELECT substr(id_number, -4) FROM residents WHERE id = ?').pluck().get(id));
}
