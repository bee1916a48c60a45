import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/calendar-day.ts';
import {
  ageOn,
  checkDigit17,
  cleanIdNumber,
  differsInOneDigit,
  expand15,
  isTransposed,
  isWordForNone,
  maskIdNumber,
  readIdNumber,
  tailOf,
} from '#shared/kernel/citizen-number.ts';

const TODAY = '2026-03-01';
const VALID = '519901198001010017';

const born = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1900-01-01', days));
/** Valid numbers of places that do not exist. */
const numbers = fc
  .tuple(born, fc.integer({ min: 1, max: 999 }))
  .map(([day, sequence]) => `519901${day.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`)
  .map((first17) => first17 + checkDigit17(first17));

describe('cleaning an identity number', () => {
  test('takes away what spreadsheets and input methods leave', () => {
    expect(cleanIdNumber("'519901 19800101\u200B0017")).toBe(VALID);
    expect(cleanIdNumber('‘５１９９０１１９８００１０１００１７’')).toBe(VALID);
    expect(cleanIdNumber('\u300011010519491231002x ')).toBe('11010519491231002X');
    expect(cleanIdNumber('ab-12/3')).toBe('AB-12/3');
  });

  test('changes nothing the second time, whatever was typed', () => {
    const noise = fc.constantFrom(
      ' ',
      '´',
      '’',
      '＇',
      'ŉ',
      'x',
      'i',
      '\u0307',
      '\u0301',
      '１',
      '\u200B',
      'a',
      '\uD800',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(noise, { maxLength: 14 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const once = cleanIdNumber(text);
        expect(cleanIdNumber(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('words for no number are known, numbers and names are not taken for them', () => {
    const none = [
      '',
      ' ',
      '无',
      '/',
      '不详',
      '同上',
      '-',
      '——',
      '暂无',
      '未提供',
      '没有',
      '空',
      '（无）',
      'N/A',
      '无证件',
      '…',
      '０',
    ];
    expect(none.filter((text) => !isWordForNone(text))).toEqual([]);
    expect([VALID, 'E12345678', '无锡路3号', '李无', '\uE001', '5.19901E+17'].filter(isWordForNone)).toEqual(
      [],
    );
  });
});

describe('an eighteen-digit number', () => {
  test('tells birth and sex', () => {
    expect(readIdNumber(VALID, TODAY)).toEqual({
      kind: 'citizen',
      number: VALID,
      birthDate: '1980-01-01',
      sex: 'male',
      flaw: null,
      certain: true,
    });
    expect(readIdNumber('519902199512319981', TODAY)).toMatchObject({
      birthDate: '1995-12-31',
      sex: 'female',
      certain: true,
    });
  });

  test('is read the same in capitals, small letters and full width', () => {
    // The example of GB 11643.
    for (const text of ['11010519491231002X', '11010519491231002x', '１１０１０５１９４９１２３１００２ｘ'])
      expect(readIdNumber(text, TODAY)).toMatchObject({
        number: '11010519491231002X',
        flaw: null,
        certain: true,
      });
  });

  test('names its kind: permits of Hong Kong, Macao and Taiwan, and the card of foreigners', () => {
    const kinds = ['810000', '820000', '830000', '710000', '519901', '932682'].map((place) => {
      const first17 = `${place}19850101001`;
      const { kind, flaw, certain } = readIdNumber(first17 + checkDigit17(first17), TODAY);
      return [kind, flaw, certain];
    });
    expect(kinds).toEqual([
      ['hmt-permit', null, true],
      ['hmt-permit', null, true],
      ['hmt-permit', null, true],
      ['citizen', null, false],
      ['citizen', null, true],
      ['foreign-card', null, true],
    ]);
    expect(readIdNumber('932682198501010017', TODAY)).toMatchObject({
      kind: 'foreign-card',
      birthDate: '1985-01-01',
      flaw: null,
    });
  });

  test('with a wrong check digit still tells what it says, but not for certain', () => {
    expect(readIdNumber('519901198001010018', TODAY)).toMatchObject({
      kind: 'citizen',
      birthDate: '1980-01-01',
      sex: 'male',
      flaw: 'check-digit',
      certain: false,
    });
  });

  test('with an impossible birthday tells none', () => {
    const flawOf = (day: string) => {
      const first17 = `519901${day}001`;
      const { flaw, birthDate } = readIdNumber(first17 + checkDigit17(first17), TODAY);
      return [flaw, birthDate];
    };
    for (const day of ['19800230', '18991231', '20260302', '19801301', '00000000'])
      expect(flawOf(day)).toEqual(['birth-date', null]);
    expect(flawOf('20260301')).toEqual([null, '2026-03-01']);
    expect(readIdNumber('519901209901010018').flaw).not.toBe('birth-date');
  });

  test('every valid one is read back, and no single slip or swap of neighbours goes unnoticed', () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (number, at, step) => {
        expect(readIdNumber(number).flaw).toBeNull();
        const digit = (Number(number.charAt(at)) + step) % 10;
        const slip = number.slice(0, at) + String(digit) + number.slice(at + 1);
        const read = readIdNumber(slip);
        expect(read.flaw === null && read.kind !== 'unknown').toBe(false);
        expect(differsInOneDigit(number, slip)).toBe(true);
        expect(isTransposed(number, slip)).toBe(false);
        const [a, b] = [number.charAt(at), number.charAt(at + 1)];
        const swapped = number.slice(0, at) + b + a + number.slice(at + 2);
        expect(isTransposed(number, swapped)).toBe(a !== b);
        expect(readIdNumber(swapped).certain && a !== b).toBe(false);
        expect(differsInOneDigit(number, swapped)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('numbers that are shorter, older or broken', () => {
  test('an old one of fifteen digits is read and never certain', () => {
    expect(readIdNumber('519901800101001', TODAY)).toEqual({
      kind: 'old-15',
      number: '519901800101001',
      birthDate: '1980-01-01',
      sex: 'male',
      flaw: null,
      certain: false,
    });
    expect(expand15('519901800101001')).toBe(VALID);
    expect(readIdNumber('519901800231002', TODAY)).toMatchObject({
      kind: 'old-15',
      flaw: 'birth-date',
      birthDate: null,
    });
    expect(['51990180010100', '5199018001010011', 'A19901800101001'].map(expand15)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('the old card of foreigners tells nothing of birth', () => {
    expect(readIdNumber('usa 5199 850101 12', TODAY)).toEqual({
      kind: 'foreign-card-old',
      number: 'USA519985010112',
      birthDate: null,
      sex: null,
      flaw: null,
      certain: false,
    });
    expect(readIdNumber('US5199850101120', TODAY)).toMatchObject({ kind: 'unknown', flaw: 'length' });
  });

  test('what a spreadsheet destroyed is named', () => {
    for (const text of ['5.19901E+17', '5.19901e+17', '5.19901198001010E+17', '５．１Ｅ＋１７', '5E17'])
      expect(readIdNumber(text, TODAY)).toMatchObject({
        kind: 'unknown',
        flaw: 'scientific',
        birthDate: null,
      });
    const rounded = VALID.slice(0, 15) + '000';
    expect(readIdNumber(rounded, TODAY)).toMatchObject({
      flaw: 'rounded',
      birthDate: '1980-01-01',
      sex: null,
      certain: false,
    });
  });

  test('a number that rightly ends in 000 is not damaged, only not certain', () => {
    const rightly = Array.from({ length: 9 }, (_, at) => `51990119800101${String(at + 1)}00`).find(
      (first17) => checkDigit17(first17) === '0',
    );
    expect(readIdNumber(`${rightly ?? ''}0`, TODAY)).toMatchObject({
      kind: 'citizen',
      flaw: null,
      sex: 'female',
      certain: false,
    });
  });

  test('too many or too few digits are a wrong length, a passport is not', () => {
    const flaws = (texts: readonly string[]) => texts.map((text) => readIdNumber(text, TODAY).flaw);
    expect(flaws([VALID.slice(1), `${VALID}1`, '13800005678', '', 'O19901198001010017'])).toEqual(
      Array(5).fill('length'),
    );
    expect(flaws(['E12345678', 'H1234567801', '12345678', '军字第1234567号'])).toEqual(Array(4).fill(null));
  });
});

describe('what is shown of a number', () => {
  test('hides the birthday', () => {
    expect(maskIdNumber(VALID)).toBe('519901········0017');
    expect(maskIdNumber('519901800101001')).toBe('519901·····1001');
    expect(maskIdNumber('E12345678')).toBe('····78');
    expect(maskIdNumber('1234')).toBe('····');
    expect(tailOf(VALID)).toBe('0017');
    fc.assert(
      fc.property(numbers, (number) => {
        expect(maskIdNumber(number).slice(6, 14)).toBe('········');
      }),
    );
  });

  test('two numbers of different length differ in more than a digit', () => {
    expect(differsInOneDigit('123', '1234')).toBe(false);
    expect(differsInOneDigit('123', '123')).toBe(false);
    expect(isTransposed('1234', '12345')).toBe(false);
    expect(isTransposed('1234', '4231')).toBe(false);
    expect(isTransposed('1234', '2143')).toBe(false);
    expect(isTransposed('1234', '1324')).toBe(true);
  });
});

describe('age', () => {
  test('grows on the birthday', () => {
    expect(ageOn('2012-03-02', TODAY)).toBe(13);
    expect(ageOn('2012-03-01', TODAY)).toBe(14);
    expect(ageOn('2027-01-01', TODAY)).toBe(-1);
    expect(ageOn(TODAY, TODAY)).toBe(0);
  });

  test('of somebody born on 29 February on 1 March', () => {
    expect(ageOn('2012-02-29', '2026-02-28')).toBe(13);
    expect(ageOn('2012-02-29', '2026-03-01')).toBe(14);
    expect(ageOn('2012-02-29', '2028-02-29')).toBe(16);
  });
});
