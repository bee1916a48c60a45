/** What somebody typed into the box: the shape of each word says what it may mean, and it may mean several things. */
import { checkDigit17, cleanIdNumber } from '#shared/kernel/citizen-number.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { foldName } from './name-keys.ts';
import { placeTyped } from './place-form.ts';

/** One word of the text; null for what it cannot be. */
export interface Word {
  /** As names are compared; digits may belong to the name of a unit or a place. */
  readonly text: string;
  /** The same where it may be somebody's name: 李欣, smith. */
  readonly name: string | null;
  /** a–z, as of a reading: lx, lixin, and what an input method shows before the characters: li'xin. */
  readonly letters: string | null;
  /** Characters chosen and letters still being typed: 李xin. */
  readonly begun: { readonly name: string; readonly letters: string } | null;
  /** Last four of a number or a phone. */
  readonly tail: string | null;
  /** Digits of a phone, seven or more. */
  readonly phone: string | null;
  /** A whole number of a paper, or a credit code. */
  readonly number: string | null;
  /** Part of an address in the form in which they are compared. */
  readonly place: string | null;
  /** A place by letters, and a path in it: qhy3-2. */
  readonly placeLetters: { readonly letters: string; readonly path: string } | null;
}

/** More words narrow nothing down any more. */
const WORDS_MAX = 6;
/**
 * A masked phone hides four digits in its middle. Fewer typed digits than these would let somebody guess them one by one.
 */
const PHONE_MIN = 7;

/** One number in groups: 519901 19910402 0017, +86 138 0000 1234. Two parts alone are two words: a beginning and an end. */
const GROUPED =
  /^(?:\d{6}[ -]\d{4}[ -]?\d{4}[ -]?\d{3}[\dXx]|(?:\+?86[ -]?)?1\d{2}(?:\d{8}|[ -]\d{4}[ -]\d{4}))$/u;

/** The words of a text; none where it says nothing. */
export function readTyped(text: string): Word[] {
  const typed = halfWidth(cleanText(text));
  if (GROUPED.test(typed)) return [readWord(typed.replace(/[ -]/gu, '').replace(/^\+?86(?=1\d{10}$)/u, ''))];
  const words = typed.split(' ').filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word));
  return words.slice(0, WORDS_MAX).map(readWord);
}

/** A whole identity number whose last character does not follow from the others. */
export function checkDigitDiffers({ number }: Word): boolean {
  return (
    number !== null && /^\d{17}[\dX]$/u.test(number) && checkDigit17(number.slice(0, 17)) !== number.slice(17)
  );
}

function readWord(word: string): Word {
  const digits = word.replace(/(?<=^0\d{2,3})-(?=\d{7,8}$)/u, '');
  const isDigits = /^\d+$/u.test(digits);
  const hasDigits = /\d/u.test(word);
  const letters = /^[a-zü']+$/iu.test(word) ? latin(word) : null;
  const text = foldName(word);
  return {
    text,
    name: hasDigits ? null : text,
    letters: letters === '' ? null : letters,
    begun: hasDigits ? null : begunIn(word),
    tail: /^\d{3}[\dXx]$/u.test(word) ? word.toUpperCase() : null,
    phone: isDigits && digits.length >= PHONE_MIN ? digits : null,
    number:
      /^[A-Za-z]{0,4}\d[\w()/-]{4,29}$/u.test(word) && /(?:\d.*){5}/u.test(word) ? cleanIdNumber(word) : null,
    place: placeIn(word),
    placeLetters: placeLettersIn(word),
  };
}

function placeIn(word: string): string | null {
  if (/^(?:\d{5,}|[a-zü']+|\d{3}[Xx])$/iu.test(word)) return null;
  const form = placeTyped(word);
  return form === '' ? null : form;
}

function placeLettersIn(word: string): Word['placeLetters'] {
  const [, letters = '', path = ''] = /^([a-zü']+)(\d[\d-]*)$/iu.exec(word) ?? [];
  return path === '' || path.length > 12 ? null : { letters: latin(letters), path };
}

function begunIn(word: string): Word['begun'] {
  const [, name = '', letters = ''] = /^([^a-zü'\s]+)([a-zü'\s]+)$/iu.exec(word) ?? [];
  return letters === '' || latin(letters) === '' ? null : { name: foldName(name), letters: latin(letters) };
}

/** As the keyboard of an input method has them. */
function latin(text: string): string {
  return text.toLowerCase().replace(/ü/gu, 'v').replace(/'/gu, '');
}

function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2018\u2019`]/gu, "'");
}
