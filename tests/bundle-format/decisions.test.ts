import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BundleFault, limits, openReceipt, sealKeyset, sealReceipt, type Decision } from '#bundle-format';
import { decisionsPart } from '#bundle-format/receipts/decisions.ts';
import {
  box,
  codeOf,
  decisionOf,
  keyset,
  must,
  officeReader,
  receiptOf,
  rootSigner,
  stationSigner,
} from './office-and-station.ts';
import { hostileReceipt, type Member } from './hostile-bundle.ts';
import { tempFolder } from './temp-folder.ts';

async function sealed(decisions: readonly Decision[], keysetFile?: Uint8Array) {
  const input = { folder: tempFolder(), signer: stationSigner, box: box.recipient, receipt: receiptOf() };
  return must(
    await sealReceipt({ ...input, decisions, ...(keysetFile === undefined ? {} : { keysetFile }) }),
  );
}

/** A receipt with this decisions.json, well listed and well signed whatever it says. */
async function codeOfText(text: string, before: readonly Member[] = []): Promise<string> {
  const members = [...before, { name: 'decisions.json', content: Buffer.from(text) }];
  const files = members.map(({ name, content }) => ({
    name,
    size: content.length,
    sha256: hash('sha256', content),
  }));
  return codeOf(await openReceipt(await hostileReceipt(() => ({ files }), members), officeReader));
}

const whole = decisionsPart.encode([decisionOf()]).toString();
const listOf = (...decisions: readonly object[]) =>
  `${JSON.stringify({ format: 'jwb-decisions', v: 1, decisions })}\n`;

/** Words as people write them, of any script, without what controls or hides others. */
const words = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .filter((text) => /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u.test(text) && [...text].length <= most);
const decision: fc.Arbitrary<Decision> = fc
  .record({
    ledger: fc.constantFrom('statutory_matters', 'sealed_records'),
    k: fc.stringMatching(/^07-[0-9]{6}$/),
    v: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    leaf: fc.stringMatching(/^[0-9a-f]{64}$/),
    answer: fc.constantFrom('approve', 'deny', 'unsealed'),
    reviewer: words(64),
    second: fc.option(words(64)),
    reason: words(200),
    at: fc
      .date({ min: new Date('2026-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  })
  .map((one) => ({
    ...one,
    second: one.answer !== 'approve' || one.second === one.reviewer ? null : one.second,
  }));
const decisions = fc.uniqueArray(decision, {
  minLength: 1,
  maxLength: 12,
  selector: ({ ledger, k, v, at }) => `${ledger} ${k} ${v} ${at}`,
});

describe('the answers of a station', () => {
  test('come out of a receipt as they went in, in one order whatever order they were given in', async () => {
    await fc.assert(
      fc.asyncProperty(decisions, async (given) => {
        const opened = must(await openReceipt((await sealed(given)).path, officeReader));
        expect(opened.decisions).toHaveLength(given.length);
        expect(opened.decisions).toEqual(expect.arrayContaining([...given]));
        expect(decisionsPart.encode(given.toReversed()).equals(decisionsPart.encode(given))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('stand behind the keyset, each part listed with its size and hash', async () => {
    const card = must(await sealKeyset({ folder: tempFolder(), root: rootSigner, keyset }));
    const keysetFile = await readFile(card.path);
    const { path, manifest } = await sealed([decisionOf()], keysetFile);
    expect(manifest.files).toEqual([
      { name: 'keyset.jwb', size: keysetFile.length, sha256: hash('sha256', keysetFile) },
      { name: 'decisions.json', size: Buffer.byteLength(whole), sha256: hash('sha256', whole) },
    ]);
    const opened = must(await openReceipt(path, officeReader));
    expect(opened.keysetFile?.equals(keysetFile)).toBe(true);
    expect(opened.decisions).toEqual([decisionOf()]);
  });

  test('are no part where there are none, so that an office of before reads the receipt', async () => {
    const { path, manifest } = await sealed([]);
    expect(manifest.files).toEqual([]);
    expect(must(await openReceipt(path, officeReader)).decisions).toEqual([]);
  });

  test('that no receipt may carry cannot be sealed', async () => {
    const wrong: readonly Partial<Decision>[] = [
      { answer: 'deny', reason: '' },
      { answer: 'unsealed', reason: '' },
      { answer: 'deny', reason: '不全', second: '冯复核' },
      { second: '郑审核' },
      { reviewer: '' },
      { reviewer: '郑\n审核' },
      { reason: '长'.repeat(201) },
      { reason: '\u202e反' },
      { k: '' },
      { ledger: 'Statutory' },
      { v: 0 },
      { leaf: 'ab' },
      { at: '2026-02-30T08:00:00.000Z' },
      { at: '2026-11-23T16:00:00.000+08:00' },
    ];
    for (const also of wrong) await expect(sealed([decisionOf(also)])).rejects.toThrow(TypeError);
    await expect(sealed([decisionOf(), decisionOf()])).rejects.toThrow(TypeError);
    const many = Array.from({ length: 5000 }, (_, i) =>
      decisionOf({ k: `07-${String(i).padStart(6, '0')}`, answer: 'deny', reason: '长'.repeat(200) }),
    );
    await expect(sealed(many)).rejects.toThrow(TypeError);
  });
});

describe('decisions.json, well listed and well signed, is refused', () => {
  test('in any other writing than the canonical one', async () => {
    expect(await codeOfText(whole)).toBe('ok');
    const other = [
      whole.trimEnd(),
      ` ${whole}`,
      whole.replace('"v":1,"leaf"', '"v":1.0,"leaf"'),
      whole.replace('"ledger"', '"k":"07-000003","ledger"'),
      whole.replace('{"ledger"', '{"extra":1,"ledger"'),
      whole.replace('"second":null,', ''),
      whole.replace('郑审核', '\\u90d1审核'),
      '',
      '[]\n',
      'null\n',
      '\ufeff{}\n',
    ];
    for (const text of other) expect([text, await codeOfText(text)]).toEqual([text, 'E708']);
    expect(await codeOfText(whole.replace('"v":1,"decisions"', '"v":2,"decisions"'))).toBe('E203');
  });

  test('with an answer that says too little, too much, or the same twice', async () => {
    const one = decisionOf();
    const wrong: readonly string[] = [
      listOf(),
      listOf(one, one),
      listOf({ ...one, k: '07-000004' }, one),
      listOf({ ...one, answer: 'maybe' }),
      listOf({ ...one, answer: 'deny' }),
      listOf({ ...one, answer: 'unsealed' }),
      listOf({ ...one, second: one.reviewer }),
      listOf({ ...one, answer: 'deny', reason: '不全', second: '冯复核' }),
      listOf({ ...one, reason: '长'.repeat(201) }),
      listOf({ ...one, reviewer: '\u0007' }),
      listOf({ ...one, at: '2026-11-31T08:00:00.000Z' }),
      listOf({ ...one, v: -1 }),
    ];
    for (const text of wrong) expect([text, await codeOfText(text)]).toEqual([text, 'E708']);
  });

  test('before the keyset, twice, larger than it may be, or under a name that nobody knows', async () => {
    const keysetPart = { name: 'keyset.jwb', content: Buffer.from('a keyset') };
    expect(await codeOfText(whole, [keysetPart])).toBe('ok');
    expect(await codeOfText(whole, [{ name: 'decisions.json', content: Buffer.from(whole) }])).toBe('E404');
    expect(await codeOfText(whole, [{ name: 'orders.json', content: Buffer.from('{}\n') }])).toBe('E404');
    const members = [{ name: 'decisions.json', content: Buffer.from(whole) }, keysetPart];
    expect(codeOf(await openReceipt(await hostileReceipt(() => ({}), members), officeReader))).toBe('E404');
    expect(await codeOfText(' '.repeat(limits.decisions + 1))).toBe('E708');
  });

  test('where it is not the part that the manifest lists', async () => {
    const content = Buffer.from(whole);
    const files = [{ name: 'decisions.json', size: content.length, sha256: hash('sha256', content) }];
    const code = async (members: Member[], list: readonly object[] = files) =>
      codeOf(await openReceipt(await hostileReceipt(() => ({ files: list }), members), officeReader));
    const approved = Buffer.from(whole.replace('07-000003', '07-000004'));
    expect(await code([{ name: 'decisions.json', content: approved }])).toBe('E405');
    expect(await code([])).toBe('E405');
    expect(await code([{ name: 'decisions.json', content }], [])).toBe('E405');
    expect(await code([{ name: 'decisions.json', content }], [{ ...files[0], name: 'orders.json' }])).toBe(
      'E708',
    );
  });

  test('with any byte changed, or it says exactly its own bytes', () => {
    const one = decisionsPart.encode([
      decisionOf(),
      decisionOf({ k: '07-000004', answer: 'deny', reason: '不全' }),
    ]);
    fc.assert(
      fc.property(fc.nat(one.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const changed = Buffer.from(one);
        changed.writeUInt8(byte, at);
        try {
          expect(decisionsPart.encode(decisionsPart.parse(changed)).equals(changed)).toBe(true);
        } catch (error) {
          if (!(error instanceof BundleFault)) throw error;
          expect(['E708', 'E203']).toContain(error.code);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
