/** What no ledger may hold reaches nothing: no table, no journal line, no file of the office, no message, no file of errors. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportPlan } from '#shared/contract/population/imports.ts';
import type { FileBook } from '#scripts/dirt/books.ts';
import { hasLabel } from '#shared/kernel/person-labels.ts';
import { forbiddenByCells, forbiddenByHeader } from '#main/imports/columns/forbidden.ts';
import { readSheet } from '#main/sheets/read.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { openImportDesk } from '#tests/support/import-desk.ts';
import { numberOf } from '#tests/support/people.ts';
import { loginOf, openTestOffice, PASSWORD, type Counter, type TestOffice } from '#tests/support/office.ts';
import { decryptSqlcipher } from '#tests/support/sqlcipher-reader.ts';
import { dataKeyOf } from '#tests/support/store.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { newDraft } from '#tests/support/visits.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/import');
const books = (JSON.parse(readFileSync(join(FOLDER, 'counts.json'), 'utf8')) as FileBook[]).filter(
  ({ deniedColumns }) => deniedColumns.length > 0,
);
/** How every value of a forbidden column of those files begins, and it stands nowhere else. */
const MARK = '禁列值';

/** A town, which holds villages too, and in it the community. */
async function communityOf(counter: Counter): Promise<string> {
  const element = {
    floor: null,
    aliases: '',
    division: '519901',
    communityCode: '',
    policeGrid: null,
    civilGrid: null,
    state: 'in-use',
    quiet: false,
    bestTime: '',
  } as const;
  const add = async (kind: 'town' | 'community', name: string, parentId: string | null) => {
    const address = { ...element, kind, name, parentId };
    return (await counter.addresses.add({ address, draft: newDraft() })).id;
  };
  return add('community', '胜利社区', await add('town', '青禾镇', null));
}

/** Every byte the office left behind, its store without the cipher. */
async function remains(desk: TestOffice): Promise<Map<string, Buffer>> {
  await desk.office().close();
  const key = await dataKeyOf(desk.dataDir, loginOf('officer'), PASSWORD);
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(desk.dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    files.set(
      relative(desk.dataDir, path),
      entry.name === 'office.db' ? decryptSqlcipher(bytes, key) : bytes,
    );
  }
  return files;
}

async function textOf(path: string): Promise<string> {
  const lines: string[] = [];
  for await (const { cells } of readSheet(path, { sheet: null, encoding: null })) lines.push(cells.join('|'));
  return lines.join('\n');
}

function mappingOf({ columns }: ImportPlan) {
  return columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]));
}

describe.each(books)('of $file', (book) => {
  test('nothing of its forbidden columns is left, and what is permitted is there', async () => {
    const path = join(FOLDER, book.file);
    expect(await textOf(path)).toContain(MARK);
    const desk = await openTestOffice({ staffed: true });
    try {
      await desk.signIn('officer');
      const { counter } = desk;
      const said: unknown[] = [];
      const baseAddressId = await communityOf(counter);
      desk.shell.choose(path);
      const { import: id, plan } = await counter.imports.choose({});
      const forbidden = plan.columns.filter(({ dropped }) => dropped === 'forbidden');
      expect(forbidden.length).toBeGreaterThan(0);
      for (const column of forbidden) {
        expect(column).toMatchObject({ field: null, samples: [] });
        expect(column.rule).not.toBeNull();
        const mapped = [...mappingOf(plan), { index: column.index, field: 'otherName' as const }];
        said.push(await failureOfCall(counter.imports.check({ import: id, mapping: mapped, baseAddressId })));
      }
      said.push(plan, await counter.imports.check({ import: id, mapping: mappingOf(plan), baseAddressId }));
      for (const show of ['all', 'rejected', 'twins', 'flagged'] as const)
        said.push(await counter.imports.rows({ import: id, show, after: null, rows: 100 }));
      const errors = join(tempFolder(), 'errors.xlsx');
      desk.shell.choose(errors);
      expect(await counter.imports.saveErrors({ import: id })).toMatchObject({ rows: book.rejected });
      said.push(await textOf(errors), await counter.imports.commit({ import: id }));
      expect(JSON.stringify(said)).not.toContain(MARK);

      const name = (await counter.imports.rows({ import: id, show: 'all', after: null, rows: 1 })).rows[0]
        ?.name;
      const left = await remains(desk);
      expect([...left.keys()]).toContain('office.db');
      expect(left.get('office.db')?.includes(name ?? '?')).toBe(true);
      for (const [file, bytes] of left) {
        expect(`${file} ${bytes.includes(MARK)}`).toBe(`${file} false`);
        expect(`${file} ${bytes.includes(Buffer.from(MARK, 'utf16le'))}`).toBe(`${file} false`);
      }
    } finally {
      await desk.dispose();
    }
  });
});

test('a column without a header is known by its cells, and a permitted header does not cover it', async () => {
  const desk = openImportDesk();
  const sheet = desk.sheet(
    '姓名,身份证号,现住址,,人员类型',
    `李欣,${numberOf('19910412', '123')},青禾苑3栋501,汉族,群众`,
    `王强,${numberOf('19800101', '001')},青禾苑3栋502,彝族,中共党员`,
    `赵敏,${numberOf('19850303', '004')},青禾苑3栋503,汉族,群众`,
  );
  const { plan, check } = await desk.checked(sheet);
  expect(plan.columns.filter(({ dropped }) => dropped === 'forbidden')).toEqual([
    { index: 3, header: '', field: null, dropped: 'forbidden', rule: 'constitution-33', samples: [] },
    { index: 4, header: '人员类型', field: null, dropped: 'forbidden', rule: 'constitution-35', samples: [] },
  ]);
  expect(check.imported).toBe(3);
});

test('a single word among permitted ones is left out of the record and out of the file of errors', async () => {
  const desk = openImportDesk();
  const sheet = desk.sheet(
    '姓名,身份证号,现住址,人员类型,与户主关系',
    `李欣,${numberOf('19910412', '123')},青禾苑3栋501,常住,户主`,
    `王强,${numberOf('19800101', '001')},青禾苑3栋502,重点人员,户主`,
    `赵敏,12345,青禾苑3栋503(精神病),刑满释放人员,户主`,
  );
  const { id } = await desk.checked(sheet);
  const [, second] = await desk.rows(id);
  expect(second).toMatchObject({
    outcome: 'new',
    warnings: [{ field: 'residenceType', rule: 'forbidden-word' }],
  });
  const errors = join(tempFolder(), 'errors.xlsx');
  desk.shell.choose(errors);
  await desk.imports.saveErrors({ import: id }, desk.officer, desk.context);
  const text = await textOf(errors);
  expect(text).toContain('赵敏');
  expect(text).not.toMatch(/精神病|刑满释放/);
  await desk.commit(id);
  expect(desk.lines().join('')).not.toMatch(/重点|精神病|刑满/);
});

test('a label in any text column is left out; beside a name the row waits until somebody wrote the name alone', async () => {
  const desk = openImportDesk();
  const sheet = desk.sheet(
    '姓名,身份证号,现住址,户籍地址,曾用名,户号,所属网格',
    `王强（吸毒人员）,${numberOf('19800101', '001')},青禾苑3栋502,,,,`,
    `赵敏,${numberOf('19850303', '004')},青禾苑3栋503,青禾镇 上 访 路8号,社矫敏,列管12,重点人员网格`,
  );
  const { id } = await desk.checked(sheet);
  const [first, second] = await desk.rows(id);
  expect(first).toMatchObject({ outcome: 'reject', issues: [{ field: 'name', rule: 'label' }] });
  const left = second?.warnings.filter(({ rule }) => rule === 'forbidden-word').map(({ field }) => field);
  expect(new Set(left)).toEqual(new Set(['registerAddress', 'otherName', 'householdNumber', 'civilGrid']));
  const errors = join(tempFolder(), 'errors.xlsx');
  desk.shell.choose(errors);
  await desk.imports.saveErrors({ import: id }, desk.officer, desk.context);
  await desk.commit(id);
  const said = JSON.stringify([first, second]) + (await textOf(errors)) + desk.lines().join('');
  expect(hasLabel(said)).toBe(false);
});

test('no message says a number: neither of a refused row nor of a file that broke off', async () => {
  const desk = openImportDesk();
  const number = numberOf('19910412', '123');
  const sheet = desk.sheet(
    '姓名,身份证号,现住址',
    `李欣,${number.slice(0, 16)},青禾苑3栋501`,
    `,${number},青禾苑`,
  );
  const { id } = await desk.checked(sheet);
  const rows = await desk.rows(id);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['reject', 'reject']);
  expect(JSON.stringify(rows)).not.toContain(number.slice(0, 12));
  const broken = join(tempFolder(), 'broken.xlsx');
  writeFileSync(broken, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(number.repeat(50))]));
  desk.shell.choose(broken);
  const reason = await Promise.resolve(desk.imports.choose({}, desk.officer, desk.context)).catch(String);
  expect(JSON.stringify(reason)).not.toContain(number.slice(0, 12));
});

describe('a header', () => {
  test.each([
    ['民 族', 'constitution-33'],
    ['宗教信仰情况', 'pipl-28-religion'],
    ['是否党员', 'constitution-35'],
    ['是否重点人员', 'pipl-34'],
    ['重点类别', 'pipl-34'],
    ['人员标签', 'pipl-24'],
    ['是否信访人员', 'petitions-46'],
    ['前科情况', 'pspl-136'],
    ['健康状况', 'pipl-28-health'],
    ['是否残疾', 'pipl-28-health'],
    ['照片', 'pipl-28-biometrics'],
  ])('%s is forbidden by %s', (header, rule) => {
    expect(forbiddenByHeader(header)).toBe(rule);
  });

  test.each([
    '姓名',
    '身份证号',
    '现住址',
    '重点单位名称',
    '与户主关系',
    '所属网格',
    '人员类型',
    '户号',
    '备注',
    '状态',
  ])('%s is not', (header) => {
    expect(forbiddenByHeader(header)).toBeNull();
  });
});

describe('cells', () => {
  test('of names, sexes, relations, kinds and places give no column away', () => {
    for (const cells of [
      ['李欣', '王强', '白洁', '满江红'],
      ['男', '女', '男'],
      ['户主', '配偶', '子'],
      ['常住', '流动人口', '人户分离'],
      ['青禾苑3栋501', '胜利路12号'],
      ['自有', '租赁', '其他', '其他'],
      ['', '', ''],
      ['汉族'],
    ])
      expect([cells[0], forbiddenByCells(cells)]).toEqual([cells[0], null]);
  });

  test('of a forbidden kind do, empty ones between them or not', () => {
    expect(forbiddenByCells(['汉族', '', '藏族', ''])).toBe('constitution-33');
    expect(forbiddenByCells(['健康', '良好', '一般'])).toBe('pipl-28-health');
    expect(forbiddenByCells(['无前科', '有前科'])).toBe('pspl-136');
  });
});
