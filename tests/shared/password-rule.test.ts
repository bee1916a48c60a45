import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PASSWORD_MIN, weaknessOf } from '#shared/kernel/password-rule.ts';

const KNOWN = ['胜利社区警务室', '青禾镇派出所', 'wangfang', '15400000001', '519901-07'];

test('what somebody outside would try first is refused, with the reason', () => {
  const table: readonly [string, ReturnType<typeof weaknessOf>][] = [
    ['short', 'short'],
    ['灯灯灯灯灯灯', 'short'],
    ['1234567890123', 'digits'],
    ['１２３４５６７８９０１', 'digits'],
    ['aaaaaaaaaaaa', 'repeats'],
    ['abababababab', 'repeats'],
    ['password123', 'known'],
    ['Administrator', 'known'],
    ['Wangfang2026', 'known'],
    ['wang-fang-1990', 'known'],
    ['胜利社区警务室2026', 'known'],
    ['青禾镇派出所 110110', 'known'],
    ['the lamp stays lit 24', null],
    ['巷口第三盏灯下的猫又来了', null],
  ];
  for (const [password, rule] of table)
    expect({ password, rule: weaknessOf(password, KNOWN) }).toEqual({ password, rule });
});

test('no password shorter than ten characters passes, counted as people count', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 12 }), (password) => {
      if ([...password].length < PASSWORD_MIN) expect(weaknessOf(password, [])).toBe('short');
      else expect(weaknessOf(password, [])).not.toBe('short');
    }),
  );
});
