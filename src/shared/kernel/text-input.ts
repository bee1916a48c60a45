/** What people type, made uniform: full-width digits, stray spaces and zero-width characters of input methods. */

// Zero width space, non-joiner, joiner, left-to-right and right-to-left marks, word joiner, byte order mark.
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF]/gu;

// Half of a surrogate pair: no character, and no journal line can carry it.
const HALF = /\p{Surrogate}/gu;

/**
 * Common Han, digits and capitals alone, as most cells of a sheet are. Nothing in such a text is a space, a mark, wide, in two
 * parts or out of sight: whatever takes these out leaves it as it is, and need not look for them.
 */
export function isPlain(text: string): boolean {
  return /^[\u4E00-\u9FFF0-9A-Z]*$/u.test(text);
}

/** Free text: outer white space (ideographic space too) and invisible characters go, inner runs of spaces become one. */
export function cleanText(text: string): string {
  if (isPlain(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(HALF, '')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim();
}

/** A summary keeps its line breaks. */
export function cleanLines(text: string): string {
  return text.split(/\r?\n/u).map(cleanText).join('\n').trim();
}

/** Numbers, codes and phones: full-width to half-width (NFKC), all spaces and dashes removed. */
export function cleanNumber(text: string): string {
  if (isPlain(text)) return text;
  // Normalized again at the end: what stood on both sides of a removed character may compose now.
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(HALF, '')
    .replace(/[\s\u2010-\u2015\u2212-]+/gu, '')
    .normalize('NFKC');
}

/** True for a mainland mobile (11 digits from 1), a landline with or without area code, or a short service number. */
export function isPhone(text: string): boolean {
  return /^(1\d{10}|0\d{9,11}|[2-9]\d{6,7}|\d{3,5})$/u.test(cleanNumber(text));
}
