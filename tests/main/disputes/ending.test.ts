/** 反馈, 回访, 归档, 重新受理; and taking a wrong entry out. Nothing is archived that was not told, and nothing for ever kept. */
import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '#shared/kernel/calendar-day.ts';
import { DISPUTE_LEDGERS } from '#main/ledgers/disputes/ledgers.ts';
import { tableName } from '#main/db/ledger-table.ts';
import { openDisputes, type DisputesDesk } from '#tests/support/disputes.ts';
import { agreement, reached, referral } from '#tests/support/dispute-words.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { TODAY } from '#tests/support/visits.ts';

const flaw = (rule: string) => ({ code: 'invalid', issues: [{ field: 'deed', rule }] });
const wrong = (field: string, rule: string) => ({ code: 'invalid', issues: [{ field, rule }] });

function told(settled = true) {
  const desk = openDisputes();
  const { disputes, auxiliary } = desk;
  const id = desk.taken(auxiliary);
  if (settled) disputes.settleThemselves(desk.at(id), auxiliary, CONTEXT);
  else disputes.withdraw({ ...desk.at(id), reason: '不再追究' }, auxiliary, CONTEXT);
  disputes.tell({ ...desk.at(id), how: 'phone', satisfied: 'not-asked' }, auxiliary, CONTEXT);
  return { ...desk, id };
}

/** Makes the follow-up visit that is due next. */
function visit({ disputes, matter, at, officer }: DisputesDesk, id: string, changes = {}) {
  const next = matter(id).followUps.find(({ doneOn }) => doneOn === null)?.id ?? '';
  const followUp = { ...reached, ...changes };
  return disputes.followUp({ ...at(id), followUpId: next, followUp }, officer, CONTEXT);
}

describe('feedback', () => {
  test('plans two visits where it was settled, and is due when the first is', () => {
    const { matter, id } = told();
    expect(matter(id)).toMatchObject({
      dispute: { stage: 'fed-back', toldOn: TODAY, toldHow: 'phone', dueOn: addDays(TODAY, 15) },
      followUps: [
        { ordinal: 1, dueOn: addDays(TODAY, 15) },
        { ordinal: 2, dueOn: addDays(TODAY, 90) },
      ],
    });
  });

  test('plans none where it was not, and can be archived at once', () => {
    const { matter, id, disputes, at, officer } = told(false);
    expect(matter(id).followUps).toEqual([]);
    disputes.archive(at(id), officer, CONTEXT);
    expect(matter(id).dispute).toMatchObject({ stage: 'archived', archivedOn: TODAY, dueOn: null });
  });
});

describe('a follow-up visit', () => {
  test('is written down with who made it; the next one is due then', () => {
    const desk = told();
    const { id, matter, clock, officer } = desk;
    clock.forward({ days: 15 });
    visit(desk, id, { doneOn: addDays(TODAY, 15) });
    expect(matter(id)).toMatchObject({
      dispute: { dueOn: addDays(TODAY, 90), satisfied: 'yes' },
      followUps: [{ doneOn: addDays(TODAY, 15), doneBy: officer.staff, finding: 'holds' }, { doneOn: null }],
    });
  });

  test('leaves what was said before where nobody was asked again', () => {
    const desk = told();
    visit(desk, desk.id);
    visit(desk, desk.id, { satisfied: 'no', finding: 'not-reached' });
    expect(desk.matter(desk.id).dispute.satisfied).toBe('yes');
  });

  test('cannot be before the feedback, to come, made twice, or of another matter', () => {
    const desk = told();
    const { id, disputes, at, officer, matter, lines } = desk;
    const before = lines();
    expect(failureOfWork(() => visit(desk, id, { doneOn: '2026-11-22' }))).toEqual(
      wrong('doneOn', 'before-start'),
    );
    expect(failureOfWork(() => visit(desk, id, { doneOn: '2026-11-24' }))).toEqual(wrong('doneOn', 'future'));
    expect(lines()).toEqual(before);
    const first = matter(id).followUps[0]?.id ?? '';
    visit(desk, id);
    const again = (followUpId: string) => () =>
      disputes.followUp({ ...at(id), followUpId, followUp: reached }, officer, CONTEXT);
    expect(failureOfWork(again(first))).toEqual(flaw('not-now'));
    expect(failureOfWork(again('07-000099'))).toEqual({ code: 'missing' });
  });

  test('is planned beside the others, and keeps the matter from the archive', () => {
    const desk = told(false);
    const { id, disputes, at, officer, auxiliary, matter } = desk;
    const plan = (dueOn: string) => disputes.planFollowUp({ ...at(id), dueOn }, auxiliary, CONTEXT);
    expect(failureOfWork(() => plan('2026-11-22'))).toEqual(wrong('dueOn', 'past'));
    expect(failureOfWork(() => plan('2028-01-01'))).toEqual(wrong('dueOn', 'too-far'));
    plan('2026-12-20');
    expect(matter(id)).toMatchObject({ dispute: { dueOn: '2026-12-20' }, followUps: [{ ordinal: 1 }] });
    expect(failureOfWork(() => disputes.archive(at(id), officer, CONTEXT))).toEqual(flaw('follow-ups-owed'));
    visit(desk, id);
    expect(disputes.archive(at(id), officer, CONTEXT)).toMatchObject({ stage: 'archived' });
  });

  test('is planned only after feedback', () => {
    const { disputes, auxiliary, ...desk } = openDisputes();
    const id = desk.taken(auxiliary);
    const plan = () => disputes.planFollowUp({ ...desk.at(id), dueOn: '2026-12-20' }, auxiliary, CONTEXT);
    expect(failureOfWork(plan)).toEqual(flaw('not-now'));
  });
});

/** A matter with every kind of record that a civil one can have, archived. */
function archived() {
  const desk = openDisputes();
  const { disputes, auxiliary, officer, at, matter } = desk;
  const id = desk.taken(auxiliary);
  disputes.refer({ ...at(id), referral }, auxiliary, CONTEXT);
  const asked = matter(id).referrals[0]?.id ?? '';
  const answer = { answeredOn: TODAY, outcome: 'settled', answer: '' } as const;
  disputes.answerReferral({ ...at(id), referral: asked, answer, agreement }, auxiliary, CONTEXT);
  disputes.tell({ ...at(id), how: 'desk', satisfied: 'yes' }, auxiliary, CONTEXT);
  visit(desk, id);
  visit(desk, id);
  disputes.archive(at(id), officer, CONTEXT);
  return { ...desk, id };
}

function termsOf({ store }: DisputesDesk): (string | null)[] {
  return DISPUTE_LEDGERS.flatMap(
    ({ table }) =>
      store.raw
        .prepare(`SELECT retain_until FROM ${tableName(table)} ORDER BY id`)
        .pluck()
        .all() as (string | null)[],
  );
}

describe('the archive', () => {
  test('gives the matter and all that hangs on it one term of three years', () => {
    const desk = archived();
    const terms = termsOf(desk);
    expect(terms.length).toBeGreaterThan(7);
    expect(new Set(terms)).toEqual(new Set([addMonths(TODAY, 36)]));
  });

  test('is left again with a reason: no term, no feedback, nothing owed, everything that was written down', () => {
    const desk = archived();
    const { disputes, officer, matter, at, id } = desk;
    disputes.reopen({ ...at(id), reason: '又起争执' }, officer, CONTEXT);
    expect(new Set(termsOf(desk))).toEqual(new Set([null]));
    expect(matter(id)).toMatchObject({
      dispute: { stage: 'received', archivedOn: null, toldOn: null, result: null, satisfied: 'not-asked' },
      referrals: [{ outcome: 'settled' }],
      agreements: [{ kind: 'people-mediation' }],
    });
  });

  test('does not keep visits that a reopened matter owes no more: they have a term of their own', () => {
    const desk = told();
    const { disputes, officer, matter, at, id, store } = desk;
    disputes.reopen({ ...at(id), reason: '又起争执' }, officer, CONTEXT);
    expect(matter(id).followUps).toEqual([]);
    const gone = store.raw.prepare('SELECT retain_until, retired_at FROM dispute_follow_ups').all();
    expect(gone).toHaveLength(2);
    for (const row of gone)
      expect(row).toEqual({ retain_until: addMonths(TODAY, 12), retired_at: desk.clock.now() });
  });

  test('closes the matter for everything but reopening', () => {
    const { disputes, officer, auxiliary, at, id } = archived();
    const escalate = { ...at(id), level: 'station', reason: '升级' } as const;
    expect(failureOfWork(() => disputes.escalate(escalate, officer, CONTEXT))).toEqual(flaw('not-now'));
    const assign = { ...at(id), owner: officer.staff };
    expect(failureOfWork(() => disputes.assign(assign, officer, CONTEXT))).toEqual(flaw('not-now'));
    expect(failureOfWork(() => disputes.settleThemselves(at(id), auxiliary, CONTEXT))).toEqual(
      flaw('not-now'),
    );
    expect(disputes.open({ id }, officer, CONTEXT)).toMatchObject({ deeds: ['reopen'] });
  });
});

test('a wrong entry is taken out with all that hangs on it, and is forgotten a year later', () => {
  const desk = archived();
  const { disputes, officer, at, id, store } = desk;
  disputes.retire({ ...at(id), reason: '重复登记' }, officer, CONTEXT);
  for (const { table } of DISPUTE_LEDGERS) {
    const rows = store.raw.prepare(`SELECT retired_at, retain_until FROM ${tableName(table)}`).all();
    for (const row of rows)
      expect(row).toEqual({ retired_at: desk.clock.now(), retain_until: addMonths(TODAY, 12) });
  }
  expect(failureOfWork(() => disputes.open({ id }, officer, CONTEXT))).toEqual({ code: 'missing' });
  const lists = disputes.figures({ from: TODAY, to: TODAY, audience: 'office' }, officer, CONTEXT);
  expect(lists).toMatchObject({ received: 0, archived: 0, inHand: 0 });
});
