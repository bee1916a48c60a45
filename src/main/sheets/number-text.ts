/** A number of a spreadsheet as text: every digit the file has, and days in a form that can be read one way only. */
import type { NumberFormat } from './number-format.ts';

/** Days are counted from 1 January 1900, or from 1904 in files that began on a Macintosh. */
export type Epoch = 1900 | 1904;

const DAY_SECONDS = 86_400;
const DAY_MS = 86_400_000;
/** 31 December 9999, the last day a spreadsheet knows. */
const LAST_DAY = 2_958_465;

export function numberText(raw: string, format: NumberFormat, epoch: Epoch): string {
  if (format.day || format.time) {
    const text = dayText(Number(raw), format, epoch);
    if (text !== null) return text;
  }
  const text = plainNumber(raw);
  return format.digits > 0 && /^\d+$/.test(text) ? text.padStart(format.digits, '0') : text;
}

/** Without exponent and without what binary fractions add; whole numbers keep digits that no double could hold. */
function plainNumber(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw;
  const parts = /^(-?)(\d)(?:\.(\d+))?E\+?(\d{1,2})$/i.exec(raw);
  if (parts !== null) {
    const [, sign = '', first = '', rest = '', exponent = ''] = parts;
    const zeros = Number(exponent) - rest.length;
    if (zeros >= 0 && zeros < 20) return `${sign}${first}${rest}${'0'.repeat(zeros)}`;
  }
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? raw : text;
}

/** `2024-01-05`, `2024-01-05 08:30`, `08:30`; null for a number that is no day. */
function dayText(serial: number, format: NumberFormat, epoch: Epoch): string | null {
  if (!(serial >= 0 && serial < LAST_DAY + 1)) return null;
  const seconds = Math.round(serial * DAY_SECONDS);
  const days = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds % DAY_SECONDS;
  if (days === 0 && (format.time || epoch === 1900)) return format.time ? clockText(rest) : null;
  // 29 February 1900 exists in Excel only: it was kept for the sake of Lotus 1-2-3.
  if (epoch === 1900 && days === 60) return null;
  const day = isoDay(days + (epoch === 1904 ? 1462 : days < 60 ? 1 : 0));
  return format.time && rest > 0 ? `${day} ${clockText(rest)}` : day;
}

/** A ledger's days of birth repeat: making each day's text once is a tenth of reading a sheet. */
const days = new Map<number, string>();

/** Counted from 30 December 1899, as Excel does since March 1900. */
function isoDay(count: number): string {
  const known = days.get(count);
  if (known !== undefined) return known;
  const text = new Date(Date.UTC(1899, 11, 30) + count * DAY_MS).toISOString().slice(0, 10);
  days.set(count, text);
  return text;
}

function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? minutes : `${minutes}:${two(seconds % 60)}`;
}

/** The same for a moment that the file itself writes as ISO 8601. */
export function isoText(moment: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?Z?$/.exec(moment);
  if (parts === null) return moment;
  const [, day = '', clock = '', seconds = ''] = parts;
  const time = seconds === ':00' ? clock : clock + seconds;
  return time === '00:00' ? day : `${day} ${time}`;
}
