/** The faults of F-numbers: what typing, pasting and spreadsheets do to an identity number. */
import { checkDigit17 } from '#shared/kernel/citizen-number.ts';
import type { Random } from '#main/seed/random.ts';
import { wide } from './doors.ts';
import type { Cell, Fault, Outcome } from './entry.ts';

export interface Spoilt {
  readonly cell: Cell;
  readonly outcome: Outcome;
  readonly repaired: boolean;
}

export const NONE_WORDS = ['', '无', '/', '不详', '同上'] as const;

/** Every fault that changes the number alone. */
export type NumberFault = Extract<
  Fault,
  | 'full-width-number'
  | 'lower-case-x'
  | 'inner-spaces'
  | 'zero-width'
  | 'scientific'
  | 'rounded'
  | 'check-digit'
  | 'impossible-birth'
  | 'length'
  | 'old-number'
  | 'no-number'
>;

/** Numbers that end in X are text in every spreadsheet: it cannot round them. */
export const NEEDS_DIGITS: ReadonlySet<Fault> = new Set(['scientific', 'rounded', 'old-number', 'length']);

/** @param cells true where a spreadsheet can hold the number as a number */
export function spoilNumber(random: Random, number: string, fault: NumberFault, cells: boolean): Spoilt {
  const repaired = (cell: string): Spoilt => ({ cell, outcome: 'imported', repaired: true });
  const kept = (cell: Cell): Spoilt => ({ cell, outcome: 'imported', repaired: false });
  const refused = (cell: Cell): Spoilt => ({ cell, outcome: 'rejected', repaired: false });
  switch (fault) {
    case 'full-width-number':
      return repaired(wide(number));
    case 'lower-case-x':
      return repaired(number.toLowerCase());
    case 'inner-spaces':
      return repaired(`${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`);
    case 'zero-width':
      return repaired(`${number.slice(0, 10)}\u200B${number.slice(10)}`);
    case 'scientific':
      return refused(`${number[0]}.${number.slice(1, 6)}E+17`);
    case 'rounded': {
      const rounded = `${number.slice(0, 15)}000`;
      return kept(cells ? { number: Number(rounded), format: '0' } : rounded);
    }
    case 'check-digit':
      return kept(number.slice(0, 17) + (number.endsWith('7') ? '8' : '7'));
    case 'impossible-birth':
      return refused(withCheck(`${number.slice(0, 10)}0230${number.slice(14, 17)}`));
    case 'length':
      return refused(number.slice(0, 17));
    case 'old-number':
      return kept(number.slice(0, 6) + number.slice(8, 17));
    case 'no-number':
      return kept(random.pick(NONE_WORDS));
  }
}

function withCheck(first17: string): string {
  return first17 + checkDigit17(first17);
}

/** Another sequence digit, as a slip of the finger leaves it. The weight of that place never lets the last one fit again. */
export function oneDigitApart(number: string): string {
  const digit = Number(number.charAt(16));
  return number.slice(0, 16) + String((digit + 2) % 10) + number.slice(17);
}

/** A name that sounds the same or nearly so. */
export function otherName(name: string): string {
  const chars = [...name];
  const last = chars.pop() ?? '';
  return chars.join('') + (SOUND_ALIKE.get(last) ?? (last === '英' ? '瑛' : '英'));
}

const SOUND_ALIKE = new Map(
  [
    '静净',
    '燕艳',
    '丽莉',
    '华花',
    '芳方',
    '军君',
    '伟维',
    '玲铃',
    '萍平',
    '琼穷',
    '明铭',
    '强墙',
    '杰洁',
    '涛滔',
    '娟鹃',
  ].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
