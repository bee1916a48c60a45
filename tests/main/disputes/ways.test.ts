/** The ways of a civil matter: referred and answered, the court, settled by themselves, withdrawn; levels and owners. */
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { openDisputes } from '#tests/support/disputes.ts';
import { PUBLIC_ORDER } from '#tests/support/dispute-ways.ts';
import { agreement, referral } from '#tests/support/dispute-words.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { TODAY } from '#tests/support/visits.ts';

const answer = { answeredOn: TODAY, outcome: 'settled', answer: '已签协议' } as const;
const flaw = (rule: string) => ({ code: 'invalid', issues: [{ field: 'deed', rule }] });
const wrong = (field: string, rule: string) => ({ code: 'invalid', issues: [{ field, rule }] });

/** A civil matter that an auxiliary took in and sent to the committee. */
function referred() {
  const desk = openDisputes();
  const { disputes, auxiliary } = desk;
  const id = desk.taken(auxiliary);
  const done = disputes.refer({ ...desk.at(id), referral }, auxiliary, CONTEXT);
  const asked = desk.matter(id).referrals[0]?.id ?? '';
  const answered = (changes: object, agreed: typeof agreement | null = null) =>
    disputes.answerReferral(
      { ...desk.at(id), referral: asked, answer: { ...answer, ...changes }, agreement: agreed },
      auxiliary,
      CONTEXT,
    );
  return { ...desk, id, done, asked, answered };
}

describe('a matter sent to a committee', () => {
  test('waits for its answer until the day that was given', () => {
    const { matter, id, done, disputes, officer } = referred();
    expect(done).toEqual({ id, revision: 2, stage: 'referred', seen: true });
    const { dispute, referrals } = matter(id);
    expect(dispute).toMatchObject({ route: 'people-mediation', dueOn: referral.dueOn, result: null });
    expect(referrals).toMatchObject([{ part: 'referred', sentOn: TODAY, answeredOn: null }]);
    expect(disputes.open({ id }, officer, CONTEXT)).toMatchObject({
      waitingFor: { body: 'mediation-committee', dueOn: referral.dueOn },
      next: 'record-answer',
    });
  });

  test('goes another way where it is no committee, and not at all where the parties do not know', () => {
    const { disputes, auxiliary, ...desk } = openDisputes();
    const id = desk.taken(auxiliary);
    const refer = (changes: object) =>
      disputes.refer({ ...desk.at(id), referral: { ...referral, ...changes } }, auxiliary, CONTEXT);
    const before = desk.lines();
    expect(failureOfWork(() => refer({ partiesKnow: false }))).toEqual(wrong('partiesKnow', 'required'));
    expect(failureOfWork(() => refer({ dueOn: '2026-11-22' }))).toEqual(wrong('dueOn', 'past'));
    expect(failureOfWork(() => refer({ dueOn: addDays(TODAY, 31) }))).toEqual(wrong('dueOn', 'too-far'));
    expect(failureOfWork(() => refer({ body: 'other' }))).toEqual(wrong('bodyName', 'required'));
    expect(desk.lines()).toEqual(before);
    refer({ body: 'labour-arbitration', part: 'joint' });
    expect(desk.matter(id)).toMatchObject({
      dispute: { route: 'other-body' },
      referrals: [{ part: 'referred' }],
    });
  });

  test('is told to the parties once it was settled there, and its agreement is noted for the court’s thirty days', () => {
    const { answered, matter, id } = referred();
    expect(answered({}, agreement)).toMatchObject({ stage: 'telling' });
    expect(matter(id)).toMatchObject({
      dispute: { result: 'settled-by-body', dueOn: addDays(TODAY, 3) },
      referrals: [{ answeredOn: TODAY, outcome: 'settled' }],
      agreements: [{ kind: 'people-mediation', confirmUntil: addDays(TODAY, 30) }],
    });
  });

  test('comes back to the desk where the body returned it', () => {
    const { answered, matter, id } = referred();
    answered({ outcome: 'returned' });
    expect(matter(id).dispute).toMatchObject({ stage: 'received', route: null, result: null });
  });

  test('has no agreement where nothing was settled, and no answer of another day or of another referral', () => {
    const { answered, asked, lines, disputes, at, id, auxiliary } = referred();
    const before = lines();
    const settledNot = () => answered({ outcome: 'not-settled' }, agreement);
    expect(failureOfWork(settledNot)).toEqual(wrong('agreement', 'not-agreed'));
    expect(failureOfWork(() => answered({ answeredOn: '2026-11-22' }))).toEqual(
      wrong('answeredOn', 'before-start'),
    );
    expect(failureOfWork(() => answered({ answeredOn: '2026-11-24' }))).toEqual(
      wrong('answeredOn', 'future'),
    );
    const other = { ...at(id), referral: '07-000099', answer: { ...answer }, agreement: null };
    expect(asked).not.toBe(other.referral);
    expect(failureOfWork(() => disputes.answerReferral(other, auxiliary, CONTEXT))).toEqual({
      code: 'missing',
    });
    expect(lines()).toEqual(before);
  });

  test('is answered once', () => {
    const { answered } = referred();
    answered({});
    expect(failureOfWork(() => answered({}))).toEqual(flaw('not-now'));
  });
});

describe('a matter that ends by itself', () => {
  test('goes up to the judicial level when the parties are advised to go to court', () => {
    const { disputes, auxiliary, ...desk } = openDisputes();
    const id = desk.taken(auxiliary);
    disputes.adviseCourt(desk.at(id), auxiliary, CONTEXT);
    expect(desk.matter(id)).toMatchObject({
      dispute: { stage: 'telling', route: 'court', result: 'court', level: 'judicial' },
      levels: [{ level: 'community' }, { level: 'judicial', since: TODAY, movedBy: auxiliary.staff }],
    });
  });

  test('was settled by themselves, or withdrawn with a reason that stands in its history', () => {
    const { disputes, auxiliary, history, ...desk } = openDisputes();
    const [one, two] = [desk.taken(auxiliary), desk.taken(auxiliary)];
    disputes.settleThemselves(desk.at(one), auxiliary, CONTEXT);
    disputes.withdraw({ ...desk.at(two), reason: ' 不再追究 ' }, auxiliary, CONTEXT);
    expect(desk.matter(one).dispute.result).toBe('settled-themselves');
    expect(desk.matter(two).dispute.result).toBe('withdrawn');
    expect(history.of({ ledger: 'disputes', id: two }, auxiliary, CONTEXT)).toMatchObject([
      { what: 'changed', reason: '不再追究' },
      { what: 'made' },
    ]);
  });

  test('does not go the civil way where it is a case of public order', () => {
    const { disputes, auxiliary, officer, ...desk } = openDisputes();
    const id = desk.taken(officer, { answers: PUBLIC_ORDER });
    for (const deed of ['adviseCourt', 'settleThemselves'] as const)
      expect(failureOfWork(() => disputes[deed](desk.at(id), auxiliary, CONTEXT))).toEqual(
        flaw('way-closed'),
      );
    expect(failureOfWork(() => disputes.refer({ ...desk.at(id), referral }, officer, CONTEXT))).toEqual(
      flaw('way-closed'),
    );
  });
});

describe('levels', () => {
  test('go up only, each with its reason and its days', () => {
    const { disputes, auxiliary, officer, clock, ...desk } = openDisputes();
    const id = desk.taken(auxiliary);
    const escalate = (level: 'grid' | 'community' | 'town' | 'station') =>
      disputes.escalate({ ...desk.at(id), level, reason: '多次调解未果' }, auxiliary, CONTEXT);
    for (const level of ['grid', 'community'] as const)
      expect(failureOfWork(() => escalate(level))).toEqual(wrong('level', 'up-only'));
    clock.forward({ days: 4 });
    escalate('town');
    clock.forward({ days: 3 });
    expect(failureOfWork(() => escalate('town'))).toEqual(wrong('level', 'up-only'));
    expect(disputes.open({ id }, officer, CONTEXT)).toMatchObject({
      level: 'town',
      levels: [
        { level: 'community', days: 4, reason: '' },
        { level: 'town', days: 3, reason: '多次调解未果', byName: '王芳' },
      ],
    });
  });
});

describe('owners', () => {
  test('are somebody who works here, and an officer where the stage is an officer’s', () => {
    const { disputes, auxiliary, other, officer, ...desk } = openDisputes();
    const id = desk.taken(auxiliary, { answers: PUBLIC_ORDER, officer: officer.staff });
    const assign = (owner: string) => disputes.assign({ ...desk.at(id), owner }, officer, CONTEXT);
    expect(failureOfWork(() => assign('07-000099'))).toEqual(wrong('owner', 'missing'));
    assign(other.staff);
    expect(desk.matter(id).dispute).toMatchObject({ owner: other.staff, officer: officer.staff });
    const begin = { ...desk.at(id), heldOn: TODAY, exclusions: [] };
    disputes.beginMediation(begin, officer, CONTEXT);
    expect(desk.matter(id).dispute).toMatchObject({ owner: officer.staff, stage: 'police-mediation' });
    expect(failureOfWork(() => assign(other.staff))).toEqual(wrong('owner', 'officer-needed'));
  });

  test('change to an officer with a transfer: the one in charge, or one who is named', () => {
    const { disputes, auxiliary, officer, ...desk } = openDisputes();
    const transfer = (id: string, named: string | null) =>
      disputes.transfer({ ...desk.at(id), reason: '当场动手', officer: named }, auxiliary, CONTEXT);
    const [one, two] = [desk.taken(auxiliary), desk.taken(auxiliary, { officer: officer.staff })];
    expect(failureOfWork(() => transfer(one, null))).toEqual(wrong('officer', 'required'));
    expect(failureOfWork(() => transfer(one, auxiliary.staff))).toEqual(wrong('officer', 'officer-needed'));
    for (const [id, named] of [
      [one, officer.staff],
      [two, null],
    ] as const) {
      transfer(id, named);
      expect(desk.matter(id).dispute).toMatchObject({
        stage: 'at-station',
        owner: officer.staff,
        officer: officer.staff,
      });
    }
    // What is an officer's now an auxiliary does not change, though they see it.
    const note = { ...desk.at(one), level: 'station', reason: '升级' } as const;
    expect(failureOfWork(() => disputes.escalate(note, auxiliary, CONTEXT))).toEqual({ code: 'forbidden' });
  });
});

describe('other bodies at the table', () => {
  test('are invited and answer without changing where the matter stands', () => {
    const { disputes, officer, ...desk } = openDisputes();
    const id = desk.taken(officer, { answers: PUBLIC_ORDER });
    const joint = { ...referral, body: 'judicial-office', part: 'joint' } as const;
    disputes.invite({ ...desk.at(id), referral: joint }, officer, CONTEXT);
    const asked = desk.matter(id).referrals[0]?.id ?? '';
    const answerIt = () =>
      disputes.answerInvitation({ ...desk.at(id), referral: asked, answer }, officer, CONTEXT);
    answerIt();
    expect(desk.matter(id)).toMatchObject({
      dispute: { stage: 'received', result: null },
      referrals: [{ part: 'joint', outcome: 'settled' }],
    });
    expect(failureOfWork(answerIt)).toEqual(flaw('not-now'));
  });

  test('are not invited twice by one press: the second finds the matter changed', () => {
    const { disputes, officer, ...desk } = openDisputes();
    const id = desk.taken(officer, { answers: PUBLIC_ORDER });
    const press = { ...desk.at(id), referral: { ...referral, part: 'joint' as const } };
    disputes.invite(press, officer, CONTEXT);
    expect(failureOfWork(() => disputes.invite(press, officer, CONTEXT))).toMatchObject({ code: 'stale' });
    expect(desk.matter(id).referrals).toHaveLength(1);
  });
});
