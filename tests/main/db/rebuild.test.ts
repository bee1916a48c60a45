/** From the lines a station holds the same store comes again, whatever was written and forgotten in it. */
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chainNext,
  encodeChange,
  encodeForgotten,
  leafOf,
  parseChange,
  readForgotten,
  type BundleLine,
} from '#bundle-format';
import { baseHere, beginEpoch, epochsOf, startOf } from '#main/db/epoch.ts';
import { openJournal } from '#main/db/journal.ts';
import { migrate } from '#main/db/migrate.ts';
import { openStore, type Store } from '#main/db/open.ts';
import { rebuild } from '#main/db/rebuild.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { systemCaller } from '#main/session/callers.ts';
import { anyHistory, live } from '#tests/support/histories.ts';
import { OFFICE_CODE, openTestStore, type TestStore } from '#tests/support/store.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** As a rescue brings them: the text, and the chain after it. */
function* linesOf({ store }: TestStore): Generator<BundleLine> {
  const rows = store.raw.prepare('SELECT n, line FROM journal ORDER BY epoch, n').all() as {
    n: number;
    line: string;
  }[];
  const [first] = epochsOf(store.raw);
  let chain = startOf(OFFICE_CODE, first);
  for (const { n, line } of rows) {
    chain = chainNext(chain, leafOf(line));
    const forgotten = readForgotten(line);
    yield { n, line, chain, forgotten, change: forgotten === null ? parseChange(line) : null };
  }
}

function rebuilt(desk: TestStore): Store {
  const store = openStore(join(tempFolder(), 'office.db'), desk.key, { create: true });
  migrate(store.write, () => undefined);
  const builder = rebuild(store.write, LEDGER_TABLES);
  for (const line of linesOf(desk)) builder.take(line);
  expect(builder.finish()).toEqual([]);
  return store;
}

const inStore = ({ raw }: Pick<Store, 'raw'>, sql: string) => raw.prepare(sql).all();
const VISITS =
  "SELECT * FROM visitors WHERE id NOT IN (SELECT record FROM journal WHERE op = 'F') ORDER BY id";
/** Of a forgotten one nobody knows any more when it began, and by whom. */
const FORGOTTEN = `SELECT id, revision, change_n, updated_at, updated_by, name, phone, people, matter, state, summary
   FROM visitors WHERE id IN (SELECT record FROM journal WHERE op = 'F') ORDER BY id`;

test('after any history every row, every number and the guards of every table are the same again', () => {
  const desk = openTestStore();
  let runs = 0;
  fc.assert(
    fc.property(anyHistory, (steps) => {
      const { gone } = live(desk, steps, `${(runs += 1)}-`);
      const store = rebuilt(desk);
      try {
        for (const sql of [
          VISITS,
          FORGOTTEN,
          'SELECT * FROM staff',
          'SELECT * FROM sequences ORDER BY ledger',
          'SELECT epoch, n, line, leaf, h FROM journal ORDER BY epoch, n',
          'SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name',
        ])
          expect(inStore(store, sql), sql).toEqual(inStore(desk.store, sql));
        const proof = verifyStore(store.raw, OFFICE_CODE, LEDGER_TABLES);
        expect(proof).toMatchObject({
          ...verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES),
          forgotten: 0,
          forgottenIn: {},
        });
        const text = JSON.stringify([
          inStore(store, 'SELECT * FROM visitors'),
          inStore(store, 'SELECT line FROM journal'),
        ]);
        for (const mark of gone) expect(text).not.toContain(mark);
      } finally {
        store.close();
      }
    }),
    { numRuns: 4 },
  );
});

test('what was forgotten on a way the office went back from stays forgotten, though the office had gone on with it', () => {
  const desk = openTestStore();
  live(desk, [
    { do: 'put', at: 0, name: '先忘的人' },
    { do: 'put', at: 0, name: '刘洋' },
  ]);
  const held = [...linesOf(desk)];
  const point = { epoch: 1, n: held.length, chain: held.at(-1)?.chain.toString('hex') ?? '' };
  const id = held.find(({ change }) => change?.l === 'visitors')?.change?.k ?? '';
  desk.journal.write(systemCaller, (write) => write.forget(visitorsLedger, id, 'retention'));
  const forgetting = [...linesOf(desk)].at(-1)?.change ?? null;
  if (forgetting === null) throw new Error('nothing was forgotten');
  // As the station holds it: the F line has come, and taken the text of the line before.
  const [first, gone] = [
    forgetting.k,
    held.find(({ change }) => change?.k === forgetting.k && change.l === 'visitors'),
  ];
  if (gone === undefined) throw new Error('no line');

  const store = openStore(join(tempFolder(), 'office.db'), desk.key, { create: true });
  migrate(store.write, () => undefined);
  const builder = rebuild(store.write, LEDGER_TABLES);
  for (const line of held) {
    const leaf = leafOf(line.line).toString('hex');
    builder.take(line === gone ? { ...line, line: encodeForgotten({ n: line.n, leaf }) } : line);
  }
  builder.pass(taken(encodeChange({ ...forgetting, n: point.n + 1 }), Buffer.alloc(32)));
  builder.begin({ epoch: 2, base: point });
  const on = { ...forgetting, op: 'U', n: 1, b: 1, v: 2, d: { name: '还在用的名字' } } as const;
  const start = startOf(OFFICE_CODE, { epoch: 2, base: point });
  const line = encodeChange(on);
  builder.take(taken(line, chainNext(start, leafOf(line))));
  expect(builder.finish()).toEqual([{ ledger: visitorsLedger, id: first }]);

  const journal = openJournal(store.write, OFFICE_CODE, desk.clock);
  beginEpoch(store.write, 3, baseHere(store.raw, OFFICE_CODE));
  journal.write(systemCaller, (write) => write.forget(visitorsLedger, first, 'retention'));
  expect(verifyStore(store.raw, OFFICE_CODE, LEDGER_TABLES).rows).toMatchObject({ visitors: 2 });
  expect(inStore(store, 'SELECT name, people, matter FROM visitors ORDER BY id')).toMatchObject([
    { name: null, people: 1, matter: 'help' },
    { name: expect.stringContaining('刘洋') },
  ]);
  expect(JSON.stringify(inStore(store, 'SELECT line FROM journal'))).not.toContain('还在用的名字');
  store.close();
});

function taken(line: string, chain: Buffer): BundleLine {
  const change = parseChange(line);
  return { n: change.n, line, chain, change, forgotten: null };
}
