/** 受理: what is refused, who has it, what is copied from the population, the visit it came from, and putting it right. */
import { describe, expect, test } from 'vitest';
import { openDisputes, type DisputesDesk } from '#tests/support/disputes.ts';
import { CIVIL, PUBLIC_ORDER } from '#tests/support/dispute-ways.ts';
import { intake, partyA, partyB, referral } from '#tests/support/dispute-words.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { putResident } from '#tests/support/dispute-people.ts';
import { enquiry, newDraft, TODAY } from '#tests/support/visits.ts';

const wrong = (field: string, rule: string) => ({ code: 'invalid', issues: [{ field, rule }] });
const minor = { ...partyA, age: 15, minor: true };
const guardian = { representative: 'guardian', representativeName: '张父' } as const;

describe('taking a matter in', () => {
  test('gives it an owner, a day and its first level', () => {
    const desk = openDisputes();
    const id = desk.taken(desk.auxiliary);
    const { dispute, parties, levels } = desk.matter(id);
    expect(dispute).toMatchObject({
      stage: 'received',
      route: null,
      owner: desk.auxiliary.staff,
      registeredBy: desk.auxiliary.staff,
      officer: null,
      dueOn: '2026-11-24',
      synthetic: true,
    });
    expect(parties.map(({ side, name }) => [side, name])).toEqual([
      ['a', '张三丰'],
      ['b', '李四光'],
    ]);
    expect(levels).toMatchObject([{ level: 'community', since: TODAY, reason: '' }]);
  });

  test('is due the same day where somebody is in danger', () => {
    const desk = openDisputes();
    const answers = { ...PUBLIC_ORDER, danger: true };
    const id = desk.taken(desk.auxiliary, { answers, officer: desk.officer.staff });
    expect(desk.matter(id).dispute.dueOn).toBe(TODAY);
  });

  test('by an officer makes them the one in charge; one who is named must be an officer', () => {
    const desk = openDisputes();
    const { officer, auxiliary } = desk;
    expect(desk.matter(desk.taken(officer)).dispute.officer).toBe(officer.staff);
    const byAuxiliary = (named: string | null) => () =>
      desk.taken(auxiliary, { answers: PUBLIC_ORDER, officer: named });
    expect(failureOfWork(byAuxiliary(null))).toEqual(wrong('officer', 'required'));
    expect(failureOfWork(byAuxiliary(auxiliary.staff))).toEqual(wrong('officer', 'officer-needed'));
    expect(failureOfWork(byAuxiliary('07-000099'))).toEqual(wrong('officer', 'officer-needed'));
  });

  test('says of each party what is wrong with it, and writes nothing', () => {
    const desk = openDisputes();
    const before = desk.lines();
    const take = (parties: readonly (typeof partyA)[]) => () => desk.taken(desk.auxiliary, {}, parties);
    expect(failureOfWork(take([partyA, { ...partyB, name: '' }]))).toEqual(
      wrong('parties.1.name', 'required'),
    );
    expect(failureOfWork(take([{ ...partyA, phone: '12' }, partyB]))).toEqual(
      wrong('parties.0.phone', 'not-a-phone'),
    );
    expect(failureOfWork(take([{ ...minor, ...guardian }, partyB]))).toEqual(wrong('minor', 'is-minor'));
    expect(failureOfWork(take([partyA]))).toMatchObject({
      issues: expect.arrayContaining([{ field: 'parties', rule: 'too-few' }]),
    });
    expect(desk.lines()).toEqual(before);
  });

  test('with the same draft answers with the same matter', () => {
    const { disputes, auxiliary, ...desk } = openDisputes();
    const draft = newDraft();
    const save = () =>
      disputes.register({ intake, parties: [partyA, partyB], visit: null, draft }, auxiliary, CONTEXT);
    const first = save();
    const lines = desk.lines();
    expect(save()).toEqual(first);
    expect(desk.lines()).toEqual(lines);
    expect(first).toMatchObject({ fork: 'civil', dispute: { revision: 1, stage: 'received' } });
  });
});

describe('what is copied from the population', () => {
  /** A compound, and somebody who lives there. */
  function peopled() {
    const desk = openDisputes();
    return { ...desk, ...putResident(desk, { name: '张三丰', phone: '15400019999' }) };
  }

  test('is the line of the place and its grid, which stay when the place gets another name', () => {
    const desk = peopled();
    const { address, auxiliary, disputes } = desk;
    const id = desk.taken(auxiliary, { addressId: address, place: '不用的话' });
    expect(desk.matter(id).dispute).toMatchObject({ place: '青禾苑', policeGrid: '03' });
    desk.rename('新青禾苑');
    expect(disputes.open({ id }, auxiliary, CONTEXT)).toMatchObject({
      place: '青禾苑',
      addressId: address,
    });
    desk.mergeAway();
    expect(disputes.open({ id }, auxiliary, CONTEXT)).toMatchObject({ addressId: desk.other });
    const gone = { addressId: '07-000099' };
    expect(failureOfWork(() => desk.taken(auxiliary, gone))).toEqual(wrong('addressId', 'missing'));
  });

  test('is the phone the office has, unless another was given or it is a child', () => {
    const desk = peopled();
    const picked = { ...partyA, residentId: desk.resident, phone: null };
    const phoneOf = (party: typeof partyA, answers = CIVIL) =>
      desk.matter(desk.taken(desk.auxiliary, { answers }, [party, partyB])).parties[0]?.phone;
    expect(phoneOf(picked)).toBe('15400019999');
    expect(phoneOf({ ...picked, phone: '15400012222' })).toBe('15400012222');
    expect(phoneOf({ ...picked, ...minor, ...guardian, phone: null }, { ...CIVIL, minor: true })).toBeNull();
  });

  test('is nothing of somebody whom this person may not see', () => {
    const desk = peopled();
    const { auxiliary, officer } = desk;
    desk.moveAway();
    const parties = [{ ...partyA, residentId: desk.resident }, partyB];
    const missing = wrong('parties.0.residentId', 'missing');
    expect(failureOfWork(() => desk.taken(auxiliary, {}, parties))).toEqual(missing);
    expect(desk.matter(desk.taken(officer, {}, parties)).parties[0]?.residentId).toBe(desk.resident);
    const nobody = [{ ...partyA, residentId: '07-000099' }, partyB];
    expect(failureOfWork(() => desk.taken(officer, {}, nobody))).toEqual(missing);
  });
});

describe('a visit that turned into a matter', () => {
  function visited() {
    const desk = openDisputes();
    const { visitors, auxiliary } = desk;
    const visit = visitors.register(
      {
        visit: {
          ...enquiry,
          name: '李四光',
          phone: '15400007712',
          matter: 'dispute',
          promisedOn: '2026-11-30',
        },
        draft: newDraft(),
      },
      auxiliary,
      CONTEXT,
    );
    const register = (seen = { id: visit.id, revision: visit.revision }, by = auxiliary) =>
      desk.disputes.register(
        { intake, parties: [partyA, partyB], visit: { ...seen, visitor: 1 }, draft: newDraft() },
        by,
        CONTEXT,
      );
    return { ...desk, visit, register };
  }

  test('says so, and is shown with the matter to those who may see it, without what was said at the desk', () => {
    const { register, visitors, disputes, matter, visit, auxiliary, other, clock } = visited();
    const { id } = register();
    expect(visitors.open({ id: visit.id }, auxiliary, CONTEXT)).toMatchObject({
      result: 'to-dispute',
      revision: 2,
      promisedOn: '2026-11-30',
      state: 'handling',
    });
    const open = (by: typeof auxiliary) => disputes.open({ id }, by, CONTEXT);
    expect(open(auxiliary).visits).toMatchObject([{ id: visit.id, handledByName: '王芳' }]);
    // Who came brings the phone that the visit keeps; nobody else does.
    const phones = matter(id).parties.map(({ name, phone }) => [name, phone]);
    expect(phones).toEqual([
      ['张三丰', '15400015678'],
      ['李四光', '15400007712'],
    ]);
    // The day after, a visit that another auxiliary received is theirs and the officer's, once its reply was given.
    visitors.reply(
      { id: visit.id, revision: 2, result: 'to-dispute', referredTo: null, satisfied: 'yes' },
      auxiliary,
      CONTEXT,
    );
    visitors.leave({ id: visit.id, revision: 3 }, auxiliary, CONTEXT);
    clock.forward({ days: 1 });
    expect(open(other).visits).toEqual([]);
    expect(open(auxiliary).visits).toHaveLength(1);
  });

  test('is saved with it or not at all', () => {
    const { register, visit, lines, visitors, auxiliary, other, clock } = visited();
    const before = lines();
    expect(failureOfWork(() => register({ id: visit.id, revision: 9 }))).toEqual({
      code: 'stale',
      revision: 1,
    });
    expect(failureOfWork(() => register({ id: '07-000099', revision: 1 }))).toEqual({ code: 'missing' });
    expect(lines()).toEqual(before);
    register();
    expect(failureOfWork(() => register({ id: visit.id, revision: 2 }))).toEqual(
      wrong('visit', 'turned-already'),
    );
    visitors.reply(
      { id: visit.id, revision: 2, result: 'to-dispute', referredTo: null, satisfied: 'yes' },
      auxiliary,
      CONTEXT,
    );
    visitors.leave({ id: visit.id, revision: 3 }, auxiliary, CONTEXT);
    clock.forward({ days: 1 });
    expect(failureOfWork(() => register({ id: visit.id, revision: 4 }, other))).toEqual({ code: 'missing' });
  });

  test('does not turn back by half, and tells nobody the number of the matter', () => {
    const { register, visit, history, auxiliary } = visited();
    register();
    expect(
      failureOfWork(() =>
        history.undo({ ledger: 'visitors', id: visit.id, revision: 2 }, auxiliary, CONTEXT),
      ),
    ).toEqual({ code: 'too-late' });
    const entries = history.of({ ledger: 'visitors', id: visit.id }, auxiliary, CONTEXT);
    expect(JSON.stringify(entries)).toContain('to-dispute');
    expect(JSON.stringify(entries)).not.toContain('disputeId');
  });

  test('lets go of a matter that was taken out', () => {
    const { register, visit, disputes, officer, at, store } = visited();
    const { id } = register();
    disputes.retire({ ...at(id), reason: '重复登记' }, officer, CONTEXT);
    const link = store.raw.prepare('SELECT dispute_id FROM visitors WHERE id = ?').pluck().get(visit.id);
    expect(link).toBeNull();
  });
});

describe('putting it right', () => {
  const amend = (desk: DisputesDesk, id: string, changes: object, by = desk.auxiliary) =>
    desk.disputes.amend({ ...desk.at(id), intake: { ...intake, ...changes } }, by, CONTEXT);

  test('keeps what the counter does not hold', () => {
    const desk = openDisputes();
    const id = desk.taken(desk.auxiliary);
    const { summary: _summary, demands: _demands, ...seen } = intake;
    desk.disputes.amend(
      { ...desk.at(id), intake: { ...seen, type: 'damages', amount: 900 } },
      desk.auxiliary,
      CONTEXT,
    );
    expect(desk.matter(id).dispute).toMatchObject({
      type: 'damages',
      amount: 900,
      summary: intake.summary,
      demands: intake.demands,
    });
  });

  test('leaves the level to its own deed, and answers that leave the way it went to nobody', () => {
    const desk = openDisputes();
    const { disputes, auxiliary, officer } = desk;
    const id = desk.taken(auxiliary);
    expect(failureOfWork(() => amend(desk, id, { level: 'town' }))).toEqual(wrong('level', 'by-escalation'));
    disputes.refer({ ...desk.at(id), referral }, auxiliary, CONTEXT);
    const answers = { answers: PUBLIC_ORDER, officer: officer.staff };
    expect(failureOfWork(() => amend(desk, id, answers))).toEqual(wrong('deed', 'way-closed'));
  });

  test('brings the day forward where danger was found out', () => {
    const desk = openDisputes();
    const id = desk.taken(desk.auxiliary);
    amend(desk, id, { answers: { ...CIVIL, danger: true }, officer: desk.officer.staff });
    expect(desk.matter(id).dispute.dueOn).toBe(TODAY);
  });

  test('is not an auxiliary’s where an officer has it, nor anybody’s once it is archived', () => {
    const desk = openDisputes();
    const { disputes, auxiliary, officer } = desk;
    const id = desk.taken(auxiliary, { officer: officer.staff });
    disputes.transfer({ ...desk.at(id), reason: '动手', officer: null }, officer, CONTEXT);
    expect(failureOfWork(() => amend(desk, id, { amount: 1 }))).toEqual({ code: 'forbidden' });
    amend(desk, id, { amount: 1, officer: officer.staff }, officer);
    disputes.noteReceipt({ ...desk.at(id), receipt: '1' }, officer, CONTEXT);
    disputes.tell({ ...desk.at(id), how: 'desk', satisfied: 'yes' }, officer, CONTEXT);
    disputes.archive(desk.at(id), officer, CONTEXT);
    expect(failureOfWork(() => amend(desk, id, { amount: 2 }, officer))).toEqual(wrong('deed', 'not-now'));
  });
});

describe('parties', () => {
  test('are added once by one press, put right without what was masked, and dropped while two sides are left', () => {
    const desk = openDisputes();
    const { disputes, auxiliary, officer, matter, at } = desk;
    const id = desk.taken(auxiliary);
    const press = { ...at(id), party: { ...partyB, name: '王五' } };
    disputes.addParty(press, auxiliary, CONTEXT);
    expect(failureOfWork(() => disputes.addParty(press, auxiliary, CONTEXT))).toMatchObject({
      code: 'stale',
    });
    const { phone: _phone, representativePhone: _other, ...seen } = partyA;
    const first = matter(id).parties[0];
    const amended = { id: first?.id ?? '', revision: 1, party: { ...seen, name: '张三封' } };
    expect(disputes.amendParty(amended, auxiliary, CONTEXT)).toMatchObject({ id, stage: 'received' });
    expect(matter(id).parties[0]).toMatchObject({ name: '张三封', phone: partyA.phone });
    expect(failureOfWork(() => disputes.amendParty(amended, auxiliary, CONTEXT))).toEqual({
      code: 'stale',
      revision: 2,
    });
    const drop = (index: number) => {
      const { id: its = '', revision = 0 } = matter(id).parties[index] ?? {};
      return disputes.dropParty({ id: its, revision, reason: '不相干' }, officer, CONTEXT);
    };
    expect(failureOfWork(() => drop(0))).toEqual(wrong('parties', 'one-side'));
    drop(2);
    expect(matter(id).parties).toHaveLength(2);
    expect(failureOfWork(() => drop(1))).toMatchObject({ code: 'invalid' });
  });

  test('who turn out to be minors make it a matter with minors, and are shortened from then on', () => {
    const desk = openDisputes();
    const { disputes, auxiliary, officer, matter, at } = desk;
    const id = desk.taken(auxiliary);
    const child = { ...minor, ...guardian, name: '张小小' };
    expect(
      failureOfWork(() =>
        disputes.addParty({ ...at(id), party: { ...child, representative: null } }, auxiliary, CONTEXT),
      ),
    ).toEqual(wrong('representative', 'guardian-needed'));
    disputes.addParty({ ...at(id), party: child }, auxiliary, CONTEXT);
    expect(matter(id).dispute.minor).toBe(true);
    const opened = disputes.open({ id }, officer, CONTEXT);
    expect(JSON.stringify(opened)).not.toContain('张小小');
    // The form has only the short name, and gives it back.
    const party = matter(id).parties.find(({ name }) => name === '张小小');
    const back = { ...child, name: '张××', age: 16 };
    const shown = opened.parties.map(({ name }) => name);
    expect(shown).toContain(back.name);
    disputes.amendParty({ id: party?.id ?? '', revision: 1, party: back }, auxiliary, CONTEXT);
    expect(matter(id).parties.find((one) => one.id === party?.id)).toMatchObject({
      name: '张小小',
      age: 16,
    });
  });
});
