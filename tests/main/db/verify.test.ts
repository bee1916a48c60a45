/** What somebody with the key and tools may do to a store, and what the proof says of it. */
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { chainNext, chainStart, leafOf } from '#bundle-format';
import { verifyChain, verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { newVisit } from '#main/ledgers/visitors/service.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { OFFICE_CODE, openTestStore, type TestStore } from '#tests/support/store.ts';
import { enquiry } from '#tests/support/visits.ts';

function busyStore(): TestStore {
  const desk = openTestStore();
  for (const name of ['张欣', '刘洋', '王敏', '陈静'])
    desk.journal.write(desk.officer, (write) =>
      write.put(visitorsLedger, newVisit({ ...enquiry, name }, desk.officer, desk.clock.now(), OFFICE_CODE)),
    );
  desk.journal.write(desk.officer, (write) => write.patch(visitorsLedger, '07-000002', 1, { name: '刘扬' }));
  desk.journal.write(desk.officer, (write) => write.retire(visitorsLedger, '07-000003', 1, '错录'));
  desk.journal.write(desk.officer, (write) =>
    write.note('V', 'visitors', '07-000001', { call: 'visitors.reveal' }, 'call-back'),
  );
  desk.journal.write(desk.officer, (write) =>
    write.put(
      visitorsLedger,
      newVisit({ ...enquiry, name: '最后' }, desk.officer, desk.clock.now(), OFFICE_CODE),
    ),
  );
  return desk;
}

/** Takes the guards away and changes the file with another connection, as a tool would, through the write-ahead log. */
function tamper(desk: TestStore, ...sql: string[]): void {
  const tool = new Database(desk.path);
  tool.pragma(`cipher = 'sqlcipher'`);
  tool.pragma('legacy = 4');
  tool.pragma(`key = "x'${desk.key.toString('hex')}'"`);
  const triggers = tool
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .pluck()
    .all() as string[];
  for (const name of triggers) tool.exec(`DROP TRIGGER ${name}`);
  for (const one of sql) tool.exec(one);
  tool.close();
}

const found = (desk: TestStore) =>
  failureOfWork(() => verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES));
const JOURNAL = { code: 'data-damaged', part: 'journal' };

describe('the proof of a store', () => {
  test('passes what the office wrote, and counts it', () => {
    const desk = busyStore();
    const proof = verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
    expect(proof).toMatchObject({ lines: 10, rows: { office: 0, staff: 2, visitors: 5 } });
    expect(proof.head).toMatch(/^[0-9a-f]{64}$/);
    tamper(desk);
    expect(verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES)).toEqual(proof);
  });

  test('refuses lines of an epoch that nothing knows of, when all is read and at an unlock', () => {
    const desk = busyStore();
    const columns = 'line, leaf, h, ledger, record, op';
    tamper(
      desk,
      `INSERT INTO journal (epoch, n, ${columns}) SELECT 7, 1, ${columns} FROM journal WHERE n = 1`,
    );
    expect(found(desk)).toEqual(JOURNAL);
    expect(failureOfWork(() => verifyChain(desk.store.raw, OFFICE_CODE, 3))).toEqual(JOURNAL);
  });

  const swap = (column: string) =>
    `UPDATE journal SET ${column} = CASE n WHEN 4 THEN (SELECT ${column} FROM journal WHERE n = 5) ELSE (SELECT ${column} FROM journal WHERE n = 4) END WHERE n IN (4, 5)`;

  test.each<[what: string, ...sql: string[]]>([
    ['a changed field', `UPDATE visitors SET name = '别人' WHERE id = '07-000001'`],
    ['an emptied field', `UPDATE visitors SET name = NULL WHERE id = '07-000001'`],
    ['a changed flag', `UPDATE visitors SET papers_checked = 1 WHERE id = '07-000001'`],
    ['a changed revision', `UPDATE visitors SET revision = 7 WHERE id = '07-000001'`],
    ['a row that points to another line', `UPDATE visitors SET change_n = 1 WHERE id = '07-000001'`],
    ['a retired row made live again', `UPDATE visitors SET retired_at = NULL WHERE id = '07-000003'`],
    [
      'a live row retired by hand',
      `UPDATE visitors SET retired_at = '2026-11-23T01:41:00.000Z' WHERE id = '07-000001'`,
    ],
    ['a missing row', `DELETE FROM visitors WHERE id = '07-000001'`],
    ['a row under another id', `UPDATE visitors SET id = '07-000009' WHERE id = '07-000001'`],
    [
      'an extra row',
      `INSERT INTO staff SELECT '07-000009', revision, change_n, created_at, created_by, updated_at, updated_by, retired_at, name, 'x', role, badge_no, phone FROM staff LIMIT 1`,
    ],
    ['a changed line', `UPDATE journal SET line = replace(line, '张欣', '别人') WHERE n = 3`],
    [
      'a changed line with its leaf',
      `UPDATE journal SET line = replace(line, '张欣', '别人'), leaf = zeroblob(32) WHERE n = 3`,
    ],
    ['a changed leaf', `UPDATE journal SET leaf = zeroblob(32) WHERE n = 3`],
    ['a changed chain', `UPDATE journal SET h = zeroblob(32) WHERE n = 3`],
    ['swapped lines', swap('line')],
    ['swapped lines with their leaves', swap('line'), swap('leaf')],
    ['swapped lines with everything', swap('line'), swap('leaf'), swap('h')],
    ['a line taken out of the middle', 'DELETE FROM journal WHERE n = 5'],
    ['the first line taken out', 'DELETE FROM journal WHERE n = 1'],
    ['the last line taken off', 'DELETE FROM journal WHERE n = 10'],
    [
      'the last line taken off with its row',
      'DELETE FROM journal WHERE n = 10',
      `DELETE FROM visitors WHERE id = '07-000005'`,
      "INSERT INTO bundles VALUES (1, 1, 1, 'a.jwb', 1, 'x', 1, 10, 'x', 'x', NULL, 'sealed', NULL)",
    ],
    ['a look at a record hidden from its history', `UPDATE journal SET record = '-' WHERE n = 9`],
    ['a look at a record taken for something else', `UPDATE journal SET op = 'A' WHERE n = 9`],
    ['a line given to another ledger', `UPDATE journal SET ledger = 'office' WHERE n = 9`],
    ['a counter of numbers that fell behind', `UPDATE sequences SET last = 3 WHERE ledger = 'visitors'`],
    ['a counter of numbers that is gone', 'DELETE FROM sequences'],
    ['a line that is no line', `UPDATE journal SET line = 'x' WHERE n = 3`],
  ])('finds %s', (_what, ...sql) => {
    const desk = busyStore();
    tamper(desk, ...sql);
    expect(found(desk)).toEqual(JOURNAL);
  });

  test('finds a line whose whole chain was computed anew, because the rows say otherwise', () => {
    const desk = busyStore();
    tamper(desk, `UPDATE journal SET line = replace(line, '张欣', '别人') WHERE n = 3`);
    rechain(desk);
    expect(verifyChain(desk.store.raw, OFFICE_CODE, 0).lines).toBe(10);
    expect(found(desk)).toEqual(JOURNAL);
  });

  test('finds a line that is not canonical under a chain that was computed anew', () => {
    const desk = busyStore();
    tamper(desk, `UPDATE journal SET line = replace(line, '"d":', '"d": ') WHERE n = 3`);
    rechain(desk);
    expect(found(desk)).toEqual(JOURNAL);
  });

  test('is not misled by the journal of another office', () => {
    const desk = busyStore();
    expect(failureOfWork(() => verifyStore(desk.store.raw, '519901-08', LEDGER_TABLES))).toEqual(JOURNAL);
  });

  test('looks at the last lines only when asked to, and still refuses when one of them is wrong', () => {
    const desk = busyStore();
    expect(verifyChain(desk.store.raw, OFFICE_CODE, 3)).toEqual(verifyChain(desk.store.raw, OFFICE_CODE, 0));
    tamper(desk, `UPDATE journal SET line = replace(line, '张欣', '别人') WHERE n = 3`);
    expect(verifyChain(desk.store.raw, OFFICE_CODE, 3).lines).toBe(10);
    tamper(desk, `UPDATE journal SET leaf = zeroblob(32) WHERE n = 9`);
    expect(failureOfWork(() => verifyChain(desk.store.raw, OFFICE_CODE, 3))).toEqual(JOURNAL);
  });
});

/** What a patient forger does: every leaf and link after the change computed again. */
function rechain(desk: TestStore): void {
  let h: Buffer = chainStart(OFFICE_CODE, 1);
  for (const [i, line] of desk.lines().entries()) {
    const leaf = leafOf(line);
    h = chainNext(h, leaf);
    tamper(
      desk,
      `UPDATE journal SET leaf = x'${leaf.toString('hex')}', h = x'${h.toString('hex')}' WHERE n = ${i + 1}`,
    );
  }
}
