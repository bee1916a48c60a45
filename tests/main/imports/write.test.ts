/** An import is written whole or not at all, and within a day it can be taken back. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { parseChange } from '#bundle-format';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { failureOfCall, failureOfLater } from '#tests/support/failures.ts';
import { openImportDesk, type ImportDesk } from '#tests/support/import-desk.ts';
import { numberOf } from '#tests/support/people.ts';
import { openTestOffice } from '#tests/support/office.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';

const HEADER = '姓名,身份证号,联系电话,现住址,与户主关系,是否已迁出,迁出日期';
const LI = numberOf('19910412', '123');

function manyLines(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const number = numberOf(`19${60 + (at % 40)}0${1 + (at % 9)}1${at % 10}`, String(100 + (at % 800)));
    return `王${'一二三四五六七八九'[at % 9] ?? ''}${'东南西北中'[at % 5] ?? ''},${number},,青禾苑${1 + (at % 40)}栋${101 + (at % 400)},户主,,`;
  });
}

const facts = (desk: ImportDesk) => ({
  people: desk.people(),
  addresses: desk.addresses(),
  households: desk.households(),
});
/** The same without what the journal alone fills in. */
function plain({ people, addresses, households }: ReturnType<typeof facts>) {
  const bare = (rows: readonly Record<string, unknown>[]) =>
    rows.map(({ revision, changeN, updatedAt, updatedBy, ...rest }) => rest);
  return { people: bare(people), addresses: bare(addresses), households: bare(households) };
}

describe('writing', () => {
  test('comes through the door import, carries its batch on everything new, and leaves one line of its own', async () => {
    const desk = openImportDesk();
    const before = desk.lines().length;
    const batch = await desk.imported(desk.sheet(HEADER, `李欣,${LI},15400015678,青禾苑3栋501,户主,,`));
    const lines = desk.lines().slice(before).map(parseChange);
    expect(lines.map(({ l, op, via }) => [l, op, via])).toEqual([
      ['addresses', 'I', 'import'],
      ['addresses', 'I', 'import'],
      ['addresses', 'I', 'import'],
      ['households', 'I', 'import'],
      ['residents', 'I', 'import'],
      ['residents', 'A', 'import'],
    ]);
    for (const { op, d } of lines)
      if (op === 'I') expect(d).toMatchObject({ batchId: batch.id, source: 'import', synthetic: true });
    expect(lines.at(-1)?.d).toEqual({ event: 'imported', batch: batch.id, imported: 1, merged: 0 });
    expect(batch).toMatchObject({ file: 'sheet.csv', byName: '李建国', undone: false });
    const [person] = desk.people();
    expect(person).toMatchObject({ verifiedOn: null, sex: '1', birthDate: '1991-04-12', relation: '02' });
  });

  test('marks who is gone, and lets the term run from the day they left, or from today', async () => {
    const desk = openImportDesk();
    await desk.imported(
      desk.sheet(
        HEADER,
        `李欣,${LI},,青禾苑3栋501,户主,是,2026-03-01`,
        `王强,${numberOf('19800101', '001')},,青禾苑3栋501,妻,是,`,
      ),
    );
    const people = desk.people();
    expect(
      people.map(({ outState, outOn, retainUntil, householdId, relation }) => [
        outState,
        outOn,
        retainUntil,
        householdId,
        relation,
      ]),
    ).toEqual([
      ['moved', '2026-03-01', '2027-03-01', null, null],
      ['moved', null, '2027-11-23', null, '12'],
    ]);
  });

  test('tells how far it is, and cancelled on the way leaves nothing', async () => {
    const desk = openImportDesk();
    const path = desk.sheet(HEADER, ...manyLines(3000));
    const { id, check } = await desk.checked(path);
    expect(check.imported).toBeGreaterThan(2500);
    const before = { ...facts(desk), lines: desk.lines() };
    const watching = new AbortController();
    const said: { done: number; total: number }[] = [];
    const watch = (async () => {
      for await (const event of desk.events.watch(watching.signal))
        if (event.kind === 'progress' && event.task === 'import') {
          said.push(event);
          if (event.total > 0) await desk.imports.cancel({ import: id }, desk.officer, desk.context);
        }
    })();
    expect(await failureOfLater(() => desk.commit(id))).toEqual({ code: 'cancelled' });
    watching.abort();
    await watch;
    expect(said.length).toBeGreaterThan(0);
    expect({ ...facts(desk), lines: desk.lines() }).toEqual(before);
    // The file is still there, and can be written after all.
    await desk.commit(id);
    expect(desk.people()).toHaveLength(check.imported);
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });

  test('cancelled while it is read keeps no row, and lets the file go when nothing runs', async () => {
    const desk = openImportDesk();
    const { import: id, plan } = await desk.choose(desk.sheet(HEADER, ...manyLines(6000)));
    const checking = desk.check(id, plan);
    await pause(20);
    await desk.imports.cancel({ import: id }, desk.officer, desk.context);
    expect(await failureOfLater(() => checking)).toEqual({ code: 'cancelled' });
    expect(await failureOfLater(() => desk.rows(id))).toMatchObject({ issues: [{ rule: 'not-checked' }] });
    await desk.imports.cancel({ import: id }, desk.officer, desk.context);
    expect(await failureOfLater(() => desk.rows(id))).toEqual({ code: 'missing' });
  });

  test('lets nothing else at the rows meanwhile, and is not done twice', async () => {
    const desk = openImportDesk();
    const { id } = await desk.checked(desk.sheet(HEADER, ...manyLines(500)));
    const [first, second] = await Promise.allSettled([desk.commit(id), desk.commit(id)]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { failure: { code: 'at-work' } } });
    expect(await failureOfLater(() => desk.commit(id))).toMatchObject({ issues: [{ rule: 'written' }] });
  });

  test('stops where somebody saved what makes other people of the rows, and goes on where nothing became different', async () => {
    const desk = openImportDesk();
    await desk.imported(desk.sheet(HEADER, `王强,${numberOf('19800101', '001')},,青禾苑9栋901,户主,,`));
    const { id } = await desk.checked(desk.sheet(HEADER, `李欣,${LI},,青禾苑3栋501,户主,,`));
    const [wang] = desk.people();
    if (wang === undefined) throw new Error('nobody');
    desk.journal.write(desk.officer, (write) =>
      write.patch(residentsLedger, wang.id, wang.revision, { name: '李欣', idNumber: LI }),
    );
    expect(await failureOfLater(() => desk.commit(id))).toEqual({ code: 'stale', revision: 0 });
    expect(await desk.rows(id)).toMatchObject([
      { outcome: 'duplicate', twin: { resident: { id: wang.id } } },
    ]);
    desk.journal.write(desk.officer, (write) =>
      write.patch(residentsLedger, wang.id, wang.revision + 1, { phone: '15400015678' }),
    );
    expect(await desk.commit(id)).toMatchObject({ id: '', check: { imported: 0, duplicate: 1 } });
  });
});

describe('taking back', () => {
  const undo = async (desk: ImportDesk, id: string) => desk.imports.undo({ id }, desk.officer, desk.context);

  test('leaves the ledger as it was before, and the file can be imported again', async () => {
    const desk = openImportDesk();
    await desk.imported(desk.sheet(HEADER, `李欣,${LI},,青禾苑3栋501,,,`, `王强,,,青禾苑3栋502,户主,,`));
    const before = plain(facts(desk));
    const path = desk.sheet(
      HEADER,
      `李欣,${LI},15400015678,青禾苑3栋501,配偶,是,2026-01-01`,
      `赵敏,${numberOf('19800101', '002')},,青禾苑3栋2单元601,户主,,`,
      `孙丽,${numberOf('19810101', '002')},,胜利路12号附3号,户主,,`,
    );
    const batch = await desk.imported(path);
    expect(batch.check).toMatchObject({ imported: 2, merged: 1 });
    const brought = desk.people().length + desk.addresses().length + desk.households().length;
    const stood = before.people.length + before.addresses.length + before.households.length;
    expect(await undo(desk, batch.id)).toEqual({ removed: brought - stood, restored: 1, kept: 0 });
    expect(plain(facts(desk))).toEqual(before);
    verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
    expect((await desk.imports.batches({}, desk.officer, desk.context))[0]).toMatchObject({
      undone: true,
      undoUntil: null,
    });
    expect(await failureOfLater(() => undo(desk, batch.id))).toEqual({ code: 'too-late' });
    expect((await desk.imported(path)).check).toEqual(batch.check);
  });

  test('keeps what somebody changed since, with everything it stands on, and counts it', async () => {
    const desk = openImportDesk();
    const batch = await desk.imported(
      desk.sheet(
        HEADER,
        `李欣,${LI},,青禾苑3栋501,户主,,`,
        `赵敏,${numberOf('19800101', '002')},,青禾苑3栋502,户主,,`,
      ),
    );
    const [li] = desk.people();
    if (li === undefined) throw new Error('nobody');
    desk.journal.write(desk.officer, (write) =>
      write.patch(residentsLedger, li.id, 1, { phone: '15400015678' }),
    );
    // 李欣, their household, 青禾苑, 3栋 and 501 stay; 赵敏, their household and 502 go.
    expect(await undo(desk, batch.id)).toEqual({ removed: 3, restored: 0, kept: 5 });
    expect(desk.people().map(({ name, phone }) => [name, phone])).toEqual([['李欣', '15400015678']]);
    expect(desk.households()).toHaveLength(1);
  });

  test('is over after a day', async () => {
    const desk = openImportDesk();
    const batch = await desk.imported(desk.sheet(HEADER, `李欣,${LI},,青禾苑3栋501,户主,,`));
    desk.clock.forward({ days: 1 });
    expect((await desk.imports.batches({}, desk.officer, desk.context))[0]?.undoUntil).toBe(batch.undoUntil);
    desk.clock.forward({ seconds: 1 });
    expect((await desk.imports.batches({}, desk.officer, desk.context))[0]?.undoUntil).toBeNull();
    expect(await failureOfLater(() => undo(desk, batch.id))).toEqual({ code: 'too-late' });
    expect(await failureOfLater(() => undo(desk, 'b000'))).toEqual({ code: 'missing' });
  });
});

describe('in an office', () => {
  test('only an officer imports, and a lock on the way leaves nothing', async () => {
    const desk = await openTestOffice({ staffed: true });
    try {
      for (const role of ['auxiliary', 'administrator', 'auditor'] as const) {
        await desk.signIn(role);
        expect(await failureOfCall(desk.counter.imports.choose({}))).toEqual({ code: 'forbidden' });
        expect(await failureOfCall(desk.counter.imports.batches({}))).toEqual({ code: 'forbidden' });
      }
      await desk.signIn('officer');
      desk.shell.choose(null);
      expect(await failureOfCall(desk.counter.imports.choose({}))).toEqual({ code: 'cancelled' });
      const file = openImportDesk().sheet(
        HEADER,
        ...manyLines(3000).map((line) => line.replace('青禾苑', '青禾镇胜利社区青禾苑')),
      );
      desk.shell.choose(file);
      const { import: id, plan } = await desk.counter.imports.choose({});
      const mapping = plan.columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]));
      const check = await desk.counter.imports.check({ import: id, mapping, baseAddressId: null });
      expect(check.imported).toBeGreaterThan(2500);
      const committing = failureOfCall(desk.counter.imports.commit({ import: id }));
      await pause(60);
      await desk.office().close();
      expect(await committing).toEqual({ code: 'locked' });
      await desk.signIn('officer');
      expect(await desk.counter.imports.batches({})).toEqual([]);
      expect(
        await failureOfCall(desk.counter.imports.rows({ import: id, show: 'all', after: null, rows: 1 })),
      ).toEqual({ code: 'missing' });
      const { total } = await desk.counter.residents.list({
        after: null,
        rows: 1,
        filter: {
          text: '',
          addressId: null,
          policeGrid: null,
          residenceTypes: [],
          freshness: [],
          presence: 'all',
          number: 'any',
          batchId: null,
        },
        sort: { by: 'id', descending: false },
      });
      expect(total).toBe(0);
    } finally {
      await desk.dispose();
    }
  });
});
