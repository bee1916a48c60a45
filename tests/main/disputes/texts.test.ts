/** Through the real office, over its pipe: what happened, what was agreed and who to call never crosses unasked. */
import { expect, onTestFinished, test } from 'vitest';
import {
  agreement,
  anyDispute,
  intake,
  partyA,
  partyB,
  SECRET,
  session,
} from '#tests/support/dispute-words.ts';
import { PUBLIC_ORDER } from '#tests/support/dispute-ways.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { loginOf, openTestOffice, passwordOf } from '#tests/support/office.ts';
import { newDraft, TODAY } from '#tests/support/visits.ts';

const filter = { ...anyDispute, view: 'all' as const };

test('texts and phones leave the office only by a reading that is witnessed', async () => {
  const desk = await openTestOffice({ staffed: true });
  onTestFinished(() => desk.dispose());
  await desk.signIn('officer');
  const { disputes, history } = desk.counter;
  const made = await disputes.register({
    intake: { ...intake, answers: PUBLIC_ORDER },
    parties: [partyA, partyB],
    visit: null,
    draft: newDraft(),
  });
  const { id } = made;
  const begun = await disputes.beginMediation({ id, revision: 1, heldOn: TODAY, exclusions: [] });
  const held = await disputes.holdSession({ id, revision: begun.revision, session, agreement });
  const list = await disputes.list({
    after: null,
    rows: 10,
    filter,
    sort: { by: 'updatedAt', descending: true },
  });
  const open = await disputes.open({ id });
  const [party] = open.partyRows;
  const answers: object[] = [made, begun, held, list, open, await disputes.due({})];
  answers.push(await history.of({ ledger: 'disputes', id }));
  answers.push(await history.of({ ledger: 'dispute_sessions', id: open.sessions[0]?.id ?? '' }));
  for (const answer of answers) {
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    expect(JSON.stringify(answer)).not.toContain('15400015678');
  }
  expect(party).toMatchObject({ phoneMasked: '154····5678' });

  const reason = { reason: 'other', note: '短' } as const;
  expect(await failureOfCall(disputes.read({ id, ...reason }))).toEqual({ code: 'reason-needed' });
  const why = { reason: 'paper', note: '' } as const;
  expect(await disputes.read({ id, ...why })).toEqual({
    summary: SECRET,
    demands: intake.demands,
    sessions: [{ id: open.sessions[0]?.id, course: SECRET }],
    agreement: { facts: agreement.facts, terms: agreement.terms, manner: agreement.manner },
  });
  const reveal = { id: party?.id ?? '', field: 'phone', ...why } as const;
  expect(await disputes.revealPhone(reveal)).toEqual({ value: '15400015678' });
  expect(await history.of({ ledger: 'disputes', id })).toMatchObject([{ what: 'seen' }, {}, {}, {}]);

  // The auditor sees that somebody read, and figures, and no matter.
  await desk.signIn('auditor');
  const page = await desk.counter.journal.page({ after: null, rows: 10, ops: ['V'] });
  expect(page.rows.map(({ ledger, reason: given }) => [ledger, given])).toEqual([
    ['dispute_parties', 'paper'],
    ['disputes', 'paper'],
  ]);
  const range = { from: TODAY, to: TODAY, audience: 'public' } as const;
  expect(await desk.counter.disputes.figures(range)).toMatchObject({ received: null, byBody: [] });
  expect(await failureOfCall(desk.counter.disputes.open({ id }))).toEqual({ code: 'forbidden' });

  await desk.restart();
  await desk.counter.session.unlock({
    login: loginOf('auxiliary'),
    password: passwordOf('auxiliary'),
  });
  expect(await failureOfCall(desk.counter.disputes.open({ id }))).toEqual({ code: 'missing' });
  expect(await failureOfCall(desk.counter.disputes.read({ id, ...why }))).toEqual({ code: 'forbidden' });
});
