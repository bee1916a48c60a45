/** Numbers and days of a spreadsheet as text. */
import fc from 'fast-check';
import { SSF } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { builtInFormat, formatOf, PLAIN } from '#main/sheets/number-format.ts';
import { isoText, numberText } from '#main/sheets/number-text.ts';

/** SheetJS has no types for its own reading of days. */
interface Serials {
  parse_date_code(serial: number): { y: number; m: number; d: number };
}

const DAY = { day: true, time: false, digits: 0 };
const TIME = { day: false, time: true, digits: 0 };
const BOTH = { day: true, time: true, digits: 0 };

describe('a number', () => {
  test.each([
    ['519901198001011234', '519901198001011234', 'an identity number that a program wrote whole'],
    ['5.1990119800101E+17', '519901198001010000', 'the same cut by Excel'],
    ['5.19901e+17', '519901000000000000', 'the same cut by a person'],
    ['6222021234567890123', '6222021234567890123', 'the number of an account'],
    ['0.30000000000000004', '0.3', 'what a binary fraction adds'],
    ['13800000000.000002', '13800000000', 'the same behind a telephone number'],
    ['12.50', '12.5', 'a fraction'],
    ['-3', '-3', 'below zero'],
    ['0', '0', 'zero'],
    ['1E-9', '1E-9', 'something very small'],
    ['1E+300', '1E+300', 'something very large'],
    ['', '', 'nothing'],
    ['abc', 'abc', 'what is no number'],
  ])('%s is %s: %s', (raw, text) => {
    expect(numberText(raw, PLAIN, 1900)).toBe(text);
  });

  test('keeps its zeros in front where its format shows them', () => {
    expect(numberText('301', formatOf('0000'), 1900)).toBe('0301');
    expect(numberText('70123456789', formatOf('00000000000'), 1900)).toBe('70123456789');
    expect(numberText('-5', formatOf('000'), 1900)).toBe('-5');
    expect(formatOf('0'.repeat(1_000_000))).toEqual(PLAIN);
  });

  test('whole numbers lose no digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 25n }), (value) => {
        expect(numberText(String(value), PLAIN, 1900)).toBe(String(value));
      }),
    );
  });
});

describe('a format', () => {
  test.each([
    ['General', PLAIN],
    ['G/通用格式', PLAIN],
    ['"第"General"号"', PLAIN],
    ['@', PLAIN],
    ['0.00', PLAIN],
    ['#,##0;[Red]-#,##0', PLAIN],
    ['0.00E+00', PLAIN],
    ['[$¥-804]#,##0.00', PLAIN],
    ['0"年"', PLAIN],
    ['yyyy/m/d', DAY],
    ['yyyy"年"m"月"d"日"', DAY],
    ['[$-804]yyyy"年"m"月"d"日";@', DAY],
    ['[DBNum1][$-804]yyyy"年"m"月"', DAY],
    ['m"月"d"日"', DAY],
    ['mmm-yy', DAY],
    ['aaaa', DAY],
    ['h:mm', TIME],
    ['mm:ss.0', TIME],
    ['[h]:mm', TIME],
    ['上午/下午h"时"mm"分"', TIME],
    ['yyyy/m/d h:mm', BOTH],
    ['m/d/yy h:mm AM/PM', BOTH],
  ])('%s', (code, format) => {
    expect(formatOf(code)).toEqual(format);
  });

  test('that a file names by number', () => {
    expect([0, 1, 2, 49, 26, 37, 200].map(builtInFormat)).toEqual(Array.from({ length: 7 }, () => PLAIN));
    expect([14, 27, 31, 57, 58].map(builtInFormat)).toEqual(Array.from({ length: 5 }, () => DAY));
    expect([builtInFormat(22), builtInFormat(20), builtInFormat(55)]).toEqual([BOTH, TIME, TIME]);
  });
});

describe('a day', () => {
  test.each([
    ['45296', 1900, '2024-01-05'],
    ['43834', 1904, '2024-01-05'],
    ['1', 1900, '1900-01-01'],
    ['59', 1900, '1900-02-28'],
    ['60', 1900, '60'],
    ['61', 1900, '1900-03-01'],
    ['0', 1904, '1904-01-01'],
    ['0', 1900, '0'],
    ['-1', 1900, '-1'],
    ['2958465', 1900, '9999-12-31'],
    ['2958466', 1900, '2958466'],
    ['45296.99999', 1900, '2024-01-05'],
  ] as const)('%s since %i is %s', (raw, epoch, text) => {
    expect(numberText(raw, DAY, epoch)).toBe(text);
  });

  test.each([
    ['45296.354166666664', BOTH, '2024-01-05 08:30'],
    ['45296', BOTH, '2024-01-05'],
    ['45296.999999999', BOTH, '2024-01-06'],
    ['45296.00001158', BOTH, '2024-01-05 00:00:01'],
    ['0.354166666664', TIME, '08:30'],
    ['0', TIME, '00:00'],
    ['1.25', TIME, '1900-01-01 06:00'],
  ] as const)('%s with a time of day', (raw, format, text) => {
    expect(numberText(raw, format, 1900)).toBe(text);
  });

  test('is the day that another library reads, over a hundred and fifty years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 55_000 }), (serial) => {
        const { y, m, d } = (SSF as Serials).parse_date_code(serial);
        const iso = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
        expect(numberText(String(serial), DAY, 1900)).toBe(iso);
      }),
    );
  });

  test.each([
    ['2024-01-05', '2024-01-05'],
    ['2024-01-05T00:00:00', '2024-01-05'],
    ['2024-01-05T08:30:00.000Z', '2024-01-05 08:30'],
    ['2024-01-05T08:30:15', '2024-01-05 08:30:15'],
    ['T08:30', 'T08:30'],
  ])('%s, written so by the file', (written, text) => {
    expect(isoText(written)).toBe(text);
  });
});
