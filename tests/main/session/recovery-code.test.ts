import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeRecoveryCode, readRecoveryCode } from '#main/session/recovery-code.ts';

test('a recovery code is nine groups of four, and no two are alike', () => {
  const codes = Array.from({ length: 50 }, () => makeRecoveryCode());
  for (const { text, secret } of codes) {
    expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(secret).toHaveLength(20);
  }
  expect(new Set(codes.map(({ text }) => text)).size).toBe(codes.length);
});

test('is read as people type it: small letters, spaces, full width, O for 0 and I or L for 1', () => {
  for (let round = 0; round < 50; round += 1) {
    const { text, secret } = makeRecoveryCode();
    const full = [...text]
      .map((char) => (char === '-' ? '－' : String.fromCharCode(char.charCodeAt(0) + 0xfee0)))
      .join('');
    const typed = [
      text,
      text.toLowerCase(),
      text.replaceAll('-', ''),
      ` ${text.replaceAll('-', '  ')} `,
      text.replaceAll('0', 'O').replaceAll('1', 'l'),
      text.replaceAll('0', 'o').replaceAll('1', 'I'),
      full,
    ];
    for (const one of typed) expect({ one, secret: readRecoveryCode(one) }).toEqual({ one, secret });
  }
});

test('tells a slip of the pen: no single wrong letter and no two exchanged ones are read as a code', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  fc.assert(
    fc.property(fc.nat(35), fc.nat(31), (at, to) => {
      const { text } = makeRecoveryCode();
      const chars = [...text.replaceAll('-', '')];
      const wrong = alphabet[to] ?? '0';
      if (chars[at] !== wrong)
        expect(readRecoveryCode([...chars.slice(0, at), wrong, ...chars.slice(at + 1)].join(''))).toBeNull();
      const [a = '', b = ''] = [chars[at], chars[(at + 1) % 36]];
      if (a === b || at === 35) return;
      expect(readRecoveryCode([...chars.slice(0, at), b, a, ...chars.slice(at + 2)].join(''))).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('anything else is no code', () => {
  const { text } = makeRecoveryCode();
  for (const typed of [
    '',
    text.slice(1),
    `${text}0`,
    text.replace(/.{4}$/, 'UUUU'),
    '灯'.repeat(36),
    '-'.repeat(44),
  ])
    expect(readRecoveryCode(typed)).toBeNull();
});
