import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  codes,
  encodeChange,
  openEnrolment,
  openKeyset,
  openReceipt,
  verifyBundle,
  type Refusal,
} from '#bundle-format';
import { changeOf, officeReader, receiptBytes, sealedBytes, stationReader } from './office-and-station.ts';

/** Random text, so that the bundle is about 10 KB after compression too. */
function noisyLines(): string[] {
  return Array.from({ length: 20 }, (_, i) =>
    encodeChange(changeOf(i + 1, { d: { note: randomBytes(180).toString('base64') } })),
  );
}

const small = await sealedBytes({ lines: noisyLines(), live: { visitors: 20 } });
const receipt = await receiptBytes();

type Check = (bytes: Uint8Array) => Promise<{ ok: true } | Refusal>;
const checkBundle: Check = (bytes) => verifyBundle(bytes, stationReader);
const checkReceipt: Check = (bytes) => openReceipt(bytes, officeReader);

/** Damage has to end as damaged or forged (exit status 5), never as "hold it, it is only newer". */
async function expectRefused(check: Check, bytes: Uint8Array, what: string): Promise<string> {
  const result = await check(bytes);
  if (result.ok) throw new Error(`${what} was accepted`);
  if (result.exit !== 'forged') throw new Error(`${what}: ${result.code} has exit class ${result.exit}`);
  if (!Object.hasOwn(codes, result.code)) throw new Error(`${what}: unknown code ${result.code}`);
  return result.code;
}

async function flipEveryByte(check: Check, whole: Buffer): Promise<Set<string>> {
  const seen = new Set<string>();
  for (let at = 0; at < whole.length; at += 1) {
    const was = whole.readUInt8(at);
    whole.writeUInt8(was ^ (1 << (at % 8)), at);
    seen.add(await expectRefused(check, whole, `byte ${at} changed`));
    whole.writeUInt8(was, at);
  }
  return seen;
}

test('the bundle under test is about ten kilobytes and whole', async () => {
  expect(small.length).toBeGreaterThan(6_000);
  expect(small.length).toBeLessThan(14_000);
  expect((await checkBundle(small)).ok).toBe(true);
  expect((await checkReceipt(receipt)).ok).toBe(true);
});

test('every byte of a bundle changed in turn: refused each time', { timeout: 120_000 }, async () => {
  const seen = await flipEveryByte(checkBundle, small);
  expect([...seen].sort()).toEqual(['E202', 'E301', 'E302', 'E305', 'E306']);
  expect((await checkBundle(small)).ok).toBe(true);
});

test(
  'every bit of statement and signature changed in turn: refused each time',
  { timeout: 120_000 },
  async () => {
    for (let bit = 0; bit < 8 * 3072; bit += 1) {
      const at = bit >> 3;
      const was = small.readUInt8(at);
      small.writeUInt8(was ^ (1 << (bit & 7)), at);
      await expectRefused(checkBundle, small, `bit ${bit} changed`);
      small.writeUInt8(was, at);
    }
  },
);

test('a bundle cut at any length is refused', { timeout: 120_000 }, async () => {
  const seen = new Set<string>();
  for (let length = 0; length < small.length; length += 1) {
    seen.add(await expectRefused(checkBundle, small.subarray(0, length), `cut to ${length}`));
  }
  expect([...seen]).toEqual(['E201']);
});

test('a bundle with anything after its end is refused', async () => {
  for (let more = 1; more <= 2048; more += 1) {
    const longer = Buffer.concat([small, Buffer.alloc(more, more % 2)]);
    expect(await expectRefused(checkBundle, longer, `${more} more bytes`)).toBe('E202');
  }
});

test(
  'every byte of a receipt changed in turn, and every cut of it: refused each time',
  { timeout: 120_000 },
  async () => {
    await flipEveryByte(checkReceipt, receipt);
    for (let length = 0; length < receipt.length; length += 1) {
      await expectRefused(checkReceipt, receipt.subarray(0, length), `cut to ${length}`);
    }
  },
);

test(
  'every byte of a keyset and of an enrolment changed in turn: refused each time',
  { timeout: 120_000 },
  async () => {
    const cards: readonly (readonly [string, Check])[] = [
      ['keyset-whole.jwb', (bytes) => openKeyset(bytes, { root: null, held: null })],
      ['enrol-whole.jwb', (bytes) => openEnrolment(bytes)],
    ];
    for (const [file, check] of cards) {
      const whole = readFileSync(join(import.meta.dirname, '../vectors', file));
      expect((await check(whole)).ok).toBe(true);
      await flipEveryByte(check, whole);
      for (let length = 0; length < whole.length; length += 1) {
        await expectRefused(check, whole.subarray(0, length), `${file} cut to ${length}`);
      }
    }
  },
);
