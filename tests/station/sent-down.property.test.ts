/** Whatever is lost, doubled, reordered or restored: each order, text and correction arrives once and is settled once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ordersService } from '#main/ledgers/orders/service.ts';
import { residents, residentsLedger } from '#main/ledgers/population/tables.ts';
import { correctionFacts, correctionWords, givenCorrections } from '#station/sending/corrections.ts';
import { givenOrders, orderFacts, orderWords } from '#station/sending/orders.ts';
import { givenTexts, nextVersion, textFacts, textWords } from '#station/sending/texts.ts';
import { whatToSend } from '#station/sending/what-to-send.ts';
import { orderOf, ruleTextOf } from '#tests/bundle-format/office-and-station.ts';
import { now } from '#tests/support/answers.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { testClock } from '#tests/support/clock.ts';
import { openSentDownModel, type Receipt } from './sent-down-model.ts';

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('order', 'text', 'correct') }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('withdraw', 'finish', 'amend', 'answer'), at: fc.nat(5) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('up', 'receipt') }) },
  // Any receipt that was ever written, late, again, or not at all.
  { weight: 4, arbitrary: fc.record({ do: fc.constant('read'), at: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('back-up', 'restore', 'retire') }) },
);
type Step = { readonly do: string; readonly at?: number };

async function run(steps: readonly Step[]): Promise<void> {
  const model = openSentDownModel();
  const { station, officer, context } = model;
  const receipts: Receipt[] = [];
  let serial = 0;
  const id = () => (serial += 1).toString(16).padStart(16, '0');
  const at = () => new Date(Date.UTC(2026, 10, 23, 8, 0, 0, serial)).toISOString();
  const pick = <T>(list: readonly T[], place = 0): T | undefined => list[place % Math.max(1, list.length)];
  const orders = () =>
    ordersService({
      db: model.office().store.read,
      journal: model.office().journal,
      clock: testClock('2026-11-24T01:00:00.000Z'),
      nameOf: () => '',
    });
  const people = () => model.office().store.read.select().from(residents).all();
  const livePeople = () => people().filter(({ retiredAt }) => retiredAt === null);
  const answerAll = (place: number, all: boolean) => {
    const { proposals } = model.office();
    for (const [i, row] of now(proposals.list({}, officer, context)).entries()) {
      if (!all && i !== place) continue;
      const { revision } = now(proposals.open({ id: row.id }, officer, context));
      if (row.stands === 'conflict')
        now(proposals.decline({ id: row.id, revision, reason: '以本室为准' }, officer, context));
      else now(proposals.accept({ id: row.id, revision, fields: row.fields }, officer, context));
    }
  };

  const deeds: Readonly<Record<string, (place: number) => unknown>> = {
    order: () => {
      const one = orderOf({ id: id(), number: `20261123-${String(serial).padStart(3, '0')}`, at: at() });
      return station.addSending(
        OFFICE_CODE,
        { kind: 'order', id: one.id, facts: orderFacts(one), words: orderWords(one), about: null },
        one.at,
      );
    },
    withdraw: async (place) => {
      const given = (await givenOrders(station, OFFICE_CODE)).filter(({ order }) => order.withdrawn === null);
      const one = pick(given, place);
      if (one === undefined) return;
      const ended = JSON.stringify({ sender: '郑审核', reason: '已由他人办理', at: at() });
      await station.endSending(OFFICE_CODE, one.order.id, ended);
    },
    text: async () => {
      const version = nextVersion(await givenTexts(station, OFFICE_CODE), 'work-rules');
      const one = ruleTextOf({ id: id(), version, at: at() });
      await station.addSending(
        OFFICE_CODE,
        { kind: 'text', id: one.id, facts: textFacts(one), words: textWords(one), about: null },
        one.at,
      );
    },
    correct: async () => {
      const record = pick(await station.records(OFFICE_CODE, 'residents'), serial);
      if (record === undefined) return;
      const words = correctionWords({
        fields: { otherName: `别名${'甲乙丙丁'[serial % 4] ?? ''}` },
        reason: '底册',
      });
      const facts = correctionFacts({ officer: '郑审核' });
      const sending = { kind: 'correction', id: id(), facts, words, about: record } as const;
      await station.addSending(OFFICE_CODE, sending, at());
    },
    finish: (place) => {
      const rows = now(orders().list({ after: null, rows: 100, open: true }, officer, context)).rows;
      const one = pick(rows, place);
      if (one !== undefined)
        now(orders().finish({ id: one.id, revision: one.revision, feedback: '已办。' }, officer, context));
    },
    amend: (place) => {
      const one = pick(livePeople(), place);
      if (one === undefined) return;
      const otherName = `曾用${'甲乙丙丁'[(serial += 1) % 4] ?? ''}`;
      model
        .office()
        .journal.write(officer, (desk) => desk.patch(residentsLedger, one.id, one.revision, { otherName }));
    },
    retire: () => {
      const one = livePeople()[1];
      if (one === undefined) return;
      model
        .office()
        .journal.write(officer, (desk) => desk.retire(residentsLedger, one.id, one.revision, '重复'));
    },
    answer: (place) => answerAll(place, false),
    up: () => model.up(),
    receipt: async () => receipts.push(await model.receipt()),
    read: (place) => {
      const one = pick(receipts, place);
      if (one !== undefined) model.read(one);
    },
    'back-up': () => model.backUp(),
    restore: () => model.restore(),
  };

  for (const name of ['何远', '周明', '冯敏']) model.resident(name);
  await model.up();
  for (const { do: what, at: place = 0 } of steps) await deeds[what]?.(place);

  // Then the sticks arrive again, and somebody answers.
  for (let round = 0; round < 4; round += 1) {
    await model.up();
    model.read(await model.receipt());
    answerAll(0, true);
  }
  expect(await whatToSend(station, OFFICE_CODE)).toEqual({ orders: [], texts: [], corrections: [] });

  const { store } = model.office();
  const counted = (sql: string) => store.raw.prepare(sql).all() as { what: string; times: number }[];
  const taken = counted('SELECT sent_id AS what, count(*) AS times FROM orders GROUP BY sent_id');
  const given = await givenOrders(station, OFFICE_CODE);
  expect(taken.map(({ what }) => what).toSorted()).toEqual(given.map(({ order }) => order.id).toSorted());
  expect(taken.every(({ times }) => times === 1)).toBe(true);
  const states = new Map(
    (
      store.raw.prepare('SELECT sent_id AS what, state FROM orders').all() as {
        what: string;
        state: string;
      }[]
    ).map(({ what, state }) => [what, state]),
  );
  for (const { order, stands } of given) {
    expect(states.get(order.id)).toBe(stands);
    if (order.withdrawn !== null) expect(['withdrawn', 'done']).toContain(stands);
  }
  const answered = counted(
    `SELECT json_extract(line, '$.d.correction') AS what, count(*) AS times FROM journal WHERE op = 'C' GROUP BY 1`,
  );
  expect(answered.every(({ times }) => times === 1)).toBe(true);
  const ends = (await givenCorrections(station, OFFICE_CODE)).map(({ end }) => end);
  expect(ends.filter((end) => end === 'waiting')).toEqual([]);
  expect(counted('SELECT id AS what, 1 AS times FROM proposals')).toEqual([]);
}

test('whatever happens on the way, each arrives once, is settled once, and then nothing is sent any more', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 40 }), run),
    // Always the same traces: a failure here is a defect, never bad luck.
    { numRuns: 12, seed: 20_261_123, endOnFailure: true },
  );
});
