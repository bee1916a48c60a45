/** People's names as they are written: rare characters, the dot inside transcribed names, and a masked form. */
import { hasLabel } from './person-labels.ts';
import { cleanText, isPlain } from './text-input.ts';

/** Code points: a rare character counts once. */
export const PERSON_NAME_MAX = 50;

export type PersonNameIssue = 'required' | 'too-long' | 'characters' | 'label';

/**
 * Han of every plane. Planes 2 and 3 as a whole, because a table of characters is older than the newest names;
 * private use, because older police systems put rare characters there.
 */
const HAN = '\\p{Script=Han}\\u{20000}-\\u{3FFFD}\\p{Co}';
const DOTS = /[\u00B7\u0387\u2022\u2027\u2219\u22C5\u30FB\uFF0E\uFF65]+/gu;
const POINT_BETWEEN = new RegExp(`(?<=[${HAN}])\\.(?=[${HAN}])`, 'gu');
const SPACE_BETWEEN = new RegExp(`(?<=[${HAN}]) (?=[${HAN}])`, 'gu');
const LETTER = `[${HAN}[\\p{Script=Latin}&&\\p{L}]]`;
const NAME = new RegExp(`^${LETTER}(?:[${HAN}[\\p{Script=Latin}&&\\p{L}] ·'\\-]*${LETTER})?$`, 'v');

/**
 * Never normalized as a whole: that would put other characters in place of rare ones.
 * Only Latin letters are made half-width and their accents joined.
 */
export function cleanPersonName(text: string): string {
  if (isPlain(text)) return text;
  return cleanText(text)
    .replace(/[\uFF21-\uFF3A\uFF41-\uFF5A]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Script=Latin}\p{M}+/gu, (letter) => letter.normalize('NFC'))
    .replace(/[\u2018\u2019\u02BC\uFF07`]/gu, "'")
    .replace(/[\u2010-\u2013\u2212\uFF0D]/gu, '-')
    .replace(POINT_BETWEEN, '·')
    .replace(DOTS, '·')
    .replace(/ ?(?:· ?)+/gu, '·')
    .replace(SPACE_BETWEEN, '');
}

/** What is wrong with a cleaned name; null when it may be saved. */
export function personNameIssue(name: string): PersonNameIssue | null {
  if (name === '') return 'required';
  if ([...name].length > PERSON_NAME_MAX) return 'too-long';
  if (!NAME.test(name)) return 'characters';
  return hasLabel(name) ? 'label' : null;
}

/** 李小明 becomes 李××. Never more than two marks: the length of a name tells who it is, too. */
export function maskName(name: string): string {
  const [first, ...others] = name;
  return first === undefined ? '' : first + '×'.repeat(others.length > 1 ? 2 : 1);
}
