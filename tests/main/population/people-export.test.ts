/** The list as a file: what stands in it, what the journal says of it, and who may have one. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseChange } from '#bundle-format';
import { EXPORT_COLUMNS } from '#shared/contract/population/residents.ts';
import { readSheet } from '#main/sheets/read.ts';
import { failureOfCall, failureOfLater } from '#tests/support/failures.ts';
import { openTestOffice } from '#tests/support/office.ts';
import { EVERYBODY, numberOf, openPeopleDesk, type PeopleDesk } from '#tests/support/people.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const NUMBER = numberOf('19910412', '123');
const ORDER = {
  filter: EVERYBODY,
  columns: ['name', 'idNumber', 'phone', 'address', 'household', 'relation'] as const,
  format: 'xlsx' as const,
  readable: false,
  reason: 'inspection: 社区普查核对',
};

let desk: PeopleDesk;
let folder: string;
let file: string;

beforeEach(() => {
  desk = openPeopleDesk();
  folder = tempFolder();
  file = join(folder, '名单.xlsx');
  const { id } = desk.household(desk.doors.door, '5199010001');
  desk.person({
    name: '李欣',
    idNumber: NUMBER,
    phone: '15400015678',
    phone2: '15400015679',
    householdId: id,
    relation: '02',
  });
  desk.person({ name: '李小欣', idNumber: numberOf('20180301', '004'), addressId: desk.doors.nextDoor });
  desk.setOut(desk.person({ name: '王芳' }), '2026-11-01');
});

async function exported(order: Partial<Parameters<PeopleDesk['people']['residents']['export']>[0]> = {}) {
  desk.shell.choose(file);
  return desk.people.residents.export({ ...ORDER, columns: [...ORDER.columns], ...order }, desk.officer, {
    signal: undefined,
  });
}
async function rowsIn(path: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of readSheet(path, { sheet: null, encoding: null })) rows.push([...cells]);
  return rows;
}
const events = () =>
  desk
    .lines()
    .map(parseChange)
    .filter(({ op, l }) => op === 'A' && l === 'residents')
    .map(({ d, u, k }) => ({ ...d, u, k }));

describe('an exported table', () => {
  test('is masked, in the order of doors, and says in its last row who made it and when', async () => {
    expect(await exported()).toEqual({ file: '名单.xlsx', rows: 2 });
    expect(await rowsIn(file)).toEqual([
      ['姓名', '证件号码', '联系电话', '现住址', '户号', '与户主关系'],
      [
        '李欣',
        `519901········${NUMBER.slice(-4)}`,
        '154····5678、154····5679',
        '青禾苑3栋501',
        '5199010001',
        '户主',
      ],
      ['李小欣', '·'.repeat(18), '', '青禾苑3栋502'],
      ['李建国 2026-11-23 09:41 导出；证件号码和电话已遮盖；共 2 行'],
    ]);
    expect(events()).toEqual([
      {
        event: 'exported',
        rows: 2,
        columns: 'name,idNumber,phone,address,household,relation',
        readable: false,
        u: desk.officer.staff,
        k: '-',
      },
    ]);
  });

  test('is readable where that was asked with a purpose, and says so', async () => {
    const order = { ...ORDER, columns: [...ORDER.columns], readable: true, reason: '看看' };
    expect(
      await failureOfLater(() =>
        Promise.resolve(desk.people.residents.export(order, desk.officer, { signal: undefined })),
      ),
    ).toEqual({ code: 'reason-needed' });
    file = join(folder, '名单.csv');
    await exported({ readable: true, format: 'csv', filter: { ...EVERYBODY, presence: 'all' } });
    const [, first, second, third, note] = await rowsIn(file);
    expect(first?.slice(0, 3)).toEqual(['李欣', NUMBER, '15400015678、15400015679']);
    expect(second?.[0]).toBe('王芳');
    expect(third?.slice(0, 2), 'a child').toEqual(['李小欣', '·'.repeat(18)]);
    expect(note?.[0]).toContain('完整内容');
    expect(readFileSync(file).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(events()).toMatchObject([{ event: 'exported', rows: 3, readable: true }]);
  });

  test('can have every column there is', async () => {
    await exported({ columns: [...EXPORT_COLUMNS] });
    const [header, first] = await rowsIn(file);
    expect(header).toHaveLength(EXPORT_COLUMNS.length);
    expect(new Set(header).size).toBe(EXPORT_COLUMNS.length);
    expect(first?.slice(0, 4)).toEqual(['李欣', '男', '35', '居民身份证']);
  });

  test('of nobody is a table without rows', async () => {
    expect((await exported({ filter: { ...EVERYBODY, policeGrid: '99' } })).rows).toBe(0);
    expect(await rowsIn(file)).toHaveLength(2);
  });

  test('leaves neither file nor line where no place was chosen', async () => {
    desk.shell.choose(null);
    const order = { ...ORDER, columns: [...ORDER.columns] };
    expect(
      await failureOfLater(() =>
        Promise.resolve(desk.people.residents.export(order, desk.officer, { signal: undefined })),
      ),
    ).toEqual({ code: 'cancelled' });
    expect(events()).toEqual([]);
  });

  test('that could not be written whole is not there, and the journal says so; what stood there stays', async () => {
    writeFileSync(file, 'before');
    const stop = new AbortController();
    stop.abort();
    desk.shell.choose(file);
    const order = { ...ORDER, columns: [...ORDER.columns] };
    expect(
      await failureOfLater(() =>
        Promise.resolve(desk.people.residents.export(order, desk.officer, { signal: stop.signal })),
      ),
    ).toEqual({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual(['名单.xlsx']);
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(events()).toMatchObject([{ event: 'exported' }, { event: 'export-failed' }]);
    file = join(folder, 'nowhere', '名单.xlsx');
    await expect(exported()).rejects.toThrow();
    expect(existsSync(file)).toBe(false);
  });

  test('is made for an officer with a reason, which the journal keeps', async () => {
    const office = await openTestOffice({ staffed: true });
    try {
      await office.signIn('officer');
      const path = join(folder, 'office.csv');
      const order = { ...ORDER, columns: [...ORDER.columns], format: 'csv' as const };
      expect(await failureOfCall(office.counter.residents.export({ ...order, reason: '  ' }))).toEqual({
        code: 'reason-needed',
      });
      office.shell.choose(path);
      expect(await office.counter.residents.export(order)).toEqual({ file: 'office.csv', rows: 0 });
      await office.signIn('auditor');
      const { rows } = await office.counter.journal.page({ after: null, rows: 20, ops: ['A', 'V'] });
      expect(rows.find(({ op }) => op === 'V')).toMatchObject({
        ledger: 'residents',
        record: '-',
        reason: 'inspection: 社区普查核对',
      });
      expect(rows.some(({ fields }) => fields.includes('exported'))).toBe(true);
      await office.signIn('auxiliary');
      expect(await failureOfCall(office.counter.residents.export(order))).toEqual({ code: 'forbidden' });
      expect(
        await failureOfCall(
          office.counter.residents.list({
            after: null,
            rows: 10,
            filter: EVERYBODY,
            sort: { by: 'name', descending: false },
          }),
        ),
      ).toEqual({ code: 'forbidden' });
    } finally {
      await office.dispose();
    }
  });
});
