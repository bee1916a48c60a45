import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainNext, chainStart, leafOf, parseChange } from '#bundle-format';
import { SCHEMA } from '#main/db/migrate.ts';
import { verifyStore } from '#main/db/verify.ts';
import { drafts } from '#main/db/shelf-tables.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { newVisit } from '#main/ledgers/visitors/service.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { OFFICE_CODE, openTestStore, type TestStore } from '#tests/support/store.ts';
import { enquiry } from '#tests/support/visits.ts';

const visitOf = (desk: TestStore, name: string) =>
  newVisit({ ...enquiry, name }, desk.officer, desk.clock.now(), OFFICE_CODE);
const put = (desk: TestStore, name: string) =>
  desk.journal.write(desk.officer, (write) => write.put(visitorsLedger, visitOf(desk, name)));
const proves = (desk: TestStore) => verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);

describe('the journal', () => {
  test('writes row and line together or neither, whatever stops it', () => {
    const desk = openTestStore();
    const first = put(desk, '张欣');
    const before = desk.lines();
    const rows = () => desk.store.raw.prepare('SELECT * FROM visitors ORDER BY id').all();
    const standing = rows();
    expect(() =>
      desk.journal.write(desk.officer, (write) => {
        write.put(visitorsLedger, visitOf(desk, '刘洋'));
        write.patch(visitorsLedger, first.id, 1, { name: '张新' });
        write.note('A', 'office', '-', { event: 'test' });
        write.shelves.keep(drafts, {
          id: 'd1',
          staff: 'x',
          form: 'visitor',
          content: 'x',
          record: null,
          keptAt: write.now,
        });
        throw new Error('the power went');
      }),
    ).toThrow('the power went');
    expect(desk.lines()).toEqual(before);
    expect(rows()).toEqual(standing);
    expect(desk.store.raw.prepare('SELECT count(*) FROM drafts').pluck().get()).toBe(0);
    proves(desk);
  });

  test('goes on from the right line after a write was taken back', () => {
    const desk = openTestStore();
    for (let round = 0; round < 5; round += 1) {
      expect(() =>
        desk.journal.write(desk.officer, (write) => {
          write.put(visitorsLedger, visitOf(desk, '刘洋'));
          throw new Error('no');
        }),
      ).toThrow('no');
      put(desk, `张欣${round}`);
    }
    const numbers = desk.lines().map((line) => parseChange(line).n);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    proves(desk);
  });

  test('keeps the canonical text of each line and a chain that anybody can compute', () => {
    const desk = openTestStore();
    const row = put(desk, '张欣');
    desk.journal.write(desk.officer, (write) => write.retire(visitorsLedger, row.id, 1, '错录'));
    const rows = desk.store.raw.prepare('SELECT line, leaf, h FROM journal ORDER BY n').all() as {
      line: string;
      leaf: Buffer;
      h: Buffer;
    }[];
    let h: Buffer = chainStart(OFFICE_CODE, 1);
    for (const { line, leaf, h: stored } of rows) {
      h = chainNext(h, leafOf(line));
      expect(leaf.equals(leafOf(line))).toBe(true);
      expect(stored.equals(h)).toBe(true);
      expect(line.endsWith('\n')).toBe(true);
    }
    expect(proves(desk).head).toBe(h.toString('hex'));
    const line = rows.at(-1)?.line.replace(/"r":"[^"]+"/, '"r":"…"');
    expect(line).toBe(
      `{"n":4,"t":"2026-11-23T01:41:00.000Z","u":"07-000001","via":"desk","l":"visitors","k":"07-000001","op":"X","b":1,"v":2,"d":{},"why":"错录","s":${SCHEMA},"r":"…"}\n`,
    );
  });

  test('gives lines about people a secret, so that the same fact twice has two leaves', () => {
    const desk = openTestStore();
    put(desk, '张欣');
    put(desk, '张欣');
    const secrets = desk
      .lines()
      .slice(-2)
      .map((line) => parseChange(line).r);
    expect(new Set(secrets).size).toBe(2);
    expect(secrets.every((secret) => secret !== undefined)).toBe(true);
  });

  test('notes once that the clock of the PC went back, and orders by number all the same', () => {
    const desk = openTestStore();
    put(desk, '张欣');
    desk.clock.forward({ days: -3650 });
    put(desk, '刘洋');
    put(desk, '王敏');
    const tail = desk.lines().slice(-4).map(parseChange);
    expect(tail.map(({ op }) => op)).toEqual(['I', 'A', 'I', 'I']);
    expect(tail[1]?.d).toEqual({
      event: 'clock-backwards',
      was: '2026-11-23T01:41:00.000Z',
      is: desk.clock.now(),
    });
    proves(desk);
  });

  test('tells who listens which ledgers changed, after it is committed and not when it is not', () => {
    const desk = openTestStore();
    const heard: string[][] = [];
    desk.journal.onChange((ledgers) => heard.push([...ledgers]));
    put(desk, '张欣');
    expect(() =>
      desk.journal.write(desk.officer, (write) => {
        write.put(visitorsLedger, visitOf(desk, '刘洋'));
        throw new Error('no');
      }),
    ).toThrow('no');
    desk.journal.write(desk.officer, (write) => write.note('A', 'office', '-', { event: 'test' }));
    expect(heard).toEqual([['visitors']]);
  });

  test('cannot be rewritten, cut, or given a line out of its place', () => {
    const desk = openTestStore();
    put(desk, '张欣');
    const before = desk.lines();
    const copyAs = (n: string, epoch = 'epoch') =>
      `INSERT INTO journal SELECT ${epoch}, ${n}, line, leaf, h, ledger, record, op FROM journal WHERE n = 1`;
    for (const sql of [
      `UPDATE journal SET line = replace(line, '李建国', '李建军')`,
      `UPDATE journal SET op = 'A' WHERE n = 3`,
      `UPDATE journal SET n = n + 1 WHERE n = 3`,
      'DELETE FROM journal WHERE n = 3',
      'DELETE FROM journal',
    ])
      expect(() => desk.store.write.exec(sql), sql).toThrow('journal: append only');
    for (const sql of [copyAs('5'), copyAs('0'), copyAs('-1')])
      expect(() => desk.store.write.exec(sql), sql).toThrow('journal: not dense');
    for (const epoch of ['2', '0'])
      expect(() => desk.store.write.exec(copyAs('1', epoch))).toThrow('journal: not the present epoch');
    expect(() => desk.store.write.exec(copyAs('3'))).toThrow();
    expect(() => desk.store.write.exec(copyAs('3').replace('INSERT', 'INSERT OR REPLACE'))).toThrow();
    expect(desk.lines()).toEqual(before);
  });

  test('is not writable through the handle that reads', () => {
    const desk = openTestStore();
    expect(() => desk.store.raw.prepare(`INSERT INTO sequences VALUES ('x', 1)`).run()).toThrow(/readonly/);
  });

  test('refuses a value that no line can carry, and then has written nothing', () => {
    const desk = openTestStore();
    const before = desk.lines();
    for (const values of [{ people: 1.5 }, { people: Number.NaN }, { name: 'half \uD800' }])
      expect(() =>
        desk.journal.write(desk.officer, (write) =>
          write.put(visitorsLedger, { ...visitOf(desk, '张欣'), ...values }),
        ),
      ).toThrow(TypeError);
    expect(desk.lines()).toEqual(before);
    expect(desk.store.raw.prepare('SELECT count(*) FROM visitors').pluck().get()).toBe(0);
  });
});

describe('any history of any records', () => {
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('put' as const),
        name: fc.string({ unit: 'grapheme', maxLength: 8 }),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('patch' as const),
        at: fc.nat(),
        name: fc.option(fc.string({ maxLength: 4 }), { nil: null }),
        people: fc.integer({ min: 1, max: 99 }),
        papersChecked: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('retire' as const), at: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('clock' as const), minutes: fc.integer({ min: -60, max: 60 }) }),
    },
  );

  test('verifies, and replays from its lines to the rows that stand', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const desk = openTestStore({ keep: true });
        try {
          const live = new Map<string, number>();
          const at = (n: number) => [...live][n % Math.max(1, live.size)];
          for (const one of steps) {
            if (one.do === 'clock') desk.clock.forward({ minutes: one.minutes });
            else if (one.do === 'put') live.set(put(desk, one.name).id, 1);
            else if (one.do === 'fail')
              expect(() =>
                desk.journal.write(desk.officer, (write) => {
                  write.put(visitorsLedger, visitOf(desk, 'x'));
                  throw new Error('no');
                }),
              ).toThrow('no');
            else {
              const [id, revision] = at(one.at) ?? [];
              if (id === undefined || revision === undefined) continue;
              if (one.do === 'retire') {
                desk.journal.write(desk.officer, (write) => write.retire(visitorsLedger, id, revision, 'x'));
                live.delete(id);
              } else {
                const { name, people, papersChecked } = one;
                const row = desk.journal.write(desk.officer, (write) =>
                  write.patch(visitorsLedger, id, revision, { name, people, papersChecked }),
                );
                live.set(id, row.revision);
              }
            }
          }
          const proof = proves(desk);
          expect(proof.lines).toBe(desk.lines().length);
          const count = desk.store.raw
            .prepare('SELECT count(*) FROM visitors WHERE retired_at IS NULL')
            .pluck()
            .get();
          expect(count).toBe(live.size);
        } finally {
          desk.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});
