/** Days as people and spreadsheets write them. */
import { addDays, isCalendarDay, type CalendarDay } from './calendar-day.ts';

export interface DayReading {
  readonly day: CalendarDay;
  /** False where the text may mean another day: the order of day and month, or the century, is a guess. */
  readonly certain: boolean;
}

/** Day 0 of the spreadsheets' 1900 system, which counts a 29 February 1900 that never was. */
const SERIAL_START = '1899-12-30';

const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF'\u2018\u2019]/gu;
/** A time of day behind the date; one with a time zone is an instant and no day. */
const TIME = /[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u;

/**
 * The day a cell means, or null when it means none: no such day, before 1900, after 2999, only a year or a month.
 * @param today the office's day: decides the century of a year of two digits
 */
export function readDay(text: string, today: CalendarDay): DayReading | null {
  if (isCalendarDay(text)) return { day: text, certain: true };
  const plain = text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .trim()
    .replace(TIME, '')
    .replace(/\s+/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/。/gu, '.');
  return readSerial(plain) ?? readWhole(plain) ?? readParts(plain, today);
}

/**
 * 45296 is 2024-01-05. Five digits only (1927 to 2173): four are a year, six a year and a month.
 * A fraction is a time of day, or a point in a wrong place.
 */
function readSerial(text: string): DayReading | null {
  const found = /^([1-9]\d{4})(?:\.(\d+))?$/u.exec(text);
  if (found === null) return null;
  return { day: addDays(SERIAL_START, Number(found[1])), certain: /^0*$/u.test(found[2] ?? '') };
}

/** 20240105 */
function readWhole(text: string): DayReading | null {
  const found = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  return found === null ? null : existing(Number(found[1]), Number(found[2]), Number(found[3]), true);
}

/** Three numbers. In Chinese the year comes first; only spreadsheets of other languages write it last. */
function readParts(text: string, today: CalendarDay): DayReading | null {
  const found =
    /^(\d{4}|\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{1,2})$/u.exec(text) ??
    /^(\d{4}|\d{2})(年)(\d{1,2})月(\d{1,2})[日号]?$/u.exec(text);
  const [, first = '', mark = '', second = '', third = ''] = found ?? [];
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  if (first.length === 4) return third.length === 4 ? null : existing(a, b, c, true);
  if (mark === '年') return existing(yearOf(a, today), b, c, false);
  const year = third.length === 4 ? c : yearOf(c, today);
  const sure = third.length === 4 && (a > 12 || b > 12 || a === b);
  return (
    existing(year, a, b, sure) ??
    (third.length === 4
      ? existing(year, b, a, sure)
      : // 24.1.5 and 85-12-31: a year of two digits in its Chinese place.
        existing(yearOf(a, today), b, c, false))
  );
}

/** At most next year: births lie behind, and a stay is seldom announced for longer. */
function yearOf(twoDigits: number, today: CalendarDay): number {
  const latest = Number(today.slice(0, 4)) + 1;
  return latest - ((((latest - twoDigits) % 100) + 100) % 100);
}

function existing(year: number, month: number, date: number, certain: boolean): DayReading | null {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${String(year)}-${two(month)}-${two(date)}`;
  return isCalendarDay(day) ? { day, certain } : null;
}
