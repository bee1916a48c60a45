/** 治安调解, 认可 and the hand-over to the station, deed by deed, with every refusal that the office adds to the machine's. */
import { describe, expect, test } from 'vitest';
import { openDisputes } from '#tests/support/disputes.ts';
import { PUBLIC_ORDER } from '#tests/support/dispute-ways.ts';
import { agreement, partyA, partyB, session } from '#tests/support/dispute-words.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { TODAY } from '#tests/support/visits.ts';

const flaw = (rule: string) => ({ code: 'invalid', issues: [{ field: 'deed', rule }] });
const wrong = (field: string, rule: string) => ({ code: 'invalid', issues: [{ field, rule }] });
type Session = typeof session;

/** A case of public order that an officer has begun to mediate. */
function begun(parties = [partyA, partyB], minor = false) {
  const desk = openDisputes();
  const { disputes, officer } = desk;
  const id = desk.taken(officer, { answers: { ...PUBLIC_ORDER, minor } }, parties);
  disputes.beginMediation({ ...desk.at(id), heldOn: TODAY, exclusions: [] }, officer, CONTEXT);
  const hold = (changes: Partial<Session> = {}, agreed: typeof agreement | null = agreement) =>
    disputes.holdSession(
      { ...desk.at(id), session: { ...session, ...changes }, agreement: agreed },
      officer,
      CONTEXT,
    );
  return { ...desk, id, hold };
}

describe('a mediation', () => {
  test('that ends in agreement waits for it to be performed, and is settled then', () => {
    const { hold, matter, id, disputes, officer, at, clock } = begun();
    expect(hold()).toMatchObject({ stage: 'performing' });
    expect(matter(id)).toMatchObject({
      dispute: { dueOn: agreement.performBy, result: null },
      sessions: [{ ordinal: 1, host: officer.staff, outcome: 'agreed' }],
      agreements: [{ kind: 'police-mediation', confirmUntil: null, performedOn: null }],
    });
    clock.forward({ days: 3 });
    const perform = (performedOn: string) =>
      disputes.confirmPerformance({ ...at(id), performedOn }, officer, CONTEXT);
    expect(failureOfWork(() => perform('2026-11-22'))).toEqual(wrong('performedOn', 'before-start'));
    expect(failureOfWork(() => perform('2026-11-27'))).toEqual(flaw('future'));
    perform('2026-11-25');
    expect(matter(id)).toMatchObject({
      dispute: { stage: 'telling', result: 'settled-written' },
      agreements: [{ performedOn: '2026-11-25' }],
    });
  });

  test('asks for the agreement where one was reached, and for none where it was not', () => {
    const { hold, lines } = begun();
    const before = lines();
    expect(failureOfWork(() => hold({}, null))).toEqual(wrong('agreement', 'required'));
    expect(failureOfWork(() => hold({ outcome: 'failed' }))).toEqual(wrong('agreement', 'not-agreed'));
    expect(failureOfWork(() => hold({}, { ...agreement, form: 'oral' }))).toEqual(
      wrong('form', 'must-be-written'),
    );
    expect(failureOfWork(() => hold({}, { ...agreement, agreedOn: '2026-11-22' }))).toEqual(
      wrong('agreedOn', 'before-start'),
    );
    expect(failureOfWork(() => hold({}, { ...agreement, facts: '', manner: '' }))).toEqual({
      code: 'invalid',
      issues: [
        { field: 'facts', rule: 'required' },
        { field: 'manner', rule: 'required' },
      ],
    });
    expect(lines()).toEqual(before);
  });

  test('of a minor needs the guardian in the room', () => {
    const guardian = { representative: 'guardian', representativeName: '张父' } as const;
    const { hold } = begun([{ ...partyA, age: 15, minor: true, ...guardian }, partyB], true);
    expect(failureOfWork(() => hold())).toEqual(wrong('guardianPresent', 'guardian-needed'));
    expect(hold({ guardianPresent: true })).toMatchObject({ stage: 'performing' });
  });

  test('may be held once more within seven working days, and then no more', () => {
    const { hold, matter, id, disputes, officer, clock, at } = begun();
    hold({ outcome: 'once-more' }, null);
    expect(disputes.open({ id }, officer, CONTEXT)).toMatchObject({
      stage: 'second-mediation',
      dueOn: '2026-12-02',
      secondMediationBy: '2026-12-02',
      secondMediationSure: true,
    });
    const putOff = (heldOn: string) =>
      disputes.putOff({ ...at(id), heldOn, reason: '一方出差' }, officer, CONTEXT);
    expect(failureOfWork(() => putOff('2026-12-03'))).toEqual(flaw('second-too-late'));
    putOff('2026-12-01');
    clock.forward({ days: 9 });
    const second = { heldOn: '2026-12-02', outcome: 'once-more' } as const;
    expect(failureOfWork(() => hold(second, null))).toEqual(flaw('second-only-once'));
    hold({ ...second, outcome: 'failed' }, null);
    expect(matter(id)).toMatchObject({
      dispute: { stage: 'at-station', result: 'mediation-failed' },
      sessions: [{ ordinal: 1 }, { ordinal: 2 }],
    });
  });

  test('that nobody keeps to goes to the station, which gives it a number', () => {
    const { hold, matter, id, disputes, officer, at } = begun();
    hold();
    disputes.reportBreach({ ...at(id), reason: '到期未赔付' }, officer, CONTEXT);
    expect(matter(id)).toMatchObject({
      dispute: { stage: 'at-station', result: 'not-performed' },
      agreements: [{ breachedOn: TODAY }],
    });
    disputes.noteReceipt({ ...at(id), receipt: ' 青派〔2026〕12号 ' }, officer, CONTEXT);
    expect(matter(id).dispute).toMatchObject({ stage: 'telling', receipt: '青派〔2026〕12号' });
  });

  test('is not begun where an exclusion stands', () => {
    const { disputes, officer, ...desk } = openDisputes();
    const id = desk.taken(officer, { answers: PUBLIC_ORDER });
    const begin = { ...desk.at(id), heldOn: TODAY, exclusions: ['unwilling' as const] };
    expect(failureOfWork(() => disputes.beginMediation(begin, officer, CONTEXT))).toEqual(flaw('excluded'));
  });
});

describe('recognition', () => {
  function asked(performedOn: string | null) {
    const desk = openDisputes();
    const { disputes, officer } = desk;
    const id = desk.taken(officer, { answers: PUBLIC_ORDER });
    const apply = (changes: object = {}) =>
      disputes.takeApplication(
        { ...desk.at(id), kind: 'self-settlement', exclusions: [], agreement, performedOn, ...changes },
        officer,
        CONTEXT,
      );
    const decide = (granted: boolean, on: string | null = null) =>
      disputes.decideRecognition(
        { ...desk.at(id), granted, performedOn: on, reason: '符合第186条' },
        officer,
        CONTEXT,
      );
    return { ...desk, id, apply, decide };
  }

  test('is granted for what was performed', () => {
    const { apply, decide, matter, id } = asked(null);
    apply();
    expect(matter(id)).toMatchObject({
      dispute: { stage: 'recognition', route: 'recognition' },
      agreements: [{ kind: 'self-settlement', performedOn: null }],
    });
    expect(failureOfWork(() => decide(true))).toEqual(flaw('not-performed'));
    expect(failureOfWork(() => decide(true, '2026-11-22'))).toEqual(wrong('performedOn', 'before-start'));
    decide(true, TODAY);
    expect(matter(id)).toMatchObject({
      dispute: { stage: 'telling', result: 'recognised' },
      agreements: [{ performedOn: TODAY, recognisedOn: TODAY }],
    });
  });

  test('takes the day from the application where it stands there', () => {
    const { apply, decide, matter, id } = asked(TODAY);
    apply();
    decide(true);
    expect(matter(id).agreements).toMatchObject([{ performedOn: TODAY, recognisedOn: TODAY }]);
  });

  test('refused brings the matter back to the desk; the agreement stays unrecognised', () => {
    const { apply, decide, matter, id } = asked(TODAY);
    apply();
    decide(false);
    expect(matter(id)).toMatchObject({
      dispute: { stage: 'received', route: null, result: null },
      agreements: [{ recognisedOn: null }],
    });
  });

  test('is not asked for what was performed before it was agreed, tomorrow, or in a case that is excluded', () => {
    const { apply, lines } = asked(null);
    const before = lines();
    expect(failureOfWork(() => apply({ performedOn: '2026-11-22' }))).toEqual(
      wrong('performedOn', 'before-start'),
    );
    expect(failureOfWork(() => apply({ performedOn: '2026-11-24' }))).toEqual(wrong('performedOn', 'future'));
    expect(failureOfWork(() => apply({ exclusions: ['gang-fight'] }))).toEqual(flaw('excluded'));
    expect(lines()).toEqual(before);
  });
});
