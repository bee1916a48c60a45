/**
 * Identity numbers: which kind one is, what it says of birth and sex, and what a spreadsheet did to it.
 * GB 11643-1999 (citizens; the residence permits of Hong Kong, Macao and Taiwan use the same form), and the permanent
 * residence card of foreigners, which has had the same form since December 2023.
 */
import { isCalendarDay, type CalendarDay } from './calendar-day.ts';
import { cleanText, isPlain } from './text-input.ts';

export type Sex = 'male' | 'female';

export type IdKind = 'citizen' | 'hmt-permit' | 'foreign-card' | 'foreign-card-old' | 'old-15' | 'unknown';

/**
 * - `check-digit`: the last character does not follow from the others. A warning: the paper itself may be wrong.
 * - `birth-date`: no such day, before 1900, or still to come.
 * - `length`: so many digits that it must be meant as an identity number, but in none of their forms.
 * - `rounded`: a spreadsheet kept fifteen digits and wrote 000 for the others. They cannot be had back.
 * - `scientific`: a spreadsheet's `5.19901E+17`. Nothing can be had back.
 */
export type IdFlaw = 'check-digit' | 'birth-date' | 'length' | 'rounded' | 'scientific';

export interface IdReading {
  readonly kind: IdKind;
  /** Cleaned, never completed: an old number keeps its fifteen digits. */
  readonly number: string;
  /** Null where the number does not say it, or says an impossible day. */
  readonly birthDate: CalendarDay | null;
  /** Null where the number does not say it, or the digit that says it is lost. */
  readonly sex: Sex | null;
  readonly flaw: IdFlaw | null;
  /** True when the check digit is right and nothing else speaks against the number. */
  readonly certain: boolean;
}

const APOSTROPHES = /['`´\u2018\u2019\u201B\u2032\u02BC\uFF07]/gu;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** First pair of a division code (GB/T 2260) under which citizens were given numbers. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])/u;
const LAST_DAY: CalendarDay = '2999-12-31';
const PERMIT = /^8[123]0000/u;

/** What stands in a cell where no number is, without its punctuation. */
const NONE = new Set(
  (
    '无 没 没有 暂无 暂缺 缺 空 空白 同上 不详 不明 不清楚 不知道 未知 未提供 未填 未办 未办理 未登记 未采集 ' +
    '无证 无证件 无身份证 无号码 没有身份证 0 NA NULL NONE NIL'
  ).split(' '),
);

/** Half-width, without spaces, apostrophes and what cannot be seen; letters in capitals. Dashes may belong to a number. */
export function cleanIdNumber(text: string): string {
  if (isPlain(text)) return text;
  // Normalized again after each removal: what stood on both sides of it may compose now.
  return cleanText(text.replace(APOSTROPHES, ''))
    .normalize('NFKC')
    .replace(APOSTROPHES, '')
    .replace(/\s+/gu, '')
    .normalize('NFKC')
    .replace(/[a-z]+/gu, (letters) => letters.toUpperCase())
    .normalize('NFKC');
}

/** True for an empty cell and for the words people write into one: 无, /, 不详, 同上. */
export function isWordForNone(text: string): boolean {
  // Most cells are numbers, days and addresses: of the digits only 0 stands for nothing.
  if (/[1-9]/u.test(text)) return false;
  // Private use characters count: a leftover of an old font may be somebody's whole name.
  const bare = isPlain(text)
    ? text
    : text
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}\p{Co}]/gu, '');
  return bare === '' || NONE.has(bare);
}

/** The eighteenth character by ISO 7064 MOD 11-2. */
export function checkDigit17(first17: string): string {
  if (!/^\d{17}$/u.test(first17)) throw new Error('not seventeen digits');
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return CHECKS.charAt(sum % 11);
}

/** Eighteen characters of an old number, or null if it is none. Only likely: nothing ever checked the old digits. */
export function expand15(number: string): string | null {
  if (!/^[1-8]\d{14}$/u.test(number)) return null;
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`;
  return first17 + checkDigit17(first17);
}

/** @param today the office's day, after which nobody was born yet; left out, births still to come are not noticed */
export function readIdNumber(text: string, today: CalendarDay = LAST_DAY): IdReading {
  const number = cleanIdNumber(text);
  if (/^[1-9]\d{16}[\dX]$/u.test(number)) return read18(number, today);
  const long = expand15(number);
  if (long !== null) {
    const { birthDate, sex, flaw } = read18(long, today);
    return { kind: 'old-15', number, birthDate, sex, flaw, certain: false };
  }
  const silent = { number, birthDate: null, sex: null, certain: false };
  if (/^[A-Z]{3}\d{12}$/u.test(number)) return { ...silent, kind: 'foreign-card-old', flaw: null };
  if (/^\d(?:\.\d+)?E\+?\d{2}$/u.test(number)) return { ...silent, kind: 'unknown', flaw: 'scientific' };
  // No passport or pass has more than ten digits.
  const digits = number.replace(/\D/gu, '').length;
  return { ...silent, kind: 'unknown', flaw: number === '' || digits > 10 ? 'length' : null };
}

function read18(number: string, today: CalendarDay): IdReading {
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const birthDate = isCalendarDay(day) && day <= today ? day : null;
  const checked = number.endsWith(checkDigit17(number.slice(0, 17)));
  const roundEnd = number.endsWith('000');
  const lost = !checked && roundEnd;
  const flaw = birthDate === null ? 'birth-date' : checked ? null : lost ? 'rounded' : 'check-digit';
  const kind = number.startsWith('9') ? 'foreign-card' : PERMIT.test(number) ? 'hmt-permit' : 'citizen';
  const knownPlace = kind !== 'citizen' || PROVINCE.test(number);
  const sex = lost ? null : Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female';
  // One rounded number in eleven passes the check by chance.
  return { kind, number, birthDate, sex, flaw, certain: flaw === null && knownPlace && !roundEnd };
}

/** `519901········0017`; of a passport or a pass only the last two characters. */
export function maskIdNumber(number: string): string {
  const chars = [...number];
  const end = (count: number) => chars.slice(-count).join('');
  if (chars.length < 15) return chars.length < 6 ? '····' : `····${end(2)}`;
  return chars.slice(0, 6).join('') + '·'.repeat(chars.length - 10) + end(4);
}

/** The last four characters, by which people at a desk are told apart. */
export function tailOf(number: string): string {
  return [...number].slice(-4).join('');
}

/** One digit mistyped. */
export function differsInOneDigit(a: string, b: string): boolean {
  return a.length === b.length && differences(a, b).length === 1;
}

/** Two neighbouring digits changed places. */
export function isTransposed(a: string, b: string): boolean {
  const [first, second, ...more] = differences(a, b);
  if (a.length !== b.length || first === undefined || second === undefined || more.length > 0) return false;
  return second === first + 1 && a[first] === b[second] && a[second] === b[first];
}

function differences(a: string, b: string): number[] {
  return Array.from(a, (_, at) => at).filter((at) => a[at] !== b[at]);
}

/** Full years on a day, negative before the birth. Who was born on 29 February is older from 1 March. */
export function ageOn(birth: CalendarDay, day: CalendarDay): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
