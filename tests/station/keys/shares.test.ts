import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { digitsOfEnrolment, generateBox, generateSigner } from '#bundle-format';
import { homeAt } from '#station/home.ts';
import { readSecret } from '#station/keys/key-file.ts';
import { decodeRow, decodeRows, encodeRows } from '#station/keys/share-digits.ts';
import { digitsOfShare, isKeyOf, joinShares, shareFrom, splitKey, type Share } from '#station/keys/shares.ts';
import { enrolmentFile, newOffice } from '../office-kit.ts';
import { newStation, passphrase, tempFolder, type StationKit } from '../station-kit.ts';

let station: StationKit;
beforeAll(async () => {
  station = await newStation();
});

async function papersOf(key: 'root' | 'escrow', out = tempFolder()): Promise<readonly string[]> {
  const { rootKey, escrowKey } = homeAt(station.home);
  const file = key === 'root' ? rootKey : escrowKey;
  const answer = await station.done('shares', 'split', `--${key}`, file, '--out', out);
  return (answer as unknown as { files: readonly string[] }).files;
}

const pairs = [
  [0, 1],
  [0, 2],
  [1, 2],
  [2, 0],
] as const;

describe('a key on three papers', () => {
  test.each(pairs)('comes back from papers %i and %i, and signs as it did', async (i, j) => {
    const papers = await papersOf('root');
    const out = join(tempFolder(), 'root.key.age');
    await station.done('shares', 'join', papers[i] ?? '', papers[j] ?? '', '--out', out);
    const office = await newOffice(station, { code: `519901-${i}${j}` });
    expect(existsSync(out)).toBe(true);
    await enrolWith(office, out);
  });

  test('is as the escrow key the very identity file that age opens', async () => {
    const papers = await papersOf('escrow');
    const out = join(tempFolder(), 'escrow.key.age');
    await station.done('shares', 'join', papers[1] ?? '', papers[2] ?? '', '--out', out);
    const { escrowKey } = homeAt(station.home);
    expect(await readSecret(out, passphrase)).toBe(await readSecret(escrowKey, passphrase));
  });

  test('is tried without being written: the drill', async () => {
    const [first = '', second = ''] = await papersOf('escrow');
    const answer = await station.done('shares', 'join', first, second, '--check');
    expect(answer).toMatchObject({ key: 'escrow', station: '519901', used: [1, 2], file: null });
  });

  test('says the paper and the row that were mistyped', async () => {
    const [first = '', second = ''] = await papersOf('root');
    const text = readFileSync(second, 'utf8');
    const rows = text.split('\n').filter((line) => /^ +[0-9 ]+$/.test(line));
    const third = rows[2] ?? '';
    const typed = join(tempFolder(), 'typed.txt');
    writeFileSync(
      typed,
      text.replace(
        third,
        third.replace(/[0-9]/, (digit) => (digit === '9' ? '0' : '9')),
      ),
    );
    const ran = await station.run('shares', 'join', first, typed, '--check');
    expect(ran).toMatchObject({ exit: 3, answer: { code: 'share-mistyped', detail: 'typed.txt: 3' } });
    writeFileSync(typed, text.replace(third, ''));
    expect(await station.run('shares', 'join', first, typed, '--check')).toMatchObject({
      answer: { code: 'share-unreadable' },
    });
  });

  test('does not come back from one paper twice, from papers of two keys, or of another station', async () => {
    const [root = ''] = await papersOf('root');
    const [, escrow = ''] = await papersOf('escrow');
    const join2 = (a: string, b: string, at = station) => at.run('shares', 'join', a, b, '--check');
    expect(await join2(root, root)).toMatchObject({ answer: { code: 'shares-same' } });
    expect(await join2(root, escrow)).toMatchObject({ answer: { code: 'shares-differ' } });
    expect(await station.run('shares', 'join', root, '--check')).toMatchObject({
      answer: { code: 'shares-missing' },
    });
    const [a = '', b = ''] = await papersOf('root');
    expect(await join2(a, b, await newStation())).toMatchObject({ answer: { code: 'shares-differ' } });
  });

  test('does not come back from papers of two splits: they give another key, and that is noticed', async () => {
    const [first = ''] = await papersOf('root');
    const [, second = ''] = await papersOf('root');
    const ran = await station.run('shares', 'join', first, second, '--out', join(tempFolder(), 'k'));
    expect(ran).toMatchObject({ exit: 3, answer: { code: 'shares-differ' } });
  });

  test('is never written over another key, and its papers never over others', async () => {
    const out = tempFolder();
    const [first = '', second = ''] = await papersOf('root', out);
    const { rootKey } = homeAt(station.home);
    const kept = readFileSync(rootKey);
    expect(await station.run('shares', 'join', first, second, '--out', rootKey)).toMatchObject({
      answer: { code: 'station-exists' },
    });
    expect(readFileSync(rootKey).equals(kept)).toBe(true);
    expect(await station.run('shares', 'split', '--root', rootKey, '--out', out)).toMatchObject({
      answer: { code: 'station-exists' },
    });
    expect(await station.run('shares', 'split', '--out', out)).toMatchObject({ exit: 2 });
    expect(await station.run('shares', 'burn')).toMatchObject({ exit: 2 });
  });
});

describe('the digits of a share', () => {
  test('any two of three give the secret by the textbook, over the field of AES', async () => {
    const { seed, publicKey } = generateSigner();
    const all = await splitKey({ kind: 'root', station: '519901', secret: seed, publicText: publicKey });
    expect(all).toHaveLength(3);
    for (const [i, j] of pairs) {
      const [a, b] = [all[i], all[j]] as [Share, Share];
      expect(Buffer.from(await joinShares(a, b)).equals(seed)).toBe(true);
      expect(lagrange(a.points, b.points).equals(seed)).toBe(true);
      expect(isKeyOf(a, publicKey)).toBe(true);
    }
    expect(isKeyOf(all[0] as Share, (await generateBox()).recipient)).toBe(false);
  });

  test('go onto paper and back, however they are typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 40, maxLength: 40 }), (bytes) => {
        const rows = encodeRows(bytes);
        expect(decodeRows(`words 1\n${rows.join('\n')}\nwords\n`, 'x').equals(Buffer.from(bytes))).toBe(true);
        const wide = (rows[0] ?? '').replace(/[0-9]/g, (digit) =>
          String.fromCodePoint(0xff10 + Number(digit)),
        );
        expect(decodeRow(0, wide.replaceAll(' ', '-'))).toEqual(Buffer.from(bytes.subarray(0, 8)));
      }),
      { numRuns: 50 },
    );
  });

  test('notice every mistyped digit, every pair of groups changed about, and a row in the place of another', () => {
    const rows = encodeRows(Buffer.from(Array.from({ length: 40 }, (_, i) => (i * 37 + 11) % 256)));
    for (const [row, text] of rows.entries()) {
      const digits = text.replaceAll(' ', '');
      for (let at = 0; at < digits.length; at += 1)
        for (let other = 1; other < 10; other += 1) {
          const digit = (Number(digits[at]) + other) % 10;
          expect(decodeRow(row, `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`)).toBeNull();
        }
      const groups = text.split(' ');
      for (let i = 0; i < 4; i += 1) {
        const swapped = groups.with(i, groups[i + 1] ?? '').with(i + 1, groups[i] ?? '');
        expect(decodeRow(row, swapped.join(' '))).toBeNull();
      }
      expect(decodeRow((row + 1) % 5, text)).toBeNull();
    }
  });

  test('say of themselves which key, which station and which paper, and nothing else is taken for a share', () => {
    const share: Share = {
      kind: 'escrow',
      station: '019901',
      number: 3,
      id: '0a1b2c',
      points: new Uint8Array(33).fill(7),
    };
    const bytes = decodeRows(digitsOfShare(share).join('\n'), 'x');
    expect(shareFrom(bytes)).toEqual(share);
    for (const head of [0x00, 0x04, 0x23, 0xff]) {
      const wrong = Buffer.from(bytes);
      wrong.writeUInt8(head, 0);
      expect(() => shareFrom(wrong)).toThrow('share-unreadable');
    }
  });
});

async function enrolWith(office: Awaited<ReturnType<typeof newOffice>>, root: string): Promise<void> {
  const digits = digitsOfEnrolment(office.enrolment).join(' ');
  const argv = ['enrol', await enrolmentFile(office), '--digits', digits, '--out', tempFolder()];
  await station.done(...argv, '--root', root);
}

/** The line through two points at zero, written down here once more: a paper must not depend on one library. */
function lagrange(a: Uint8Array, b: Uint8Array): Buffer {
  const [xa, xb] = [a.at(-1) ?? 0, b.at(-1) ?? 0];
  const slope = divide(1, xa ^ xb);
  return Buffer.from(
    Array.from({ length: 32 }, (_, i) => {
      const [ya, yb] = [a[i] ?? 0, b[i] ?? 0];
      return multiply(ya, multiply(xb, slope)) ^ multiply(yb, multiply(xa, slope));
    }),
  );
}

/** In GF(2⁸) modulo x⁸ + x⁴ + x³ + x + 1. */
function multiply(a: number, b: number): number {
  let [product, left, right] = [0, a, b];
  for (; right > 0; right >>= 1) {
    if ((right & 1) === 1) product ^= left;
    left = left < 128 ? left << 1 : (left << 1) ^ 0x11b;
  }
  return product;
}

function divide(a: number, b: number): number {
  for (let inverse = 1; inverse < 256; inverse += 1)
    if (multiply(b, inverse) === 1) return multiply(a, inverse);
  throw new RangeError('no inverse');
}
