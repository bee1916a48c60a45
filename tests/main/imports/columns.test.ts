/** Finding the header and guessing what each column becomes. */
import { describe, expect, test } from 'vitest';
import { findHeader, headersOf } from '#main/imports/columns/find-header.ts';
import { fieldOfHeader } from '#main/imports/columns/header-words.ts';
import { guessedColumns, missingFields } from '#main/imports/columns/map-columns.ts';
import { samplesOf } from '#main/imports/columns/samples.ts';
import { sexCodesOf } from '#main/imports/rows/sex-codes.ts';
import { noTexts } from '#main/imports/rows/texts.ts';
import type { SheetRow } from '#main/sheets/sheet.ts';
import { failureOfLater } from '#tests/support/failures.ts';
import { openImportDesk } from '#tests/support/import-desk.ts';
import { numberOf } from '#tests/support/people.ts';

function rows(...lines: readonly string[]): SheetRow[] {
  return lines.map((line, at) => ({ number: at + 1, cells: line.split(',') }));
}
function read(...lines: readonly string[]) {
  const all = rows(...lines);
  const header = findHeader(all);
  return { header, headers: headersOf(all.filter(({ number }) => header.includes(number))) };
}

describe('the header', () => {
  test('is the first row where nothing stands above it', () => {
    expect(read('姓名,身份证号,现住址', '李欣,519901,青禾苑')).toEqual({
      header: [1],
      headers: ['姓名', '身份证号', '现住址'],
    });
  });

  test('stands below a title and a line about the sheet', () => {
    const { header } = read(
      '胜利社区人口信息表',
      '填表单位：胜利社区,,填表日期：2026年1月',
      '姓名,性别,住址',
      '李欣,男,青禾苑',
    );
    expect(header).toEqual([3]);
  });

  test('has two rows where groups of columns have names, merged or not', () => {
    const merged = read(
      '姓名,户籍信息,户籍信息,现住址,现住址',
      '姓名,户籍地址,户号,小区,门牌号',
      '李欣,青禾路1号,12,青禾苑,3-2-501',
    );
    expect(merged.header).toEqual([1, 2]);
    expect(merged.headers.map(fieldOfHeader)).toEqual([
      'name',
      'registerAddress',
      'householdNumber',
      'place',
      'door',
    ]);
    const sparse = read(
      '基本信息,,证件,,户籍信息',
      '姓名,性别,类型,号码,详细地址',
      '李欣,男,身份证,519901199104120017,青禾路1号',
    );
    expect(sparse.header).toEqual([1, 2]);
    expect(sparse.headers.map(fieldOfHeader)).toEqual([
      'name',
      'sex',
      'idType',
      'idNumber',
      'registerAddress',
    ]);
  });

  test('is not doubled by a first row of data that has words of headers in it', () => {
    const { header } = read(
      '姓名,与户主关系,人员类型,健康状况',
      '李欣,户主,常住,健康',
      '王强,配偶,常住,残疾',
    );
    expect(header).toEqual([1]);
  });

  test('is missing where no row looks like one', () => {
    expect(
      read('李欣,519901199104120017,青禾苑3栋501', '王强,519901198001010017,青禾苑3栋502').header,
    ).toEqual([]);
  });
});

test('headers of one meaning are one field, whatever marks stand around them', () => {
  for (const header of [
    '身份证',
    '证件号',
    '公民身份号码',
    '身份证号码（18位）',
    '*身份证号',
    '2.身份证号码',
    '公民 身份\n号码',
  ])
    expect([header, fieldOfHeader(header)]).toEqual([header, 'idNumber']);
  for (const header of ['婚姻状况', '文化程度', '户籍迁入日期', '唯一标识', '备注', '户主姓名'])
    expect([header, fieldOfHeader(header)]).toEqual([header, null]);
});

test('a field is taken once, but several columns make one door and one list of phones', () => {
  const headers = ['姓名', '姓名', '楼栋', '单元', '房号', '联系电话1', '联系电话2'];
  expect(guessedColumns(headers, new Map()).map(({ index, field }) => `${index} ${field}`)).toEqual([
    '0 name',
    '2 door',
    '3 door',
    '4 door',
    '5 phone',
    '6 phone',
  ]);
  expect(missingFields(guessedColumns(['性别', '小区'], new Map()))).toEqual(['name', 'address']);
});

test('samples show no number, no phone and no birthday whole', () => {
  const number = numberOf('19910412', '123');
  expect(samplesOf([number, '', number], 'idNumber')).toEqual([`519901········${number.slice(-4)}`]);
  expect(samplesOf(['154 0001 5678', '5400'], 'phone')).toEqual(['154····5678', '5400']);
  expect(samplesOf(['1991-04-12', '19910412'], 'birthDate')).toEqual(['1991-04-··', '199104··']);
  expect(samplesOf([`李欣${number}`], 'name').join('')).not.toContain(number.slice(0, 12));
  expect(samplesOf(['李欣', '王强', '李欣', '赵敏', '孙丽'], 'name')).toEqual(['李欣', '王强', '赵敏']);
  expect(samplesOf(['李欣'], null)).toEqual([]);
});

test('how a sheet counts sexes is told by the numbers beside them', () => {
  const row = (sex: string, man: boolean) => ({
    ...noTexts(),
    sex,
    idNumber: numberOf('19800101', man ? '001' : '002'),
  });
  expect(sexCodesOf([row('1', true), row('2', false)])).toBe('gb');
  expect(sexCodesOf([row('0', true), row('1', false)])).toBe('from-zero');
  expect(sexCodesOf([row('男', true)])).toBeNull();
  expect(
    sexCodesOf([
      { ...noTexts(), sex: '1' },
      { ...noTexts(), sex: '0' },
    ]),
  ).toBeNull();
});

describe('a plan', () => {
  const SHEET = ['名,住,电', `李欣,青禾苑3栋501,15400015678`, `王强,青禾苑3栋502,15400015679`];

  test('that was corrected by hand is remembered for the same headers, without them', async () => {
    const desk = openImportDesk();
    const { import: id, plan } = await desk.choose(desk.sheet(...SHEET));
    expect(plan).toMatchObject({ headerRows: [], missing: ['name', 'address'] });
    const given = { import: id, sheet: null, encoding: null, headerRows: [1] };
    expect(await desk.imports.plan(given, desk.officer, desk.context)).toMatchObject({ remembered: false });
    const mapping = [
      { index: 0, field: 'name' },
      { index: 1, field: 'address' },
    ] as const;
    const checked = { import: id, mapping: [...mapping], baseAddressId: desk.base };
    expect(await desk.imports.check(checked, desk.officer, desk.context)).toMatchObject({ imported: 2 });
    await desk.commit(id);

    const again = await desk.choose(desk.sheet(...SHEET));
    const replanned = await desk.imports.plan({ ...given, import: again.import }, desk.officer, desk.context);
    expect(replanned.remembered).toBe(true);
    expect(replanned.columns.map(({ field }) => field)).toEqual(['name', 'address', null]);
    const shelf = desk.store.raw.prepare('SELECT * FROM import_mappings').all();
    expect(JSON.stringify(shelf)).not.toContain('名');
  });

  test('refuses a mapping that lacks a field, has one twice, or names a column that is not there', async () => {
    const desk = openImportDesk();
    const { import: id } = await desk.choose(desk.sheet('姓名,现住址,性别', '李欣,青禾苑3栋501,男'));
    const check = (...mapping: { index: number; field: 'name' | 'address' | 'sex' }[]) =>
      failureOfLater(async () =>
        desk.imports.check({ import: id, mapping, baseAddressId: desk.base }, desk.officer, desk.context),
      );
    expect(await check({ index: 0, field: 'name' })).toEqual({
      code: 'invalid',
      issues: [{ field: 'address', rule: 'required' }],
    });
    const both = [{ index: 0, field: 'name' } as const, { index: 1, field: 'address' } as const];
    expect(await check(...both, { index: 2, field: 'name' })).toMatchObject({ issues: [{ rule: 'twice' }] });
    expect(await check(...both, { index: 1, field: 'sex' })).toMatchObject({ issues: [{ rule: 'twice' }] });
    expect(await check(...both, { index: 9, field: 'sex' })).toMatchObject({
      issues: [{ rule: 'no-such-column' }],
    });
    const elsewhere = { import: id, mapping: both, baseAddressId: '07-000999' };
    expect(
      await failureOfLater(async () => desk.imports.check(elsewhere, desk.officer, desk.context)),
    ).toMatchObject({ issues: [{ field: 'baseAddressId', rule: 'missing' }] });
  });
});
