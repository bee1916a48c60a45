import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanIdNumber, isWordForNone } from '#shared/kernel/citizen-number.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { hasLabel } from '#shared/kernel/person-labels.ts';
import { cleanPersonName } from '#shared/kernel/person-name.ts';
import { cleanLines, cleanNumber, cleanText, isPhone, isPlain } from '#shared/kernel/text-input.ts';

/** What an input method, a spreadsheet or a copied web page may leave behind. */
const noise = fc.constantFrom(
  ' ',
  '\u3000',
  '\u00A0',
  '\t',
  '\n',
  '\r\n',
  '\u200B',
  '\u200D',
  '\uFEFF',
  '\u2060',
  '\uD800',
  '\uDC00',
  '１',
  '９',
  '－',
  '—',
  '-',
  '¨',
  'ﬁ',
  '㎏',
  '\u0301',
  'e',
  '张',
  '𠮷',
  '·',
  'A',
  '(',
  '（',
);
const typed = fc.oneof(
  fc.array(noise, { maxLength: 20 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

describe('what people type', () => {
  test('free text loses stray spaces, ideographic ones and what cannot be seen', () => {
    expect(cleanText('　张\u200B三 \t 四\uFEFF\n')).toBe('张三 四');
    expect(cleanText('\u200E\u200F')).toBe('');
    expect(cleanText('𠮷\uD842')).toBe('𠮷');
  });

  test('a summary keeps its line breaks and nothing before or after', () => {
    expect(cleanLines('\n 一、楼道灯\u3000坏了 \r\n\r\n二、 井盖 \n ')).toBe('一、楼道灯 坏了\n\n二、 井盖');
  });

  test('numbers come out half-width without spaces and dashes of any width', () => {
    expect(cleanNumber('１３８－0000—５６７８')).toBe('13800005678');
    expect(cleanNumber(' 0838-555 66 77 ')).toBe('08385556677');
    expect(cleanNumber('138\u200B0000\u20605678')).toBe('13800005678');
  });

  test('cleaning what was cleaned changes nothing, whatever was typed', () => {
    for (const clean of [cleanText, cleanLines, cleanNumber])
      fc.assert(
        fc.property(typed, (text) => {
          const once = clean(text);
          expect(clean(once)).toBe(once);
          expect(once.isWellFormed()).toBe(true);
          expect(once.trim()).toBe(once);
        }),
        { numRuns: 500 },
      );
  });

  test('what is plain is read as it is when something beside it has to go', () => {
    const readers = [cleanText, cleanNumber, cleanIdNumber, cleanPersonName, isWordForNone, hasLabel];
    const common = Array.from({ length: 0xa000 - 0x4e00 }, (_, at) => String.fromCharCode(0x4e00 + at));
    const words = ['无', '同上', '没有', '前科', '吸毒', '党员活动', '党员', 'NA', 'A', '0', '18', '138'];
    const plain = [...common, ...words, ...words.flatMap((one) => words.map((other) => one + other))];
    expect(plain.filter((text) => !isPlain(text))).toEqual([]);
    expect([' ', '-', 'a', '·', '（', '１', '〇', '\u0301', '\uE000', '𠮷'].filter(isPlain)).toEqual([]);
    const parted = readers.map((read) => plain.filter((text) => read(text) !== read(`${text} `)));
    expect(parted).toEqual(readers.map(() => []));
  });

  test('phones are mobiles, landlines and short numbers; an identity number is none', () => {
    const yes = [
      '13800005678',
      '１３８ 0000 5678',
      '0838-5556677',
      '5556677',
      '55566778',
      '110',
      '12345',
      '96110',
    ];
    expect(yes.filter((text) => !isPhone(text))).toEqual([]);
    const no = [
      '',
      '1380000567',
      '138000056789',
      '510600199001011234',
      '51060019900101123X',
      '12',
      'abc',
      '+1 555',
      '0',
      '1234567',
    ];
    expect(no.filter(isPhone)).toEqual([]);
  });
});

describe('masked phones', () => {
  test('show three and four digits, of a landline four, or two of a short number', () => {
    expect(maskPhone('13800005678')).toBe('138····5678');
    expect(maskPhone('62345678')).toBe('····5678');
    expect(maskPhone('5556677')).toBe('····77');
    expect(maskPhone('110')).toBe('····10');
  });

  test('always hide four digits and more of what can be dialled', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(?:0\d{9,11}|[2-9]\d{6,7})$/), (phone) => {
        expect(isPhone(phone)).toBe(true);
        expect(maskPhone(phone).replace(/·/g, '').length).toBeLessThanOrEqual(phone.length - 4);
      }),
    );
  });

  test('never show the middle of a phone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (phone) => {
        const shown = maskPhone(phone).replace(/·/g, '');
        expect(shown).toBe(phone.slice(0, 3) + phone.slice(-4));
      }),
    );
  });
});
