import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, breakText, textOf, widthOf } from '#renderer/print/document/break-lines.ts';
import { spacedName } from '#renderer/print/document/characters.ts';
import { CELLS } from '#renderer/print/document/grid.ts';

const BODY = { width: CELLS, indent: 4 };
const texts = (text: string, measure = BODY) => breakText(text, measure).map(textOf);

/** What people write: Han of every plane, marks, numbers, Latin words, and now and then a new paragraph. */
const written = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.stringMatching(/^[一-龥]{1,6}$/u) },
      {
        weight: 3,
        arbitrary: fc.constantFrom('，', '。', '、', '；', '：', '？', '）', '》', '”', '……', '——'),
      },
      { weight: 2, arbitrary: fc.constantFrom('（', '《', '“', '【') },
      { weight: 2, arbitrary: fc.stringMatching(/^\d{1,12}(?:\.\d\d)?$/) },
      { weight: 1, arbitrary: fc.constantFrom('WeChat', 'A4', '𬭎', '㛃', '𰻝', ' ', ',', '(', ')', '\n') },
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(''));

const CLOSING = /^[，。、；：？！）》”…—,)]/u;
const OPENING = /[（《“【(]$/u;

describe('lines of an official paper', () => {
  it('are never wider than twenty-eight characters, and lose none', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 10, max: CELLS }), (text, width) => {
        const lines = breakText(text, { width, indent: 4 });
        for (const line of lines) expect(widthOf(line) + line.slack).toBeLessThanOrEqual(width);
        expect(lines.map(textOf).join('')).toBe(text.replaceAll('\n', ''));
      }),
    );
  });

  it('begin with no closing mark and end with no opening one', () => {
    fc.assert(
      fc.property(written, (text) => {
        // A heap of marks as long as a line leaves no other place to break.
        fc.pre(!/[，。、；：？！）》”…—（《“【,() ]{12}/u.test(text));
        for (const paragraph of text.split('\n')) {
          const lines = texts(paragraph);
          for (const line of lines.slice(1)) expect(line).not.toMatch(CLOSING);
          for (const line of lines.slice(0, -1)) expect(line).not.toMatch(OPENING);
        }
      }),
    );
  });

  it('hold a number together, and the two halves of a dash', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 30 }), fc.integer({ min: 2, max: 18 }), (before, digits) => {
        const number = '1'.repeat(digits);
        const joined = texts(`${'字'.repeat(before)}${number}元——完`);
        expect(joined.some((line) => line.includes(number))).toBe(true);
        expect(joined.some((line) => line.includes('——'))).toBe(true);
      }),
    );
  });

  it('begin two characters in, and end where the others end', () => {
    const [first, second] = breakText('字'.repeat(60), BODY);
    expect(first).toMatchObject({ indent: 4, slack: 0 });
    expect(textOf(first ?? { tokens: [], indent: 0, slack: 0 })).toHaveLength(26);
    expect(second).toMatchObject({ indent: 0 });
    // A mark that may not begin a line takes the character before it along; the line left short is spread.
    const [short] = breakText(`${'字'.repeat(26)}。完`, BODY);
    expect(short).toMatchObject({ slack: 2 });
  });

  it('cut only what fits no line at all', () => {
    const lines = texts('1'.repeat(130), { width: CELLS, indent: 0 });
    expect(lines.map((line) => line.length)).toEqual([56, 56, 18]);
  });

  it('make a long blank as long as what is left of the line', () => {
    const [line] = breakLines(['事由：', { rule: 'rest' }], { width: CELLS, indent: 0 });
    expect(line?.tokens.at(-1)).toEqual({ kind: 'rule', cells: 50, grows: true });
    const two = breakLines(['字'.repeat(27), { rule: 'rest' }], { width: CELLS, indent: 0 });
    expect(two).toHaveLength(2);
    expect(two[1]?.tokens).toEqual([{ kind: 'rule', cells: CELLS, grows: true }]);
  });
});

it('a name of two characters is spaced to three on a signature line, others stand as they are', () => {
  expect(spacedName('王芳')).toBe('王　芳');
  expect(spacedName('𬭎㛃')).toBe('𬭎　㛃');
  expect(spacedName('李建国')).toBe('李建国');
  expect(spacedName('Li')).toBe('Li');
});
