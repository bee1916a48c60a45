import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCheck, readCreditCode } from '#shared/kernel/credit-code.ts';

const ALPHABET = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
const letters = (count: number) =>
  fc
    .array(fc.constantFrom(...ALPHABET), { minLength: count, maxLength: count })
    .map((parts) => parts.join(''));
const first17 = fc.tuple(letters(2), fc.stringMatching(/^\d{6}$/), letters(9)).map((parts) => parts.join(''));

describe('a unified social credit code', () => {
  test('of the standard is right, however it is typed', () => {
    for (const text of [
      '91350100M000100Y43',
      '91350100m000100y43',
      ' 9135 0100-M000100Y43',
      '９１３５０１００Ｍ０００１００Ｙ４３',
    ])
      expect(readCreditCode(text)).toEqual({ code: '91350100M000100Y43', flaw: null });
  });

  test('says what is wrong with it', () => {
    const flaw = (text: string) => readCreditCode(text).flaw;
    expect(flaw('')).toBe('length');
    expect(flaw('91350100M000100Y4')).toBe('length');
    expect(flaw('91350100M000100Y430')).toBe('length');
    expect(flaw('91350100M000100Y44')).toBe('check');
    expect(flaw('91350100M0O0100Y43')).toBe('character');
    expect(flaw('913501A0M000100Y43')).toBe('character');
    expect(() => creditCheck('91350100M000100Y')).toThrow();
  });

  test('no slip and no swap of neighbours goes unnoticed', () => {
    fc.assert(
      fc.property(first17, fc.nat({ max: 16 }), fc.constantFrom(...ALPHABET), (body, at, other) => {
        const code = body + creditCheck(body);
        expect(readCreditCode(code)).toEqual({ code, flaw: null });
        const slip = code.slice(0, at) + other + code.slice(at + 1);
        expect(readCreditCode(slip).flaw === null).toBe(slip === code);
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        expect(readCreditCode(swapped).flaw === null).toBe(swapped === code);
      }),
      { numRuns: 500 },
    );
  });
});
