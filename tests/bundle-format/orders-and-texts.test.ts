import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BundleFault,
  encodeProposed,
  limits,
  openReceipt,
  readAnswer,
  readProposed,
  sealReceipt,
  type Order,
  type RuleText,
} from '#bundle-format';
import { ordersPart } from '#bundle-format/receipts/orders.ts';
import type { PartList } from '#bundle-format/receipts/part-list.ts';
import { textsPart } from '#bundle-format/receipts/texts.ts';
import { hostileReceipt, type Member } from './hostile-bundle.ts';
import {
  box,
  changeOf,
  codeOf,
  decisionOf,
  must,
  officeReader,
  orderOf,
  receiptOf,
  ruleTextOf,
  stationSigner,
} from './office-and-station.ts';
import { tempFolder } from './temp-folder.ts';

async function sealed(orders: readonly Order[], texts: readonly RuleText[]) {
  const input = { folder: tempFolder(), signer: stationSigner, box: box.recipient, receipt: receiptOf() };
  return must(await sealReceipt({ ...input, decisions: [decisionOf()], orders, texts }));
}

/** A receipt with these parts, well listed and well signed whatever they say. */
async function codeOfParts(...parts: readonly (readonly [name: string, text: string])[]): Promise<string> {
  const members: Member[] = parts.map(([name, text]) => ({ name, content: Buffer.from(text) }));
  const files = members.map(({ name, content }) => ({
    name,
    size: content.length,
    sha256: hash('sha256', content),
  }));
  return codeOf(await openReceipt(await hostileReceipt(() => ({ files }), members), officeReader));
}

const orderText = ordersPart.encode([orderOf()]).toString();
const ruleText = textsPart.encode([ruleTextOf()]).toString();
const ordersOf = (...orders: readonly object[]) =>
  `${JSON.stringify({ format: 'jwb-dispatch', v: 1, orders })}\n`;
const textsOf = (...texts: readonly object[]) => `${JSON.stringify({ format: 'jwb-texts', v: 1, texts })}\n`;

/** Words as people write them, of any script, without what controls or hides others. */
const words = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .filter((text) => /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u.test(text) && [...text].length <= most);
const several = fc.array(words(40), { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
const at = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const id = fc.stringMatching(/^[0-9a-f]{16}$/);
const orders: fc.Arbitrary<Order[]> = fc.uniqueArray(
  fc.record({
    id,
    number: fc.stringMatching(/^2026[0-9]{4}-[0-9]{3}$/),
    title: words(60),
    text: several,
    due: at.map((instant) => instant.slice(0, 10)),
    sender: words(64),
    at,
    withdrawn: fc.option(fc.record({ sender: words(64), reason: words(200), at })),
  }),
  { minLength: 1, maxLength: 8, selector: (order) => order.id },
);
const texts: fc.Arbitrary<RuleText[]> = fc.uniqueArray(
  fc.record({
    code: fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/),
    version: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    id,
    title: words(60),
    text: several,
    until: fc.option(at.map((instant) => instant.slice(0, 10))),
    sender: words(64),
    at,
  }),
  { minLength: 1, maxLength: 8, selector: (text) => text.code },
);

describe('orders and texts of a station', () => {
  test('come out of a receipt as they went in, whatever order they were given in', async () => {
    await fc.assert(
      fc.asyncProperty(orders, texts, async (asked, told) => {
        const opened = must(await openReceipt((await sealed(asked, told)).path, officeReader));
        expect(opened.orders).toHaveLength(asked.length);
        expect(opened.orders).toEqual(expect.arrayContaining(asked));
        expect(opened.texts).toHaveLength(told.length);
        expect(opened.texts).toEqual(expect.arrayContaining(told));
        expect(ordersPart.encode(asked.toReversed()).equals(ordersPart.encode(asked))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('stand behind the decisions, in this order', async () => {
    const { manifest } = await sealed([orderOf()], [ruleTextOf()]);
    expect(manifest.files.map(({ name }) => name)).toEqual(['decisions.json', 'dispatch.json', 'texts.json']);
  });

  test('are no parts where there are none, so that an office of before reads the receipt', async () => {
    const { path, manifest } = await sealed([], []);
    expect(manifest.files.map(({ name }) => name)).toEqual(['decisions.json']);
    expect(must(await openReceipt(path, officeReader))).toMatchObject({ orders: [], texts: [] });
  });

  test('that no receipt may carry cannot be sealed', async () => {
    const wrong: readonly Partial<Order>[] = [
      { id: 'a1' },
      { number: '1' },
      { title: '' },
      { title: '长'.repeat(61) },
      { title: '两\n行' },
      { text: '' },
      { text: '长'.repeat(501) },
      { text: '\n前面空一行' },
      { text: '后面空一行\n' },
      { text: '\u202e反' },
      { text: '回车\r\n' },
      { due: '2026-02-30' },
      { due: '2026-2-3' },
      { sender: '' },
      { at: '2026-11-23T16:00:00.000+08:00' },
      { withdrawn: { sender: '郑审核', reason: '', at: '2026-11-23T08:30:00.000Z' } },
    ];
    for (const also of wrong) await expect(sealed([orderOf(also)], [])).rejects.toThrow(TypeError);
    await expect(sealed([orderOf(), orderOf()], [])).rejects.toThrow(TypeError);
    const many = Array.from({ length: limits.orders + 1 }, (_, i) =>
      orderOf({ id: i.toString(16).padStart(16, '0') }),
    );
    expect(() => ordersPart.encode(many)).toThrow(TypeError);
    const badTexts: readonly Partial<RuleText>[] = [
      { code: 'Rules' },
      { version: 0 },
      { text: '长'.repeat(8001) },
      { until: '2026-13-01' },
    ];
    for (const also of badTexts) await expect(sealed([], [ruleTextOf(also)])).rejects.toThrow(TypeError);
    await expect(sealed([], [ruleTextOf(), ruleTextOf({ version: 3 })])).rejects.toThrow(TypeError);
  });

  test('of the greatest length and number still fit their parts', () => {
    const widest = '\u{20000}';
    const all = Array.from({ length: limits.orders }, (_, i) =>
      orderOf({
        id: i.toString(16).padStart(16, '0'),
        title: widest.repeat(60),
        text: widest.repeat(500),
        sender: widest.repeat(64),
        withdrawn: {
          sender: widest.repeat(64),
          reason: widest.repeat(200),
          at: '2026-11-23T08:30:00.000Z',
        },
      }),
    );
    expect(ordersPart.encode(all).length).toBeLessThanOrEqual(limits.dispatch);
    const every = Array.from({ length: limits.texts }, (_, i) =>
      ruleTextOf({ code: `t${i}`, title: widest.repeat(60), text: widest.repeat(8000) }),
    );
    expect(textsPart.encode(every).length).toBeLessThanOrEqual(limits.textsPart);
  });
});

describe('dispatch.json and texts.json, well listed and well signed, are refused', () => {
  test('in any other writing than the canonical one', async () => {
    expect(await codeOfParts(['dispatch.json', orderText], ['texts.json', ruleText])).toBe('ok');
    const other = [
      orderText.trimEnd(),
      ` ${orderText}`,
      orderText.replace('"title"', '"extra":1,"title"'),
      orderText.replace('"withdrawn":null', '"withdrawn":{}'),
      orderText.replace(',"withdrawn":null', ''),
      orderText.replace('郑审核', '\\u90d1审核'),
      '',
      '{}\n',
      'null\n',
      ordersOf(),
      ordersOf(orderOf(), orderOf()),
      ordersOf(orderOf({ id: '00000000000000a2' }), orderOf()),
      ordersOf(orderOf({ text: '行\r行' })),
    ];
    for (const text of other)
      expect([text, await codeOfParts(['dispatch.json', text])]).toEqual([text, 'E708']);
    expect(await codeOfParts(['dispatch.json', orderText.replace('"v":1', '"v":2')])).toBe('E203');
    for (const text of [
      textsOf(),
      textsOf(ruleTextOf(), ruleTextOf({ version: 3 })),
      textsOf({ ...ruleTextOf(), version: 1.5 }),
    ])
      expect([text, await codeOfParts(['texts.json', text])]).toEqual([text, 'E708']);
    expect(await codeOfParts(['texts.json', ruleText.replace('"v":1', '"v":9')])).toBe('E203');
  });

  test('out of their order, twice, or larger than they may be', async () => {
    expect(await codeOfParts(['texts.json', ruleText], ['dispatch.json', orderText])).toBe('E404');
    expect(await codeOfParts(['dispatch.json', orderText], ['dispatch.json', orderText])).toBe('E404');
    expect(await codeOfParts(['dispatch.json', ' '.repeat(limits.dispatch + 1)])).toBe('E708');
    expect(await codeOfParts(['texts.json', ' '.repeat(limits.textsPart + 1)])).toBe('E708');
  });

  test('with any byte changed, or they say exactly their own bytes', () => {
    refusesEveryByte(ordersPart, ordersPart.encode([orderOf(), orderOf({ id: '00000000000000a2' })]));
    refusesEveryByte(textsPart, textsPart.encode([ruleTextOf(), ruleTextOf({ code: 'duty' })]));
  });
});

/** Each byte with one bit turned: another text in the one form, or refused. */
function refusesEveryByte<Item>(part: PartList<Item>, whole: Buffer): void {
  for (let at = 0; at < whole.length; at += 1) {
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at & 7)), at);
    try {
      if (!part.encode(part.parse(changed)).equals(changed)) throw new Error(`byte ${at} is passed over`);
    } catch (error) {
      if (!(error instanceof BundleFault) || !['E708', 'E203'].includes(error.code)) throw error;
    }
  }
}

describe('a correction', () => {
  test('proposes fields in one writing, and nothing else is read', () => {
    expect(encodeProposed({ phone: null, name: '何遠' })).toBe('{"name":"何遠","phone":null}');
    expect(readProposed('{"name":"何遠","phone":null}')).toEqual({ name: '何遠', phone: null });
    for (const text of [
      '{"phone":null,"name":"何遠"}',
      '{ }',
      '[]',
      '{"a":{}}',
      '{"a":[1]}',
      '{',
      '{"a":1,"a":1}',
    ])
      expect([text, readProposed(text)]).toEqual([text, null]);
  });

  test('is answered by a line of op C that names it, and by no other', () => {
    const d = { answer: 'declined', correction: '00000000000000c1' };
    expect(readAnswer(changeOf(1, { op: 'C', d }))).toEqual({ id: '00000000000000c1', answer: 'declined' });
    expect(readAnswer(changeOf(1, { op: 'U', d }))).toBeNull();
    expect(readAnswer(changeOf(1, { op: 'C', d: { ...d, answer: 'maybe' } }))).toBeNull();
    expect(readAnswer(changeOf(1, { op: 'C', d: { note: '' } }))).toBeNull();
  });
});
