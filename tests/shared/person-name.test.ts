import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPersonName, maskName, personNameIssue } from '#shared/kernel/person-name.ts';

describe('cleaning a name', () => {
  test('takes spaces out of Chinese names and keeps one in others', () => {
    expect(cleanPersonName('　李　小 明\u200B')).toBe('李小明');
    expect(cleanPersonName(' John   Smith ')).toBe('John Smith');
    expect(cleanPersonName('李 John')).toBe('李 John');
    expect(cleanPersonName('Ｊｏｈｎ　Ｓｍｉｔｈ')).toBe('John Smith');
    expect(cleanPersonName('𠮷 \uE001')).toBe('𠮷\uE001');
  });

  test('has one dot for all dots', () => {
    for (const dot of ['•', '・', '．', '‧', '·', '∙', '⋅', '･', '.', ' · ', '··'])
      expect(cleanPersonName(`阿卜杜${dot}热合曼`)).toBe('阿卜杜·热合曼');
    expect(cleanPersonName('O’Brien－Smith')).toBe("O'Brien-Smith");
  });

  test('never puts another character in place of a rare one', () => {
    // Compatibility ideographs: normalization would replace both.
    expect(cleanPersonName('\uF9D1\u{2F800}')).toBe('\uF9D1\u{2F800}');
    expect(cleanPersonName('Jose\u0301')).toBe('José');
  });

  test('changes nothing the second time', () => {
    const noise = fc.constantFrom(
      ' ',
      '·',
      '•',
      '.',
      '李',
      'a',
      'e',
      '\u0301',
      '\u0327',
      'Ａ',
      '\u200B',
      '-',
      '－',
      '’',
      '𠮷',
      '\uD800',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(noise, { maxLength: 14 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const once = cleanPersonName(text);
        expect(cleanPersonName(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a name', () => {
  test('may have characters of every plane, dots, Latin letters and their marks', () => {
    const fine = [
      '李',
      '李小明',
      '阿卜杜·热合曼',
      '𠮷',
      '\u{2A700}\u{2B740}\u{2CEB0}\u{30000}\u{31350}\u{2EBF0}',
      '李\uE815',
      '\u{F0000}',
      '李〇',
      "Anne-Marie O'Brien",
      'José',
      '李 John',
    ];
    expect(fine.filter((name) => personNameIssue(name) !== null)).toEqual([]);
  });

  test('may have nothing else', () => {
    const not = [
      '李1',
      '李(小)',
      '李、王',
      '·李',
      '李·',
      'Ⅷ',
      '李😀',
      '12',
      'a@b',
      '-',
      '李\uFFFD',
      '李\n王',
    ];
    expect(not.filter((name) => personNameIssue(name) !== 'characters')).toEqual([]);
    expect(personNameIssue('')).toBe('required');
  });

  test('has at most fifty characters, rare ones counted once', () => {
    expect(personNameIssue('𠮷'.repeat(50))).toBeNull();
    expect(personNameIssue('𠮷'.repeat(51))).toBe('too-long');
  });

  test('is masked to its first character', () => {
    expect(maskName('李小明')).toBe('李××');
    expect(maskName('李明')).toBe('李×');
    expect(maskName('欧阳小明')).toBe('欧××');
    expect(maskName('𠮷野明')).toBe('𠮷××');
    expect(maskName('李')).toBe('李×');
    expect(maskName('')).toBe('');
  });
});
