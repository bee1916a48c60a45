import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/kernel/calendar-day.ts';
import { readDay } from '#shared/kernel/day-text.ts';

const TODAY = '2026-03-01';
const read = (text: string) => readDay(text, TODAY);
const sure = (day: string) => ({ day, certain: true });
const guess = (day: string) => ({ day, certain: false });

describe('a day in a spreadsheet', () => {
  test('is one day in every spelling', () => {
    const spellings = [
      '2024.1.5',
      '2024/1/5',
      '2024-01-05',
      '20240105',
      '2024年1月5日',
      '2024年01月05号',
      '45296',
      '45296.0',
      '２０２４．１．５',
      '2024。1。5',
      ' 2024 年 1 月 5 日 ',
      "'2024-1-5",
      '2024—01—05',
      '2024/1/5 0:00',
      '2024-01-05 08:30:00',
      '2024-01-05T00:00:00.000',
    ];
    expect(spellings.filter((text) => read(text)?.day !== '2024-01-05')).toEqual([]);
    expect(spellings.filter((text) => read(text)?.certain !== true)).toEqual([]);
  });

  test('that may be another is not certain', () => {
    expect(read('1/5/24')).toEqual(guess('2024-01-05'));
    expect(read('1/5/2024')).toEqual(guess('2024-01-05'));
    expect(read('13/5/24')).toEqual(guess('2013-05-24'));
    expect(read('24.1.5')).toEqual(guess('2024-01-05'));
    expect(read('85年12月31日')).toEqual(guess('1985-12-31'));
    expect(read('45296.5')).toEqual(guess('2024-01-05'));
  });

  test('with its year behind is certain where it has only one reading', () => {
    expect(read('13/5/2024')).toEqual(sure('2024-05-13'));
    expect(read('5/13/2024')).toEqual(sure('2024-05-13'));
    expect(read('5/5/2024')).toEqual(sure('2024-05-05'));
  });

  test('puts a year of two digits at most one year ahead', () => {
    expect(read('6/30/27')).toEqual(guess('2027-06-30'));
    expect(read('6/30/28')).toEqual(guess('1928-06-30'));
    expect(read('6/30/00')).toEqual(guess('2000-06-30'));
    expect(read('6/30/99')).toEqual(guess('1999-06-30'));
    expect(readDay('6/30/99', '2099-01-01')).toEqual(guess('2099-06-30'));
  });

  test('that does not exist is none', () => {
    const none = [
      '',
      '2024',
      '2024.13.1',
      '2024-02-30',
      '20240230',
      '2023年2月29日',
      '1899-12-31',
      '3000-01-01',
      '202401',
      '2024年1月',
      '32/13/2024',
      '0/0/24',
      '2024.1-5',
      '2024-01-05T00:00:00Z',
      '不详',
      '45',
      '-45296',
      '123456',
    ];
    expect(none.filter((text) => read(text) !== null)).toEqual([]);
  });

  test('is the one it was written from', () => {
    const days = fc.integer({ min: 0, max: 400_000 }).map((count) => addDays('1900-01-01', count));
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const short = [year, Number(month), Number(date)];
        for (const text of [
          day,
          day.replaceAll('-', ''),
          short.join('.'),
          short.join('/'),
          `${year}年${month}月${date}日`,
        ])
          expect(read(text)).toEqual(sure(day));
        expect(read(`${month}/${date}/${year}`)?.day).toBe(day);
        const serial = daysBetween('1899-12-30', day);
        expect(read(String(serial))).toEqual(serial < 10_000 || serial > 99_999 ? null : sure(day));
      }),
      { numRuns: 1000 },
    );
  });
});
