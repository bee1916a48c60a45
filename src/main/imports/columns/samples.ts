/** A few values of a column, so that a person sees what it holds; numbers, phones and birthdays masked. */
import type { ImportField } from '#shared/contract/population/imports.ts';
import { cleanIdNumber, maskIdNumber } from '#shared/kernel/citizen-number.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { cleanText } from '#shared/kernel/text-input.ts';

const SAMPLES = 3;
const LONGEST = 40;

export function samplesOf(cells: readonly string[], field: ImportField | null): string[] {
  if (field === null) return [];
  const different = new Set(cells.map(cleanText).filter((text) => text !== ''));
  return [...different].slice(0, SAMPLES).map((text) => masked([...text].slice(0, LONGEST).join(''), field));
}

/** A value of that field as it may leave the office unasked. */
export function masked(text: string, field: ImportField): string {
  switch (field) {
    case 'idNumber':
    case 'otherIdNumber': {
      const number = cleanIdNumber(text);
      return /\d{3}/u.test(number) ? maskIdNumber(number) : text;
    }
    case 'birthDate':
      return text.replace(/\d{1,2}(?=\D*$)/u, '··');
    default:
      return withoutNumbers(text);
  }
}

/** Every run of seven digits and more may be a number or a phone, in whichever column somebody wrote it. */
export function withoutNumbers(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\d(?:[\s-]?[\dXx]){6,}/gu, (run) => maskPhone(run.replace(/[\s-]/gu, '')));
}
