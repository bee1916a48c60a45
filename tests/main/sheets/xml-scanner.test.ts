/** The scanner against a validating parser: the same events for every document, however it is cut. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { openScanner } from '#main/sheets/xml-scanner.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { inPieces } from './tables.ts';

const DAMAGED = { code: 'sheet-refused', rule: 'damaged' };

type Heard = readonly [event: 'open' | 'text' | 'close', what: string, attributes?: Record<string, string>];

/** Texts that follow one another are one: where they are cut is nobody's business. */
function joined(heard: readonly Heard[]): Heard[] {
  const out: Heard[] = [];
  for (const one of heard) {
    const last = out.at(-1);
    if (one[0] !== 'text') out.push(one);
    else if (last?.[0] === 'text') out[out.length - 1] = ['text', last[1] + one[1]];
    else if (one[1] !== '') out.push(one);
  }
  return out;
}

function scan(pieces: readonly string[]): Heard[] {
  const heard: Heard[] = [];
  const scanner = openScanner({
    open: (name, attributes) => heard.push(['open', name, { ...attributes }]),
    text: (text) => heard.push(['text', text]),
    close: (name) => heard.push(['close', name]),
  });
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return joined(heard);
}

function parse(document: string): Heard[] {
  const heard: Heard[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => heard.push(['open', name, { ...attributes }]));
  parser.on('text', (text) => heard.push(['text', text]));
  parser.on('cdata', (text) => heard.push(['text', text]));
  parser.on('closetag', ({ name }) => heard.push(['close', name]));
  parser.write(document).close();
  const inside = joined(heard);
  return inside.slice(
    inside.findIndex(([event]) => event === 'open'),
    inside.findLastIndex(([event]) => event === 'close') + 1,
  );
}

const name = fc.constantFrom('c', 'row', 'v', 'is', 't', 'sheetData', 'a-b.c', '行');
const space = fc.constantFrom('', ' ', '\n', '  ', '\t');
const words = fc.string({
  unit: fc.constantFrom('张', '𠮷', 'a', '"', "'", '>', ' ', '\n', '=', '/'),
  maxLength: 12,
});
const reference = fc.constantFrom('&lt;', '&gt;', '&amp;', '&quot;', '&apos;', '&#65;', '&#x20BB7;');
const text = fc.array(fc.oneof(words, reference), { maxLength: 4 }).map((parts) => parts.join(''));
const aside = fc.oneof(
  words.map((word) => `<!--${word.replaceAll('-', '')}-->`),
  words.map((word) => `<?p ${word.replaceAll('?', '')}?>`),
  words.map((word) => `<![CDATA[${word}]<&]]]]>`),
);
const attribute = fc
  .tuple(
    fc.constantFrom('r', 's', 't', 'xml:space', 'r:id'),
    fc.array(fc.oneof(words, reference)),
    fc.boolean(),
  )
  .map(([key, parts, double]) => {
    const quote = double ? '"' : "'";
    const value = parts.join('').replaceAll(quote, '').replace(/\s/g, ' ');
    return [key, `${key}=${quote}${value}${quote}`] as const;
  });
const attributes = fc
  .uniqueArray(attribute, { selector: ([key]) => key, maxLength: 3 })
  .map((list) => list.map(([, written]) => ` ${written}`).join(''));
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      attributes,
      space,
      fc.array(fc.oneof({ maxDepth: 4 }, text, aside, tie('element'))),
      fc.boolean(),
    )
    .map(([tag, list, gap, inside, short]) =>
      short && inside.length === 0
        ? `<${tag}${list}${gap}/>`
        : `<${tag}${list}${gap}>${inside.join('')}</${tag}${gap}>`,
    ),
}));

describe('the scanner', () => {
  test('hears what a validating parser hears, in pieces of any size', () => {
    fc.assert(
      fc.property(element, fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1 }), (body, cuts) => {
        const document = `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
        expect(scan(inPieces(document, cuts))).toEqual(parse(document));
      }),
      { numRuns: 400 },
    );
  });

  test('names come without prefix, attributes with theirs', () => {
    expect(scan(['<x:c xmlns:x="u" r:id="1"><x:v>5</x:v></x:c>'])).toEqual([
      ['open', 'c', { 'xmlns:x': 'u', 'r:id': '1' }],
      ['open', 'v', {}],
      ['text', '5'],
      ['close', 'v'],
      ['close', 'c'],
    ]);
  });

  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an entity of its own', '<a>&b;</a>'],
    ['an entity that does not end', '<a>&amp</a>'],
    ['a character no encoding has', '<a>&#x110000;</a>'],
    ['the character zero', '<a>&#0;</a>'],
    ['a tag closed by another', '<a><b></a></b>'],
    ['an element that is not closed', '<a><b></b>'],
    ['a tag cut off', '<a'],
    ['two documents', '<a/><b/>'],
    ['no element', '<?xml version="1.0"?>'],
    ['nothing', ''],
    ['text behind the end', '<a/>text'],
    ['an attribute without value', '<a b></a>'],
    ['an attribute without quotes', '<a b=c></a>'],
    ['a tag within a tag', '<a <b/>></a>'],
    ['a slash within a tag', '<a / b="c"></a>'],
    ['nesting without end', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`],
    ['a tag without end', `<a ${' '.repeat(4_100_000)}`],
  ])('refuses %s', (_, document) => {
    expect(failureOfWork(() => scan([document]))).toEqual(DAMAGED);
  });

  test('attributes that are named like what every object has stay attributes', () => {
    const [, , attributes] = scan(['<a constructor="1" __proto__="2"/>'])[0] ?? [];
    expect(attributes).toMatchObject({ constructor: '1' });
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['2']).toBeUndefined();
  });
});
