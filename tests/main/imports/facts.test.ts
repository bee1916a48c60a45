/** One row from its texts to what the ledger would hold. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IMPORT_FIELDS, type ImportField } from '#shared/contract/population/imports.ts';
import { ROW_ISSUES, ROW_WARNINGS } from '#shared/ledgers/population/import-rules.ts';
import { cleanResident, residentIssues, type ResidentInput } from '#shared/ledgers/population/residents.ts';
import { factStore } from '#main/imports/rows/fact-store.ts';
import { openDoorReader } from '#main/imports/rows/door-text.ts';
import { readRow, type Reading } from '#main/imports/rows/facts.ts';
import { isPassedOver } from '#main/imports/rows/passed-over.ts';
import { rowTaker } from '#main/imports/rows/row-texts.ts';
import { noTexts, textStore } from '#main/imports/rows/texts.ts';
import { numberOf } from '#tests/support/people.ts';

const NUMBER = numberOf('19910412', '123');
const reading: Reading = {
  today: '2026-11-23',
  doors: openDoorReader(),
  sexCodes: null,
  asksStay: true,
  yes: 'mismatch',
  gridOf: (_kind, text) => ({ code: text === '03' ? '03' : null, known: true }),
};

const BARE = { name: '李欣', address: '青禾苑3栋501' };

function row(texts: Partial<Record<ImportField, string>>, of: Partial<Reading> = {}) {
  const { facts, issues, warnings, ...rest } = readRow(
    { ...noTexts(), ...BARE, ...texts },
    { ...reading, ...of },
    [],
  );
  const words = (found: typeof issues) => found.map(({ field, rule }) => `${field} ${rule}`);
  return { ...facts, ...rest, issues: words(issues), warnings: words(warnings) };
}

describe('a number', () => {
  test.each([
    [NUMBER, '111', NUMBER, []],
    [`'${NUMBER}`, '111', NUMBER, []],
    [numberOf('19910412', '127').replace(/X$/, 'x'), '111', numberOf('19910412', '127'), []],
    [`${NUMBER.slice(0, 17)}${NUMBER.endsWith('1') ? '2' : '1'}`, '111', null, ['idNumber check-digit']],
    ['519901910412123', '111', '519901910412123', ['idNumber old-number']],
    ['519901199104120000', '111', '519901199104120000', ['idNumber rounded']],
    ['无', 'none', null, []],
    ['同上', 'none', null, []],
    ['身份证未带来', 'none', null, ['idNumber unread']],
    ['E12345678', '414', 'E12345678', []],
    ['H12345678', '516', 'H12345678', []],
    [numberOf('19910412', '123').replace('519901', '810000'), 'hmt-permit', null, ['idNumber check-digit']],
    ['ABC519901910412', 'foreign-card', 'ABC519901910412', []],
  ])('%s', (text, idType, idNumber, warnings) => {
    const read = row({ idNumber: text });
    expect(read).toMatchObject({ idType, issues: [], warnings });
    if (idNumber !== null || idType === 'none') expect(read.idNumber).toBe(idNumber);
  });

  test.each([
    ['5.19901E+17', 'scientific'],
    ['519901199113120017', 'birth-date'],
    ['51990119910412', 'length'],
    [`${NUMBER}1`, 'length'],
    ['12345', 'length'],
    ['A1', 'characters'],
  ])('%s keeps the row out: %s', (text, rule) => {
    expect(row({ idNumber: text }).issues).toEqual([`idNumber ${rule}`]);
  });

  test('of another paper is read as that paper says', () => {
    expect(row({ idNumber: '12345678', idType: '台胞证' })).toMatchObject({ idType: '511', issues: [] });
    expect(row({ otherIdNumber: 'G1234567', idType: '护照', idNumber: '无' })).toMatchObject({
      idType: '414',
      idNumber: 'G1234567',
    });
    expect(row({ idNumber: NUMBER, idType: '图书证' }).warnings).toEqual(['idType unknown-word']);
  });
});

describe('birth and sex', () => {
  test('follow from the number where the sheet says nothing', () => {
    expect(row({ idNumber: NUMBER })).toMatchObject({ sex: '1', birthDate: '1991-04-12', warnings: [] });
  });

  test('stay as the sheet says them, with a warning where the number says something else', () => {
    expect(row({ idNumber: NUMBER, sex: '女', birthDate: '1991.4.13' })).toMatchObject({
      sex: '2',
      birthDate: '1991-04-13',
      warnings: ['sex differs-from-number', 'birthDate differs-from-number'],
    });
  });

  test('of uncertain writing give way to the number, and are marked as guessed without one', () => {
    expect(row({ idNumber: NUMBER, birthDate: '4/12/91' })).toMatchObject({
      birthDate: '1991-04-12',
      warnings: [],
    });
    expect(row({ birthDate: '1/5/1991' })).toMatchObject({
      birthDate: '1991-01-05',
      warnings: ['birthDate guessed'],
    });
    expect(row({ birthDate: '1991年' })).toMatchObject({ birthDate: null, warnings: ['birthDate unread'] });
    expect(row({ birthDate: '2027-01-01' })).toMatchObject({
      birthDate: null,
      warnings: ['birthDate unread'],
    });
  });

  test('in digits are read as the sheet counts, and not at all where nobody knows', () => {
    expect(row({ sex: '1' }, { sexCodes: 'gb' }).sex).toBe('1');
    expect(row({ sex: '1' }, { sexCodes: 'from-zero' }).sex).toBe('2');
    expect(row({ sex: '0' }, { sexCodes: 'from-zero' }).sex).toBe('1');
    expect(row({ sex: '1' })).toMatchObject({ sex: '0', warnings: ['sex unread'] });
    expect(row({ sex: '0' })).toMatchObject({ sex: '0', warnings: ['sex unread'] });
  });
});

describe('phones', () => {
  test.each([
    ['15400015678', ['15400015678'], []],
    ['154 0001 5678', ['15400015678'], []],
    ['+86 15400015678', ['15400015678'], []],
    ['0833-0123456', ['08330123456'], []],
    ['15400015678/15400015679', ['15400015678', '15400015679'], []],
    ['15400015678 15400015679', ['15400015678', '15400015679'], []],
    ['15400015678、无', ['15400015678'], []],
    ['打不通', [], ['phone not-a-phone']],
    ['1540001567', [], ['phone not-a-phone']],
    [
      '15400015671、15400015672、15400015673、15400015674',
      ['15400015671', '15400015672', '15400015673'],
      ['phone too-many'],
    ],
  ])('%s', (text, phones, warnings) => {
    const { phone, phone2, phone3, warnings: said } = row({ phone: text });
    expect([phone, phone2, phone3].filter((one) => one !== null)).toEqual(phones);
    expect(said).toEqual(warnings);
  });
});

describe('the door', () => {
  test.each([
    [{ place: '青禾苑', door: '3-2-501', address: '' }, '青禾苑', '501', []],
    [{ place: '青禾苑', door: '青禾苑3栋501', address: '' }, '青禾苑', '501', []],
    [{ place: '', door: '3栋2单元501', address: '' }, null, '501', []],
    [{ place: '青禾苑', door: '', address: '胜利路12号' }, '胜利路', null, []],
    [{ address: '青禾苑3栋501（租房）' }, '青禾苑', '501', []],
    [{ address: '' }, null, null, ['address required']],
    [{ address: '同上' }, null, null, ['address required']],
    [{ address: '青禾苑' }, null, null, ['address no-door']],
    [{ address: '电话联系' }, null, null, ['address unread']],
    [{ address: '青禾苑3栋后面平房' }, null, null, ['address doubtful']],
  ])('%j', (texts, place, room, issues) => {
    const read = row(texts);
    expect(read.issues).toEqual(issues);
    if (issues.length === 0) expect(reading.doors.readingOf(read.door)).toMatchObject({ place, room });
  });
});

describe('whether somebody is here', () => {
  test.each([
    [{ isOut: '否' }, null, null, []],
    [{ isOut: '是', outOn: '2025.3.1' }, 'moved', '2025-03-01', []],
    [{ outOn: '2025.3.1' }, 'moved', '2025-03-01', []],
    [{ isOut: '否', outOn: '2025.3.1' }, null, null, []],
    [{ isDead: '是', diedOn: '20250301' }, 'dead', '2025-03-01', []],
    [{ isOut: '死亡' }, 'dead', null, []],
    [{ isOut: '外出务工' }, 'left', null, []],
    [{ isOut: '再说' }, null, null, ['isOut unread']],
    [{ outOn: '2027-01-01' }, null, null, ['outOn future']],
  ])('%j', (texts, outState, outOn, warnings) => {
    expect(row(texts)).toMatchObject({ outState, outOn, warnings, issues: [] });
  });

  test('a head who is gone heads no household', () => {
    expect(row({ relation: '户主', isOut: '是' }).relation).toBeNull();
    expect(row({ relation: '妻', isOut: '是' }).relation).toBe('12');
  });
});

test('words outside the list leave the field empty and say so', () => {
  expect(row({ relation: '媳妇', housing: '帐篷', residenceType: '外星', policeGrid: '99' })).toMatchObject({
    relation: null,
    housing: null,
    residenceType: 'registered',
    policeGrid: null,
    warnings: [
      'relation unknown-word',
      'residenceType unknown-word',
      'housing unknown-word',
      'policeGrid unknown-grid',
    ],
  });
  expect(row({ relation: '租客' })).toMatchObject({ relation: null, warnings: ['relation not-a-relation'] });
});

describe('the kind of residence', () => {
  test('is read from words, from the question in the header, and from what else the row says', () => {
    expect(row({ residenceType: '流动人口' }).residenceType).toBe('temporary');
    expect(row({ residenceType: '是' }).residenceType).toBe('mismatch');
    expect(row({ residenceType: '是' }, { yes: 'temporary' }).residenceType).toBe('temporary');
    expect(row({ residenceType: '否' }, { yes: 'registered' }).residenceType).toBe('temporary');
    expect(row({ stayFrom: '2026-01-01' }).residenceType).toBe('temporary');
    expect(row({ idNumber: 'H12345678' }).residenceType).toBe('overseas');
  });

  test('asks for the beginning of a stay where the sheet has a column for it', () => {
    expect(row({ residenceType: '暂住' }).warnings).toEqual(['stayFrom stay-needs-start']);
    expect(row({ residenceType: '暂住' }, { asksStay: false }).warnings).toEqual([]);
    expect(row({ stayFrom: '2026-02-01', stayUntil: '2026-01-01' })).toMatchObject({
      stayUntil: null,
      warnings: ['stayUntil before-start'],
    });
  });
});

test('whatever a row says, what is taken of it would pass at the desk, and every word has its place in the list', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '',
      '无',
      '是',
      '否',
      '男',
      '女',
      '0',
      '1',
      '户主',
      '租客',
      '2024.1.5',
      '45296',
      '20270101',
    ),
    fc.constantFrom(
      '死亡',
      '流动人口',
      '15400015678/无',
      "'519901199104121234",
      NUMBER,
      '519901199104120000',
    ),
    fc.constantFrom('青禾苑', '3栋501', '胜利路12号附3号', '李 欣', '阿·买买提', 'Ｌｉ Ｘｉｎ', '𬀩𬀪'),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.stringMatching(/^[0-9Xx'’ -]{0,20}$/),
  );
  const texts = fc.record(
    Object.fromEntries(IMPORT_FIELDS.map((field) => [field, text])) as Record<ImportField, typeof text>,
  );
  fc.assert(
    fc.property(texts, (given) => {
      const taken = rowTaker(IMPORT_FIELDS.map((field, index) => ({ index, field })))(
        IMPORT_FIELDS.map((field) => given[field]),
      );
      const { facts, issues, warnings } = readRow(taken.texts, reading, taken.forbidden);
      for (const { rule } of issues) expect(ROW_ISSUES).toContain(rule);
      for (const { rule } of warnings) expect(ROW_WARNINGS).toContain(rule);
      const { householdNumber, outState, outOn, ...fields } = facts;
      const input: ResidentInput = {
        ...fields,
        addressId: '07-000001',
        registerDivision: null,
        householdId: null,
        guardianId: null,
        emergencyContact: null,
        emergencyConsent: false,
        noticeGivenOn: null,
      };
      if (issues.length > 0) return;
      expect(residentIssues(input, reading.today)).toEqual([]);
      expect(cleanResident(input)).toEqual(input);
      const store = factStore();
      store.put(3, facts);
      expect(store.at(3)).toEqual(facts);
    }),
    { numRuns: 2000 },
  );
});

test('rows keep their texts, whatever is in them and however many there are', () => {
  const store = textStore();
  const kept = Array.from({ length: 5000 }, (_, at) => ({
    ...noTexts(),
    name: `𬀩李欣${at}`,
    address: '青禾苑'.repeat(at % 60),
  }));
  for (const [at, texts] of kept.entries()) store.put(at, texts);
  store.put(7, { ...noTexts(), name: '王强' });
  expect(store.at(7)).toEqual({ ...noTexts(), name: '王强' });
  for (const at of [0, 6, 8, 4999]) expect(store.at(at)).toEqual(kept[at]);
});

describe('rows that are no data', () => {
  const headers = ['序号', '姓名', '身份证号', '现住址'];
  const taker = rowTaker([
    { index: 1, field: 'name' },
    { index: 2, field: 'idNumber' },
    { index: 3, field: 'address' },
  ]);
  const passed = (line: string, since = 9) => {
    const cells = line.split(',');
    return isPassedOver({ cells, texts: taker(cells).texts }, headers, since);
  };

  test.each([
    '12,,,',
    ',  ,\u3000,',
    '合计,120人,,',
    ',合 计：,,',
    '共120人,,x,',
    '序号,姓名,身份证号,现住址',
    '注：以上信息由社区提供,,,x',
  ])('%s is passed over', (line) => {
    expect(passed(line)).toBe(true);
  });

  test.each([`1,李欣,${NUMBER},青禾苑3栋501`, '2,,519901,青禾苑3栋501', '3,李欣,,'])('%s is not', (line) => {
    expect(passed(line)).toBe(false);
  });

  test('what a column should hold is said right under the header, and nowhere else', () => {
    expect(passed('填写说明,必填,18位,小区+门牌，如：青禾苑3栋501', 1)).toBe(true);
    expect(passed('1,必填,18位数字,青禾苑', 9)).toBe(false);
  });
});
