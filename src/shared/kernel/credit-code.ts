/** Unified social credit codes of organisations: GB 32100-2015, eighteen characters, the last one checks the others. */
import { cleanNumber } from './text-input.ts';

/** No I, O, S, V and Z: they look like digits. A character's place is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Powers of three, modulo 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Two characters for the registering body and the kind, the division code, then the body's own code. */
const FORM = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/u;

export type CreditFlaw = 'length' | 'character' | 'check';

export interface CreditReading {
  /** Cleaned: half-width capitals without spaces and dashes. */
  readonly code: string;
  readonly flaw: CreditFlaw | null;
}

export function readCreditCode(text: string): CreditReading {
  const code = cleanNumber(text)
    .replace(/[a-z]+/gu, (letters) => letters.toUpperCase())
    .normalize('NFKC');
  if ([...code].length !== 18) return { code, flaw: 'length' };
  if (!FORM.test(code)) return { code, flaw: 'character' };
  return { code, flaw: code.endsWith(creditCheck(code.slice(0, 17))) ? null : 'check' };
}

/** The eighteenth character of a code. */
export function creditCheck(first17: string): string {
  const values = Array.from(first17, (character) => ALPHABET.indexOf(character));
  if (values.length !== 17 || values.includes(-1))
    throw new Error('not seventeen characters of a credit code');
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
