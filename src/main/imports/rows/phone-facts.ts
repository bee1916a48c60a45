/** The phones of one cell: often two in one, with whatever stands between them. */
import { isWordForNone } from '#shared/kernel/citizen-number.ts';
import { cleanNumber, isPhone, isPlain } from '#shared/kernel/text-input.ts';
import type { RowWarningRule } from '#shared/ledgers/population/import-rules.ts';

export interface PhoneFacts {
  /** Up to three, each once. */
  readonly phones: readonly string[];
  readonly warning: RowWarningRule | null;
  /** Full-width digits, apostrophes and the like were taken out. */
  readonly repaired: boolean;
}

const MOST = 3;
const APOSTROPHES = /['`´\u2018\u2019\u201B\u2032\u02BC\uFF07]/gu;
const STRONG = /[、,，;；/／\\|｜和及或\n]+/u;

export function phoneFacts(text: string): PhoneFacts {
  if (text === '' || isWordForNone(text)) return { phones: [], warning: null, repaired: false };
  const phones: string[] = [];
  let strange = false;
  const numbers = /^\d+$/u.test(text) ? [phoneOf(text)] : text.split(STRONG).flatMap(numbersIn);
  for (const number of numbers) {
    if (number === null) strange = true;
    else if (!phones.includes(number)) phones.push(number);
  }
  const tooMany = phones.length > MOST;
  return {
    phones: phones.slice(0, MOST),
    warning: strange ? 'not-a-phone' : tooMany ? 'too-many' : null,
    repaired: phones.length > 0 && !strange && isUnusual(text),
  };
}

/** Spaces part two phones, unless they only divide the digits of one. Null stands for what is none. */
function numbersIn(part: string): readonly (string | null)[] {
  const whole = phoneOf(part);
  if (whole !== null) return [whole];
  const pieces = part.trim().split(/\s+/u).map(phoneOf);
  if (pieces.every((piece) => piece !== null)) return pieces;
  return isWordForNone(part) ? [] : [null];
}

/** Null where it is none; a country code and a word before it go. */
function phoneOf(text: string): string | null {
  const bare = cleanNumber(text.replace(APOSTROPHES, ''))
    .replace(/^(?:电话|手机|联系电话|座机)[:：]?/u, '')
    .replace(/^(?:\+86|0086|86)(?=1\d{10}$)/u, '')
    .replace(/^\((0\d{2,3})\)/u, '$1');
  return isPhone(bare) ? bare : null;
}

/** Not how anybody writes a phone on purpose. */
function isUnusual(text: string): boolean {
  if (isPlain(text)) return false;
  return (
    text !== text.normalize('NFKC') ||
    /[\u200B-\u200F\u2060\uFEFF]/u.test(text) ||
    text.search(APOSTROPHES) >= 0
  );
}
