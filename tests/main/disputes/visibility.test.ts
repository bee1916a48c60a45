/** Who sees which matter, call by call. What an auxiliary may not see is missing, and domestic violence is in no list. */
import { describe, expect, test } from 'vitest';
import type { disputesContract } from '#shared/contract/disputes/disputes.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { ROUTES, type Route } from '#shared/ledgers/disputes/codes.ts';
import { NATURES, type Nature } from '#shared/ledgers/disputes/questions.ts';
import { isOpen, isViolence, STAGES, type Stage } from '#shared/ledgers/disputes/stages.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import { disputePartiesLedger, disputesLedger } from '#main/ledgers/disputes/ledgers.ts';
import type { disputeParties, disputes } from '#main/ledgers/disputes/tables.ts';
import { disputeInputs } from '#tests/support/dispute-inputs.ts';
import { DISPUTE_SAMPLES } from '#tests/support/dispute-samples.ts';
import { PUBLIC_ORDER, VIOLENCE } from '#tests/support/dispute-ways.ts';
import { anyDispute, intake, partyA, partyB, referral, session } from '#tests/support/dispute-words.ts';
import { openDisputes, type DisputesDesk } from '#tests/support/disputes.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { newDraft, TODAY } from '#tests/support/visits.ts';

type View = 'open' | 'due' | 'overdue' | 'waiting' | 'archived' | 'all' | 'violence';
const VIEWS: readonly View[] = ['open', 'due', 'overdue', 'waiting', 'archived', 'all', 'violence'];
const CALLS = Object.keys(disputeInputs()).map((name) => name.slice('disputes.'.length));

function idsIn({ disputes: calls }: DisputesDesk, caller: Caller, view: View): string[] {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const request = { after, rows: 100, sort: { by: 'receivedAt' as const, descending: true } };
    const page = calls.list({ ...request, filter: { ...anyDispute, view } }, caller, CONTEXT);
    ids.push(...page.rows.map(({ id }) => id));
    expect(page.total).toBeGreaterThanOrEqual(page.rows.length);
    if (page.next === null) return ids.sort();
    after = page.next;
  }
}

describe('every stage, way and owner', () => {
  interface Case {
    readonly id: string;
    readonly stage: Stage;
    readonly route: Route | null;
    readonly nature: Nature;
    readonly whose: 'registered' | 'owned' | 'neither';
  }

  /** One matter of each, whether it could come about or not: who sees it must not rest on that. */
  function oneOfEach(desk: DisputesDesk): Case[] {
    const { journal, officer, auxiliary } = desk;
    const values = DISPUTE_SAMPLES.disputes.values() as NewRow<typeof disputes>;
    return journal.write(officer, (write) =>
      STAGES.flatMap((stage) =>
        [null, ...ROUTES].flatMap((route) =>
          NATURES.flatMap((nature) =>
            (['registered', 'owned', 'neither'] as const).map((whose): Case => {
              const registeredBy = whose === 'registered' ? auxiliary.staff : officer.staff;
              const owner = whose === 'owned' ? auxiliary.staff : officer.staff;
              const of = { stage, route, nature };
              const { id } = write.put(disputesLedger, { ...values, ...of, registeredBy, owner });
              const party = DISPUTE_SAMPLES.dispute_parties.values() as NewRow<typeof disputeParties>;
              write.put(disputePartiesLedger, { ...party, disputeId: id });
              return { id, whose, ...of };
            }),
          ),
        ),
      ),
    );
  }

  /** The rule once more, in the order in which it is told to people. */
  function isSeenByAuxiliary({ stage, route, nature, whose }: Case): boolean {
    if (stage.startsWith('violence')) return false;
    if (whose !== 'neither') return true;
    if (stage === 'archived') return false;
    if (route === null || route === 'people-mediation' || route === 'court') return true;
    return route === 'other-body' && nature === 'civil';
  }

  test('an auxiliary sees what they took in or own and open civil matters, and an officer all', () => {
    const desk = openDisputes();
    const { auxiliary, officer, disputes: calls, history } = desk;
    const cases = oneOfEach(desk);
    expect(cases).toHaveLength(13 * 8 * 2 * 3);
    const seen = cases.filter(isSeenByAuxiliary);
    expect(idsIn(desk, auxiliary, 'all')).toEqual(seen.map(({ id }) => id).sort());
    expect(idsIn(desk, officer, 'all')).toEqual(
      cases.flatMap(({ id, stage }) => (isViolence(stage) ? [] : [id])).sort(),
    );
    expect(idsIn(desk, auxiliary, 'violence')).toEqual([]);
    expect(idsIn(desk, officer, 'violence')).toEqual(
      cases.flatMap(({ id, stage }) => (isViolence(stage) ? [id] : [])).sort(),
    );
    for (const [index, one] of cases.entries()) {
      const open = () => calls.open({ id: one.id }, auxiliary, CONTEXT);
      const past = () => history.of({ ledger: 'disputes', id: one.id }, auxiliary, CONTEXT);
      // The past goes through the same door: a few of them.
      for (const answer of index % 11 === 0 ? [open, past] : [open])
        if (isSeenByAuxiliary(one)) expect(answer()).toBeTruthy();
        else expect(failureOfWork(answer)).toEqual({ code: 'missing' });
    }
  });

  test('each view shows what its name says', () => {
    const desk = openDisputes();
    const cases = oneOfEach(desk);
    const open = cases.filter(({ stage }) => isOpen(stage) && !isViolence(stage));
    const ids = (some: readonly Case[]) => some.map(({ id }) => id).sort();
    expect(idsIn(desk, desk.officer, 'open')).toEqual(ids(open));
    expect(idsIn(desk, desk.officer, 'waiting')).toEqual(
      ids(open.filter(({ stage }) => stage === 'referred')),
    );
    expect(idsIn(desk, desk.officer, 'archived')).toEqual(
      ids(cases.filter(({ stage }) => stage === 'archived')),
    );
    // All are due on the 24th.
    for (const [days, due, overdue] of [
      [0, open, []],
      [2, open, open],
    ] as const) {
      desk.clock.forward({ days });
      expect(idsIn(desk, desk.officer, 'due')).toEqual(ids(due));
      expect(idsIn(desk, desk.officer, 'overdue')).toEqual(ids(overdue));
      expect(desk.disputes.due({}, desk.officer, CONTEXT)).toMatchObject({
        open: open.length,
        overdue: overdue.length,
      });
    }
    const early = openDisputes();
    oneOfEach(early);
    early.clock.forward({ days: -7 });
    expect(idsIn(early, early.officer, 'due')).toEqual([]);
  });
});

describe('domestic violence', () => {
  /** A dispute that an auxiliary took in, which turned out to be domestic violence; with a referral, and one beside it. */
  function reported() {
    const desk = openDisputes();
    const { disputes: calls, auxiliary, officer } = desk;
    const beside = desk.taken(auxiliary);
    const id = desk.taken(auxiliary, {}, [{ ...partyA, name: '李秀莲' }, partyB]);
    calls.refer({ ...desk.at(id), referral }, auxiliary, CONTEXT);
    const done = calls.reportViolence({ ...desk.at(id), officer: officer.staff }, auxiliary, CONTEXT);
    return { ...desk, id, beside, done };
  }

  test('goes to an officer at once, and the auxiliary who took it in sees it no more', () => {
    const desk = reported();
    expect(desk.done).toMatchObject({ stage: 'violence', seen: false });
    expect(desk.matter(desk.id).dispute).toMatchObject({
      owner: desk.officer.staff,
      officer: desk.officer.staff,
      violence: true,
      dueOn: TODAY,
      route: 'domestic-violence',
    });
    for (const view of VIEWS) expect(idsIn(desk, desk.auxiliary, view)).not.toContain(desk.id);
    for (const view of VIEWS)
      expect(idsIn(desk, desk.officer, view).includes(desk.id)).toBe(view === 'violence');
  });

  test('is in no answer to an auxiliary, whatever they ask', () => {
    const desk = reported();
    const { auxiliary, disputes: calls, matter, id, store } = desk;
    const inputs = disputeInputs();
    const before = desk.lines();
    const own = ['register', 'list', 'due', 'alike', 'figures'];
    for (const call of CALLS.filter((name) => !own.includes(name))) {
      const party = matter(id).parties[0]?.id ?? '';
      const isParty = ['amendParty', 'dropParty', 'revealPhone'].includes(call);
      const given = inputs[`disputes.${call}`] as object;
      const its = isParty ? { id: party, revision: 1 } : desk.at(id);
      const ask = calls[call as keyof typeof disputesContract] as (...args: unknown[]) => unknown;
      expect({ call, ...failureOfWork(() => ask({ ...given, ...its }, auxiliary, CONTEXT)) }).toEqual({
        call,
        code: 'missing',
      });
    }
    expect(desk.lines()).toEqual(before);
    for (const ledger of ['dispute_parties', 'dispute_levels', 'dispute_referrals'] as const) {
      const entry = store.raw.prepare(`SELECT id FROM ${ledger} WHERE dispute_id = ?`).pluck().get(id);
      const past = { ledger, id: String(entry) };
      expect(failureOfWork(() => desk.history.of(past, auxiliary, CONTEXT))).toEqual({ code: 'missing' });
    }
    const asked = [
      calls.due({}, auxiliary, CONTEXT),
      calls.alike({ addressId: null, residents: ['07-000001', '07-000002'] }, auxiliary, CONTEXT),
    ];
    expect(JSON.stringify(asked)).not.toContain('李秀莲');
    expect(calls.due({}, auxiliary, CONTEXT)).toMatchObject({ open: 1, rows: [{ id: desk.beside }] });
  });

  test('taken in at the desk says what to do, and shows nothing', () => {
    const desk = openDisputes();
    const { auxiliary, officer, disputes: calls } = desk;
    const input = {
      intake: { ...intake, answers: VIOLENCE, officer: officer.staff },
      parties: [partyA],
      visit: null,
      draft: newDraft(),
    };
    const answer = calls.register(input, auxiliary, CONTEXT);
    expect(answer).toEqual({ id: '07-000001', fork: 'violence', dispute: null });
    expect(calls.register(input, auxiliary, CONTEXT)).toEqual(answer);
    expect(desk.matter('07-000001').dispute).toMatchObject({
      stage: 'violence',
      owner: officer.staff,
      registeredBy: auxiliary.staff,
    });
  });

  test('found out while an entry is put right leaves the list of disputes too', () => {
    const desk = openDisputes();
    const { auxiliary, officer, disputes: calls } = desk;
    const id = desk.taken(auxiliary);
    const violent = { ...intake, answers: VIOLENCE, officer: officer.staff };
    const amended = calls.amend({ ...desk.at(id), intake: violent }, auxiliary, CONTEXT);
    expect(amended).toMatchObject({ stage: 'violence', seen: false });
    const back = { ...desk.at(id), intake: { ...violent, answers: PUBLIC_ORDER } };
    expect(failureOfWork(() => calls.amend(back, officer, CONTEXT))).toEqual({
      code: 'invalid',
      issues: [{ field: 'violence', rule: 'stays' }],
    });
  });

  test('found out in a mediation is reported by the auxiliary too, who sees it no more', () => {
    const desk = openDisputes();
    const { auxiliary, officer, disputes: calls } = desk;
    const id = desk.taken(auxiliary, { answers: PUBLIC_ORDER, officer: officer.staff });
    calls.beginMediation({ ...desk.at(id), heldOn: TODAY, exclusions: [] }, officer, CONTEXT);
    const report = { ...desk.at(id), officer: null };
    expect(calls.reportViolence(report, auxiliary, CONTEXT)).toMatchObject({ seen: false });
    const hold = { ...desk.at(id), session: { ...session, outcome: 'failed' as const }, agreement: null };
    expect(failureOfWork(() => calls.holdSession(hold, officer, CONTEXT))).toMatchObject({
      issues: [{ field: 'deed', rule: 'not-now' }],
    });
  });

  test('has no result, no figure and nobody at the table; a referral that waits makes none of it', () => {
    const { disputes: calls, officer, matter, at, id } = reported();
    const asked = matter(id).referrals[0]?.id ?? '';
    const answer = { answeredOn: TODAY, outcome: 'settled', answer: '已和好' } as const;
    const notNow = { code: 'invalid', issues: [{ field: 'deed', rule: 'not-now' }] };
    const tries = [
      () => calls.answerReferral({ ...at(id), referral: asked, answer, agreement: null }, officer, CONTEXT),
      () => calls.answerInvitation({ ...at(id), referral: asked, answer }, officer, CONTEXT),
      () => calls.invite({ ...at(id), referral }, officer, CONTEXT),
      () => calls.escalate({ ...at(id), level: 'judicial', reason: '升级' }, officer, CONTEXT),
      () => calls.settleThemselves(at(id), officer, CONTEXT),
    ];
    for (const one of tries) expect(failureOfWork(one)).toEqual(notNow);
    const range = { from: '2026-01-01', to: '2026-12-31', audience: 'office' } as const;
    expect(calls.figures(range, officer, CONTEXT)).toMatchObject({ received: 1, inHand: 1, byBody: [] });
    expect(matter(id).dispute.result).toBeNull();
  });

  test('ends by the hand-over and by telling the victim, and is kept for a year', () => {
    const { disputes: calls, officer, matter, at, id, clock } = reported();
    clock.forward({ days: 1 });
    calls.handOverViolence({ ...at(id), receipt: '青派〔2026〕13号' }, officer, CONTEXT);
    expect(matter(id).dispute).toMatchObject({ stage: 'violence-handed', receipt: '青派〔2026〕13号' });
    calls.tellVictim({ ...at(id), how: 'visit' }, officer, CONTEXT);
    const { dispute, parties, referrals } = matter(id);
    expect(dispute).toMatchObject({ stage: 'violence-ended', toldHow: 'visit', archivedOn: '2026-11-24' });
    for (const one of [dispute, ...parties, ...referrals]) expect(one.retainUntil).toBe('2027-11-24');
  });
});
