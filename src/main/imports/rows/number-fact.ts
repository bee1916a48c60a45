/** The identity number of a row: which kind of paper it is of, and what is wrong with it. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { isWordForNone, readIdNumber, type IdReading } from '#shared/kernel/citizen-number.ts';
import type { IdType } from '#shared/ledgers/population/residents.ts';
import type { RowIssueRule, RowWarningRule } from '#shared/ledgers/population/import-rules.ts';
import { idTypeFromWord } from './words.ts';

export interface NumberFact {
  readonly idType: IdType;
  readonly idNumber: string | null;
  /** Null without a number, and for papers whose numbers say nothing. */
  readonly reading: IdReading | null;
  readonly issue: RowIssueRule | null;
  readonly warning: RowWarningRule | null;
  /** Full-width digits, apostrophes and the like were taken out of it, and it is right now. */
  readonly repaired: boolean;
}

const NONE: NumberFact = {
  idType: 'none',
  idNumber: null,
  reading: null,
  issue: null,
  warning: null,
  repaired: false,
};

/** @param type what the sheet calls the paper; null where it says nothing, or nothing known */
export function numberFact(
  texts: { readonly idNumber: string; readonly otherIdNumber: string },
  type: string,
  today: CalendarDay,
): NumberFact {
  const said = type === '' ? null : idTypeFromWord(type);
  const main = read(texts.idNumber, said, 'citizen', today);
  if (main !== null && main.idNumber !== null) return main;
  const other = read(texts.otherIdNumber, said, 'other', today);
  if (other !== null && other.idNumber !== null) return other;
  return main ?? other ?? NONE;
}

/** Null where nothing stands. */
function read(
  text: string,
  said: IdType | null,
  column: 'citizen' | 'other',
  today: CalendarDay,
): NumberFact | null {
  if (text === '' || isWordForNone(text)) return null;
  const reading = readIdNumber(text, today);
  const { number, kind, flaw } = reading;
  // A remark in place of a number.
  if (!/[0-9A-Z]/u.test(number)) return { ...NONE, warning: 'unread' };
  const repaired = reading.certain && text.trim() !== number;
  const fact = { idNumber: number, repaired, warning: null };
  if (flaw === 'scientific') return { ...fact, idType: said ?? '111', reading: null, issue: flaw };
  if (!/^[0-9A-Z()/-]{4,30}$/u.test(number))
    return { ...fact, idType: said ?? '111', reading: null, issue: 'characters' };
  if (kind !== 'unknown') {
    const idType = checkedType(kind, said);
    if (flaw === 'birth-date') return { ...fact, idType, reading, issue: flaw };
    const warning =
      flaw === 'check-digit' || flaw === 'rounded' ? flaw : kind === 'old-15' ? 'old-number' : null;
    return { ...fact, idType, reading, issue: null, warning };
  }
  // Digits alone under the header of citizens' numbers are meant to be one.
  const short = column === 'citizen' && /^\d+X?$/u.test(number) && isCitizens(said);
  if (flaw !== null || short) return { ...fact, idType: said ?? '111', reading: null, issue: 'length' };
  return { ...fact, idType: isCitizens(said) ? typeByForm(number) : said, reading: null, issue: null };
}

function isCitizens(said: IdType | null): said is null | '111' | 'none' {
  return said === null || said === '111' || said === 'none';
}

function checkedType(kind: IdReading['kind'], said: IdType | null): IdType {
  if (kind === 'hmt-permit') return 'hmt-permit';
  if (kind === 'foreign-card' || kind === 'foreign-card-old') return 'foreign-card';
  return said === 'temporary-card' || said === 'household-book' ? said : '111';
}

/** Passes of Hong Kong and Macao begin with H or M, those of Taiwan have eight digits; the others are passports. */
function typeByForm(number: string): IdType {
  if (/^[HM]\d{8}(?:\d{2})?$/u.test(number)) return '516';
  return /^\d{8}$/u.test(number) ? '511' : '414';
}
