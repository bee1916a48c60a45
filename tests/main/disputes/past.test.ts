/** The past of a matter as it is shown, what may be taken back, and the end of its term. */
import { describe, expect, test } from 'vitest';
import { parseChange, readForgotten } from '#bundle-format';
import type { LedgerName } from '#shared/ledgers/names.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { RETAINED } from '#main/retention/retained.ts';
import { systemCaller } from '#main/session/callers.ts';
import { PUBLIC_ORDER } from '#tests/support/dispute-ways.ts';
import { agreement, intake, partyA, partyB, SECRET, session } from '#tests/support/dispute-words.ts';
import { openDisputes, type DisputesDesk } from '#tests/support/disputes.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { enquiry, newDraft, TODAY } from '#tests/support/visits.ts';

const OF_DISPUTES: readonly LedgerName[] = [
  'disputes',
  'dispute_parties',
  'dispute_sessions',
  'dispute_agreements',
  'dispute_levels',
  'dispute_referrals',
  'dispute_follow_ups',
];
const CHILD = { ...partyA, name: '张小小', age: 15, minor: true } as const;
const GUARDIAN = { representative: 'guardian', representativeName: '张父' } as const;

/** A mediated case with a minor, with every text that a matter can have. */
function mediated() {
  const desk = openDisputes();
  const { disputes, officer, at } = desk;
  const answers = { ...PUBLIC_ORDER, minor: true };
  const id = desk.taken(officer, { answers }, [{ ...CHILD, ...GUARDIAN }, partyB]);
  disputes.beginMediation({ ...at(id), heldOn: TODAY, exclusions: [] }, officer, CONTEXT);
  const held = { ...session, guardianPresent: true };
  disputes.holdSession({ ...at(id), session: held, agreement }, officer, CONTEXT);
  return { ...desk, id };
}

/** Ends a mediated matter today. */
function archive({ disputes, officer, at, matter }: DisputesDesk, id: string): void {
  disputes.confirmPerformance({ ...at(id), performedOn: TODAY }, officer, CONTEXT);
  disputes.tell({ ...at(id), how: 'desk', satisfied: 'yes' }, officer, CONTEXT);
  for (const { id: followUpId } of matter(id).followUps) {
    const followUp = { doneOn: TODAY, how: 'phone', finding: 'holds', satisfied: 'yes', note: '' } as const;
    disputes.followUp({ ...at(id), followUpId, followUp }, officer, CONTEXT);
  }
  disputes.archive(at(id), officer, CONTEXT);
}

describe('the past of a matter', () => {
  test('tells that texts changed and not how, masks phones, shortens minors and names who did it', () => {
    const { history, matter, id, officer } = mediated();
    const { parties, sessions, agreements, levels } = matter(id);
    const of = (ledger: LedgerName, record = id) => history.of({ ledger, id: record }, officer, CONTEXT);
    const all = [
      of('disputes'),
      ...parties.map((one) => of('dispute_parties', one.id)),
      ...sessions.map((one) => of('dispute_sessions', one.id)),
      ...agreements.map((one) => of('dispute_agreements', one.id)),
      ...levels.map((one) => of('dispute_levels', one.id)),
    ];
    const told = JSON.stringify(all);
    for (const hidden of [SECRET, '15400015678', '张小小']) expect(told).not.toContain(hidden);
    for (const shown of ['154····5678', '张××', '李四光', '李建国', '····']) expect(told).toContain(shown);
  });

  test('is that of nobody who may not see the matter', () => {
    const { history, matter, id, other } = mediated();
    const session = matter(id).sessions[0]?.id ?? '';
    const past = () => history.of({ ledger: 'dispute_sessions', id: session }, other, CONTEXT);
    expect(failureOfWork(past)).toEqual({ code: 'missing' });
  });
});

describe('taking back', () => {
  test('a plain correction of the entry or of a party is done whole', () => {
    const { disputes, history, auxiliary, matter, at, taken } = openDisputes();
    const id = taken(auxiliary);
    disputes.amend({ ...at(id), intake: { ...intake, amount: 900 } }, auxiliary, CONTEXT);
    history.undo({ ledger: 'disputes', ...at(id) }, auxiliary, CONTEXT);
    expect(matter(id).dispute.amount).toBe(intake.amount);
    const party = matter(id).parties[0]?.id ?? '';
    const amended = { id: party, revision: 1, party: { ...partyA, address: '青禾苑' } };
    disputes.amendParty(amended, auxiliary, CONTEXT);
    history.undo({ ledger: 'dispute_parties', id: party, revision: 2 }, auxiliary, CONTEXT);
    expect(matter(id).parties[0]?.address).toBe('');
  });

  test('a deed is not done by half: it is refused for each record that it wrote', () => {
    const { history, matter, id, officer, lines } = mediated();
    const { dispute, parties, sessions, agreements, levels } = matter(id);
    const before = lines();
    for (const [ledger, entry] of [
      ['disputes', dispute],
      ['dispute_parties', parties[0]],
      ['dispute_sessions', sessions[0]],
      ['dispute_agreements', agreements[0]],
      ['dispute_levels', levels[0]],
    ] as const) {
      const { id: its = '', revision = 0 } = entry ?? {};
      const undo = () => history.undo({ ledger, id: its, revision }, officer, CONTEXT);
      expect(failureOfWork(undo), ledger).toEqual({ code: 'too-late' });
    }
    expect(lines()).toEqual(before);
  });

  test('that a party is a minor is in the matter too, and does not go back alone', () => {
    const { disputes, history, auxiliary, matter, at, taken } = openDisputes();
    const id = taken(auxiliary);
    const party = matter(id).parties[0]?.id ?? '';
    const amended = { id: party, revision: 1, party: { ...CHILD, ...GUARDIAN } };
    disputes.amendParty(amended, auxiliary, CONTEXT);
    expect(at(id).revision).toBe(2);
    const undo = () =>
      history.undo({ ledger: 'dispute_parties', id: party, revision: 2 }, auxiliary, CONTEXT);
    expect(failureOfWork(undo)).toEqual({ code: 'too-late' });
  });
});

describe('the end of the term', () => {
  /** Forgets what is due by a day, as the office does by itself. */
  function forgetDue({ store, journal }: DisputesDesk, day: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { ledger, dueIds } of RETAINED) {
      const ids = dueIds(store.raw, day, 1000);
      if (ids.length > 0) counts[ledger.name] = ids.length;
      journal.write(systemCaller, (desk) => {
        for (const id of ids) desk.forget(ledger, id, 'retention');
      });
    }
    return counts;
  }

  test('takes every word of a matter, and leaves the figures of its month as they were', () => {
    const desk = mediated();
    const { id, disputes, officer, store } = desk;
    archive(desk, id);
    const figures = () =>
      disputes.figures({ from: '2026-11-01', to: '2026-11-30', audience: 'office' }, officer, CONTEXT);
    const before = figures();
    expect(before).toMatchObject({ received: 1, archived: 1, inHand: 0 });
    expect(forgetDue(desk, '2029-11-22')).toEqual({});
    expect(forgetDue(desk, '2029-11-23')).toEqual({
      disputes: 1,
      dispute_parties: 2,
      dispute_sessions: 1,
      dispute_agreements: 1,
      dispute_levels: 1,
      dispute_follow_ups: 2,
    });
    expect(figures()).toEqual(before);
    expect(forgetDue(desk, '2039-11-23')).toEqual({});
    const left = OF_DISPUTES.map((table) =>
      JSON.stringify(store.raw.prepare(`SELECT * FROM ${table}`).all()),
    );
    const lines = desk.lines().filter((line) => OF_DISPUTES.some((name) => line.includes(`"${name}"`)));
    for (const text of [...left, ...lines])
      for (const word of [SECRET, '张小小', '李四光', '张父', '青禾苑', '警务室调解室'])
        expect(text).not.toContain(word);
    expect(desk.lines().filter((line) => readForgotten(line) !== null).length).toBeGreaterThan(10);
    verifyStore(store.raw, OFFICE_CODE, LEDGER_TABLES);
  });

  test('of a wrong entry leaves no figure, before and after', () => {
    const desk = mediated();
    const { id, disputes, officer, at } = desk;
    disputes.retire({ ...at(id), reason: '重复登记' }, officer, CONTEXT);
    desk.clock.forward({ days: 365 });
    expect(forgetDue(desk, '2027-11-23')).toMatchObject({ disputes: 1, dispute_parties: 2 });
    expect(
      disputes.figures({ from: '2026-11-01', to: '2026-11-30', audience: 'office' }, officer, CONTEXT),
    ).toMatchObject({ received: 0, archived: 0, inHand: 0 });
  });

  test('of a visit drops its link to the matter', () => {
    const desk = openDisputes();
    const { visitors, disputes, auxiliary, officer, journal, store } = desk;
    const visit = visitors.register({ visit: enquiry, draft: newDraft() }, auxiliary, CONTEXT);
    const { id } = disputes.register(
      {
        intake,
        parties: [partyA, partyB],
        visit: { id: visit.id, revision: 1, visitor: null },
        draft: newDraft(),
      },
      auxiliary,
      CONTEXT,
    );
    expect(disputes.open({ id }, officer, CONTEXT).visits).toHaveLength(1);
    journal.write(systemCaller, (write) => write.forget(visitorsLedger, visit.id, 'retention'));
    expect(disputes.open({ id }, officer, CONTEXT).visits).toEqual([]);
    expect(store.raw.prepare('SELECT dispute_id FROM visitors').pluck().get()).toBeNull();
    expect(parseChange(desk.lines().at(-1) ?? '').d).not.toHaveProperty('disputeId');
  });
});
