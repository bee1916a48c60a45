/** Forgetting in a real encrypted store: what goes, what stays, and that nothing of it is left in the file. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainNext, chainStart, leafOf, parseChange, readForgotten } from '#bundle-format';
import { copyStore } from '#main/db/copy.ts';
import { compactStore } from '#main/db/forget.ts';
import type { Desk } from '#main/db/journal.ts';
import { openStore } from '#main/db/open.ts';
import { verifyChain, verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { newVisit } from '#main/ledgers/visitors/service.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { officeLedger } from '#main/office/table.ts';
import { systemCaller } from '#main/session/callers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { decryptSqlcipher } from '#tests/support/sqlcipher-reader.ts';
import { OFFICE_CODE, openTestStore, type TestStore } from '#tests/support/store.ts';
import { enquiry } from '#tests/support/visits.ts';

const CONTEXT = { signal: undefined };
const proves = (desk: TestStore) => verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
const rowOf = (desk: TestStore, id: string) =>
  desk.store.raw.prepare('SELECT * FROM visitors WHERE id = ?').get(id) as Record<string, unknown>;

function visitOf(desk: TestStore, name: string, summary: string | null = null) {
  const visit = { ...enquiry, name, phone: '15400015678', summary, people: 2, matter: 'help' as const };
  return newVisit(visit, desk.officer, desk.clock.now(), OFFICE_CODE);
}
const inOne = <T>(desk: TestStore, work: (write: Desk) => T) => desk.journal.write(desk.officer, work);
function put(desk: TestStore, name: string, summary: string | null = null): string {
  return inOne(desk, (write) => write.put(visitorsLedger, visitOf(desk, name, summary))).id;
}
const rename = (desk: TestStore, id: string, revision: number, name: string) =>
  desk.journal.write(desk.officer, (write) => write.patch(visitorsLedger, id, revision, { name }));
const forget = (desk: TestStore, id: string) =>
  desk.journal.write(systemCaller, (write) => write.forget(visitorsLedger, id, 'retention'));

/** One visit registered, changed and looked at, and a second one that stays. */
function visited() {
  const desk = openTestStore();
  const id = put(desk, '张欣', '手机遗失');
  rename(desk, id, 1, '张新');
  desk.journal.write(desk.officer, (write) =>
    write.note('V', 'visitors', id, { call: 'visitors.reveal' }, 'call-back: 回访'),
  );
  const other = put(desk, '刘洋');
  return { desk, id, other };
}

describe('a forgotten visit', () => {
  test('keeps what figures are made of, leaves the ledger, and is named once more by its F line', () => {
    const { desk, id, other } = visited();
    const before = rowOf(desk, id);
    desk.clock.forward({ days: 365 });
    const n = forget(desk, id);
    const kept = {
      arrived_at: before['arrived_at'],
      people: 2,
      matter: 'help',
      handled_by: desk.officer.staff,
      result: null,
      satisfied: 'not-asked',
      state: 'received',
      source: 'desk',
      synthetic: 1,
    };
    expect(rowOf(desk, id)).toMatchObject({
      ...kept,
      revision: 3,
      change_n: n,
      retired_at: desk.clock.now(),
      updated_by: 'system',
    });
    for (const gone of ['name', 'phone', 'summary', 'left_at', 'referred_to', 'promised_on', 'replied_on'])
      expect(rowOf(desk, id)[gone], gone).toBeNull();
    expect(rowOf(desk, id)).toMatchObject({ retain_until: '', legal_basis: '', papers_checked: 0 });
    const line = parseChange(desk.lines()[n - 1] ?? '');
    expect(line).toMatchObject({ u: 'system', via: 'system', k: id, op: 'F', b: 3, v: 3, why: 'retention' });
    expect(line.r).toBeUndefined();
    expect(line.d).toEqual({
      arrivedAt: before['arrived_at'],
      handledBy: desk.officer.staff,
      matter: 'help',
      people: 2,
      result: null,
      satisfied: 'not-asked',
      source: 'desk',
      state: 'received',
      synthetic: true,
    });
    expect(rowOf(desk, other)).toMatchObject({ name: '刘洋', retired_at: null });
    expect(proves(desk)).toMatchObject({ forgotten: 2, rows: { visitors: 2 } });
  });

  test('keeps leaf and chain of every line, no text of what it said, and who looked at it and why', () => {
    const { desk, id } = visited();
    const before = desk.lines();
    const n = forget(desk, id);
    let h: Buffer = chainStart(OFFICE_CODE, 1);
    const forgotten: number[] = [];
    for (const [i, line] of desk.lines().entries()) {
      h = chainNext(h, leafOf(line));
      const was = before[i];
      if (was === undefined || line === was) continue;
      expect(leafOf(line).equals(leafOf(was))).toBe(true);
      expect(readForgotten(line)).toEqual({ n: i + 1, leaf: leafOf(was).toString('hex') });
      forgotten.push(i + 1);
    }
    expect(forgotten).toEqual([3, 4]);
    expect(parseChange(desk.lines()[4] ?? '')).toMatchObject({ op: 'V', k: id, why: 'call-back: 回访' });
    expect(proves(desk)).toMatchObject({ lines: n, head: h.toString('hex') });
    expect(verifyChain(desk.store.raw, OFFICE_CODE, 3).head).toBe(h.toString('hex'));
  });

  test('that was taken out as wrong before keeps its own day of it', () => {
    const { desk, id } = visited();
    const retired = desk.clock.now();
    desk.journal.write(desk.officer, (write) => write.retire(visitorsLedger, id, 2, '错录'));
    desk.clock.forward({ days: 365 });
    forget(desk, id);
    expect(rowOf(desk, id)).toMatchObject({ retired_at: retired, revision: 4, name: null });
    expect(rowOf(desk, id)['updated_at']).not.toBe(retired);
    proves(desk);
  });

  test('is gone for everybody who asks, and cannot be forgotten twice', async () => {
    const { desk, id } = visited();
    forget(desk, id);
    const missing = { code: 'missing' };
    expect(failureOfWork(() => forget(desk, id))).toEqual(missing);
    expect(failureOfWork(() => forget(desk, '07-000999'))).toEqual(missing);
    expect(failureOfWork(() => desk.visitors.open({ id }, desk.officer, CONTEXT))).toEqual(missing);
    expect(failureOfWork(() => rename(desk, id, 3, '张欣'))).toEqual(missing);
    const revive = () => inOne(desk, (write) => write.revive(visitorsLedger, id, 3, { name: '张欣' }));
    expect(failureOfWork(revive)).toEqual(missing);
    expect(failureOfWork(() => desk.history.of({ ledger: 'visitors', id }, desk.officer, CONTEXT))).toEqual(
      missing,
    );
    const undo = { ledger: 'visitors' as const, id, revision: 3 };
    expect(failureOfWork(() => desk.history.undo(undo, desk.officer, CONTEXT))).toEqual(missing);
    const page = await desk.visitors.list(
      {
        after: null,
        rows: 10,
        filter: { states: [], matters: [], from: null, to: null, onSite: false, owed: false },
        sort: { by: 'arrivedAt', descending: true },
      },
      desk.officer,
      CONTEXT,
    );
    expect(page.rows.map(({ name }) => name)).toEqual(['刘洋']);
  });

  test('still counts for its month, and a wrong entry still does not', () => {
    const { desk, id, other } = visited();
    const wrong = put(desk, '错了');
    desk.journal.write(desk.officer, (write) => write.retire(visitorsLedger, wrong, 1, '错录'));
    const figures = () =>
      desk.store.raw
        .prepare(
          `SELECT matter, count(*) AS visits, sum(people) AS people FROM visitors
            WHERE retired_at IS NULL OR (retain_until = '' AND retired_at = updated_at) GROUP BY matter`,
        )
        .all();
    const before = figures();
    expect(before).toEqual([{ matter: 'help', visits: 2, people: 4 }]);
    desk.clock.forward({ days: 400 });
    for (const one of [id, wrong, other]) forget(desk, one);
    expect(figures()).toEqual(before);
  });

  test('is forgotten whole or not at all, whatever stops it', () => {
    const { desk, id } = visited();
    const before = desk.lines();
    const row = rowOf(desk, id);
    expect(() =>
      desk.journal.write(systemCaller, (write) => {
        write.forget(visitorsLedger, id, 'retention');
        throw new Error('the power went');
      }),
    ).toThrow('the power went');
    expect(desk.lines()).toEqual(before);
    expect(rowOf(desk, id)).toEqual(row);
    proves(desk);
  });

  test('is no way to empty a ledger whose records are kept', () => {
    const { desk } = visited();
    const before = desk.lines();
    const staff = LEDGER_TABLES.find(({ name }) => name === 'staff') ?? officeLedger;
    expect(() =>
      desk.journal.write(systemCaller, (write) => write.forget(staff, desk.officer.staff, 'retention')),
    ).toThrow('never forgotten');
    expect(desk.lines()).toEqual(before);
  });
});

describe('the guards', () => {
  test('let a line change only into its own forgotten form, behind an F line of its record', () => {
    const { desk, id, other } = visited();
    forget(desk, id);
    const otherN = desk.store.raw
      .prepare(`SELECT n FROM journal WHERE ledger = 'visitors' AND record = ?`)
      .pluck()
      .get(other) as number;
    const leaf = (n: number) =>
      (desk.store.raw.prepare('SELECT leaf FROM journal WHERE n = ?').pluck().get(n) as Buffer).toString(
        'hex',
      );
    const before = desk.lines();
    for (const [n, line] of [
      // No F line; not its own leaf; not its own number; no text at all; the F line itself; a line of another op.
      [otherN, `{"n":${otherN},"leaf":"${leaf(otherN)}"}\n`],
      [3, `{"n":3,"leaf":"${leaf(4)}"}\n`],
      [3, `{"n":4,"leaf":"${leaf(3)}"}\n`],
      [3, ''],
      [before.length, `{"n":${before.length},"leaf":"${leaf(before.length)}"}\n`],
      [1, before[1] ?? ''],
    ] as const)
      expect(
        () => desk.store.write.prepare('UPDATE journal SET line = ? WHERE n = ?').run(line, n),
        line,
      ).toThrow('journal: append only');
    for (const column of ['leaf', 'h'])
      expect(() => desk.store.write.exec(`UPDATE journal SET ${column} = zeroblob(32) WHERE n = 3`)).toThrow(
        'journal: append only',
      );
    expect(desk.lines()).toEqual(before);
  });

  test.each<[what: string, ...sql: string[]]>([
    [
      'a line that lost its text without an F line',
      `UPDATE journal SET line = '{"n":' || n || ',"leaf":"' || lower(hex(leaf)) || '"}' || char(10) WHERE n = 6`,
    ],
    [
      'a look whose text was taken without an F line',
      `UPDATE journal SET line = '{"n":' || n || ',"leaf":"' || lower(hex(leaf)) || '"}' || char(10) WHERE n = 9`,
    ],
    ['a name that came back', `UPDATE visitors SET name = '张欣' WHERE id = '07-000001'`],
    ['a figure that was changed after', `UPDATE visitors SET people = 9 WHERE id = '07-000001'`],
    ['a forgotten row made live again', `UPDATE visitors SET retired_at = NULL WHERE id = '07-000001'`],
    ['a forgotten row that is gone', `DELETE FROM visitors WHERE id = '07-000001'`],
    [
      'a forgotten line under another number',
      `UPDATE journal SET line = replace(line, '"n":3', '"n":4') WHERE n = 3`,
    ],
    ['a forgotten line given to another record', `UPDATE journal SET record = '07-000002' WHERE n = 3`],
  ])('are not the only ones to find %s', (_what, ...sql) => {
    const { desk, id, other } = visited();
    forget(desk, id);
    desk.journal.write(desk.officer, (write) => write.note('A', 'office', '-', { event: 'test' }));
    desk.journal.write(desk.officer, (write) => write.note('V', 'visitors', other, { call: 'x' }, 'x'));
    proves(desk);
    const triggers = desk.store.raw
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
      .pluck()
      .all() as string[];
    for (const name of triggers) desk.store.write.exec(`DROP TRIGGER ${name}`);
    for (const one of sql) expect(desk.store.write.prepare(one).run().changes, one).toBe(1);
    expect(failureOfWork(() => proves(desk))).toEqual({ code: 'data-damaged', part: 'journal' });
  });

  test('would find the text of a forgotten line that somebody had kept and put back', () => {
    const { desk, id } = visited();
    const kept = desk.lines()[2] ?? '';
    forget(desk, id);
    desk.store.write.exec('DROP TRIGGER journal_no_update');
    desk.store.write.prepare('UPDATE journal SET line = ? WHERE n = 3').run(kept);
    expect(verifyChain(desk.store.raw, OFFICE_CODE, 0).lines).toBeGreaterThan(0);
    expect(failureOfWork(() => proves(desk))).toEqual({ code: 'data-damaged', part: 'journal' });
  });
});

/** The plain pages of the store's file, and of its log where one stands. */
function plainFile(path: string, key: Buffer): Buffer {
  return decryptSqlcipher(readFileSync(path), key);
}

describe('on the disk', () => {
  test('no page, free or used, holds a word of what was forgotten, and the log holds nothing', () => {
    const desk = openTestStore({ keep: true });
    try {
      // Words unlike each other and long, over many pages, so that pages split and merge before and after.
      const secret = (i: number, turn: number) => `密${i}之${turn}名${'长'.repeat(i % 12)}`;
      const ids = Array.from({ length: 4000 }, (_, i) => i);
      const records = inOne(desk, (write) =>
        ids.map(
          (i) => write.put(visitorsLedger, visitOf(desk, secret(i, 0), `事${i}情${'况'.repeat(i % 90)}`)).id,
        ),
      );
      inOne(desk, (write) => {
        for (const [i, id] of records.entries())
          if (i % 3 === 0) write.patch(visitorsLedger, id, 1, { name: secret(i, 1) });
      });
      const isGone = (i: number) => i % 5 !== 0;
      inOne(desk, (write) => {
        for (const [i, id] of records.entries()) if (isGone(i)) write.forget(visitorsLedger, id, 'retention');
      });
      compactStore(desk.store.write);
      expect(existsSync(`${desk.path}-wal`) && readFileSync(`${desk.path}-wal`).length).toBe(0);
      const words = plainFile(desk.path, desk.key)
        .toString('utf8')
        .matchAll(/密(\d+)之\d名|事(\d+)情/gu);
      const found = new Set([...words].map(([, name, summary]) => Number(name ?? summary)));
      // What is still in the ledger is found: a search that finds nothing would prove nothing.
      expect([...found].toSorted((a, b) => a - b)).toEqual(ids.filter((i) => !isGone(i)));
      proves(desk);
      put(desk, '后来');
      proves(desk);
    } finally {
      desk.close();
    }
  });

  test('a copy of the store made afterwards opens, proves and has no text of it either', () => {
    const { desk, id } = visited();
    forget(desk, id);
    copyStore(desk.store.write, `${desk.path}.copy`);
    const copy = openStore(`${desk.path}.copy`, desk.key);
    expect(verifyStore(copy.raw, OFFICE_CODE, LEDGER_TABLES)).toEqual(proves(desk));
    copy.close();
    expect(plainFile(`${desk.path}.copy`, desk.key).includes('张新')).toBe(false);
  });
});

test('after any history of any records and any forgetting, chain and rows verify, and nothing forgotten stands in a line', () => {
  const step = fc.record({
    do: fc.constantFrom('put', 'put', 'patch', 'patch', 'retire', 'look', 'forget', 'fail'),
    at: fc.nat(),
    name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
      const desk = openTestStore({ keep: true });
      try {
        /** Revision, null once retired; forgotten ones are not here any more. */
        const known = new Map<string, number | null>();
        const forgotten = new Set<string>();
        for (const [i, one] of steps.entries()) {
          const [id, revision] = [...known][one.at % Math.max(1, known.size)] ?? ['', null];
          const marked = `〔${i}〕${one.name}`;
          if (one.do === 'put') known.set(put(desk, marked), 1);
          else if (id === '') continue;
          else if (one.do === 'look')
            desk.journal.write(desk.officer, (write) => write.note('V', 'visitors', id, {}, `〔${i}〕`));
          else if (one.do === 'forget') {
            forget(desk, id);
            known.delete(id);
            forgotten.add(id);
          } else if (one.do === 'fail')
            expect(() =>
              desk.journal.write(systemCaller, (write) => {
                write.forget(visitorsLedger, id, 'retention');
                throw new Error('no');
              }),
            ).toThrow('no');
          else if (revision === null) continue;
          else if (one.do === 'patch') known.set(id, rename(desk, id, revision, marked).revision);
          else {
            desk.journal.write(desk.officer, (write) => write.retire(visitorsLedger, id, revision, '错录'));
            known.set(id, null);
          }
        }
        const proof = proves(desk);
        expect(proof.lines).toBe(desk.lines().length);
        const held = desk.store.raw
          .prepare(`SELECT record, op, line FROM journal WHERE ledger = 'visitors'`)
          .all() as { record: string; op: string; line: string }[];
        for (const { record, op, line } of held)
          expect(readForgotten(line) !== null).toBe(forgotten.has(record) && !'FV'.includes(op));
        const named = desk.store.raw
          .prepare('SELECT id FROM visitors WHERE name IS NOT NULL ORDER BY id')
          .pluck()
          .all();
        expect(named).toEqual([...known.keys()].toSorted());
      } finally {
        desk.close();
      }
    }),
    { numRuns: 40 },
  );
});
