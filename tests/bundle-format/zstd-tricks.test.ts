import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyBundle } from '#bundle-format';
import { compressPart, decompressPart, findFrameFlaw } from '#bundle-format/zstd.ts';
import { hostileBundle } from './hostile-bundle.ts';
import { codeOf, stationReader } from './office-and-station.ts';
import { tempFolder } from './temp-folder.ts';
import { run } from './stock-tools.ts';
import { playTrick, type Trick } from './trick.ts';
import { besideTricks, contentTricks, frame, honestParts } from './zstd-tricks.ts';

async function checkCompressed(compress: (raw: Buffer) => Buffer): Promise<string> {
  return codeOf(await verifyBundle(await hostileBundle({ compress }), stationReader));
}

const rules: readonly (readonly [string, readonly Trick[]])[] = [
  ['one frame that is exactly the part is accepted, at any level', honestParts],
  ['anything beside the one frame is refused, whatever a decoder would make of it', besideTricks],
  ['another checksum, block, text or size is refused', contentTricks],
];

test.each(rules)('%s', async (_rule, tricks) => {
  for (const trick of tricks) expect(trick.codes, trick.what).toContain(await playTrick(trick));
});

test('a bomb costs no more memory than the manifest allows it', async () => {
  const bomb = frame(Buffer.alloc(256 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(64 * 1024);
  const before = process.memoryUsage().rss;
  expect(await checkCompressed(() => bomb)).toBe('E601');
  // The same without a declared size in its header, so that only the output limit can stop it.
  const desk = tempFolder();
  const piped = run('sh', ['-c', 'head -c 268435456 /dev/zero | zstd -q -3 --check -c'], { cwd: desk });
  expect(piped.status).toBe(0);
  expect(findFrameFlaw(piped.stdout, 1000)).toBeNull();
  expect(await checkCompressed(() => piped.stdout)).toBe('E602');
  expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024);
});

test('a frame that declares another content size is refused', async () => {
  await expect(decompressPart(frame(Buffer.from('abcd')), 5, 'x')).rejects.toMatchObject({ code: 'E601' });
  const piped = run('zstd', ['-q', '-c', '--check'], { input: Buffer.from('abcd') });
  await expect(decompressPart(piped.stdout, 3, 'x')).rejects.toMatchObject({ code: 'E602' });
  await expect(decompressPart(piped.stdout, 5, 'x')).rejects.toMatchObject({ code: 'E602' });
  expect((await decompressPart(piped.stdout, 4, 'x')).toString()).toBe('abcd');
});

test('any text goes through our frame and through the zstd command unchanged', async () => {
  const desk = tempFolder();
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 5000 }),
      fc.integer({ min: 1, max: 40 }),
      async (bytes, times) => {
        const raw = Buffer.concat(Array.from({ length: times }, () => bytes));
        const part = await compressPart(raw);
        expect(findFrameFlaw(part, raw.length)).toBeNull();
        expect((await decompressPart(part, raw.length, 'x')).equals(raw)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
  const raw = Buffer.from('常亮\n'.repeat(10_000));
  writeFileSync(join(desk, 'f.zst'), await compressPart(raw));
  const ran = run('zstd', ['-q', '-d', '-c', 'f.zst'], { cwd: desk });
  expect(ran.status, ran.stderr).toBe(0);
  expect(ran.stdout.equals(raw)).toBe(true);
});

test('what a frame header may not say is named before a decoder sees it', () => {
  const raw = Buffer.from('abcd'.repeat(100));
  const part = frame(raw);
  const flaw = (change: (copy: Buffer) => void): string | null => {
    const copy = Buffer.from(part);
    change(copy);
    return findFrameFlaw(copy, raw.length);
  };
  expect(flaw(() => undefined)).toBeNull();
  expect(flaw((copy) => copy.writeUInt8(copy.readUInt8(4) | 0x08, 4))).toBe('reserved header bits');
  expect(flaw((copy) => copy.writeUInt8(copy.readUInt8(4) | 0x10, 4))).toBe('reserved header bits');
  // Descriptor of one segment with two bytes of content size: the first block header is at 7.
  expect(part.readUInt8(4)).toBe(0x64);
  expect(flaw((copy) => copy.writeUInt8(copy.readUInt8(7) | 0x06, 7))).toBe('reserved block type');
  const wide = Buffer.concat([part.subarray(0, 4), Buffer.from([0x04, 15 << 3]), part.subarray(7)]);
  expect(findFrameFlaw(wide, raw.length)).toBe('window too large');
  wide.writeUInt8(14 << 3, 5);
  expect(findFrameFlaw(wide, raw.length)).toBeNull();
});
