import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  encodeChange,
  encodeForgotten,
  leafOf,
  openBundle,
  sealBundle,
  verifyBundle,
  type BundleLine,
} from '#bundle-format';
import {
  bundleInput,
  chainAfter,
  changeOf,
  escrow,
  keyset,
  linesOf,
  must,
  stationReader,
} from './office-and-station.ts';
import { tempFolder } from './temp-folder.ts';

async function collect(lines: AsyncIterable<BundleLine>): Promise<BundleLine[]> {
  const all: BundleLine[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

test('what an office seals, the station reads line by line, twice if it likes', async () => {
  const folder = tempFolder();
  const lines = linesOf(1, 40);
  const sealed = must(await sealBundle(bundleInput(folder, { lines })));
  const opened = must(await openBundle(sealed.path, stationReader));
  expect(opened.manifest).toEqual(sealed.manifest);
  expect(opened.manifestSha256).toBe(sealed.manifestSha256);
  expect(opened.warnings).toEqual([]);
  expect((await collect(opened.lines())).map((line) => line.line)).toEqual(lines);
  const again = await collect(opened.lines());
  expect(again.map((line) => line.n)).toEqual(lines.map((_, i) => i + 1));
  expect(again[0]?.change).toEqual(changeOf(1));
  expect(again.at(-1)?.chain.toString('hex')).toBe(chainAfter(lines));
  expect(sealed.manifest.chain).toBe(chainAfter(lines));
});

test('the outbox holds one file named by its own hash and nothing half-written', async () => {
  const folder = tempFolder();
  const sealed = must(await sealBundle(bundleInput(folder)));
  expect(readdirSync(folder)).toEqual([`${sealed.sha256.slice(0, 32)}.jwb`]);
  expect(sealed.size % 512).toBe(0);
});

test('a week in which nothing happened is a bundle too', async () => {
  const input = bundleInput(tempFolder(), { lines: [], live: { visitors: 0 } });
  const opened = must(await openBundle(must(await sealBundle(input)).path, stationReader));
  expect(opened.manifest.range).toEqual({ from: 1, to: 0 });
  expect(opened.manifest.files).toEqual([]);
  expect(await collect(opened.lines())).toEqual([]);
});

test('the counts of a bundle are those of its lines, and ledgers at rest are named', async () => {
  const lines = [
    encodeChange(changeOf(1)),
    encodeChange(changeOf(2, { op: 'U', b: 1, v: 2, k: '07-000001' })),
    encodeChange(changeOf(3, { op: 'X', b: 2, v: 3, k: '07-000001' })),
    encodeChange(changeOf(4, { op: 'A', l: 'session', k: '-', b: 0, v: 0, d: { event: 'lock' } })),
    encodeChange(changeOf(5, { l: 'disputes' })),
  ];
  const input = bundleInput(tempFolder(), { lines, live: { visitors: 0, disputes: 1, cards: 3 } });
  const sealed = must(await sealBundle(input));
  expect(must(await verifyBundle(sealed.path, stationReader)).manifest.counts).toEqual({
    cards: { I: 0, U: 0, X: 0, live: 3 },
    disputes: { I: 1, U: 0, X: 0, live: 1 },
    visitors: { I: 1, U: 1, X: 1, live: 0 },
  });
});

test('a line forgotten before it was sealed leaves its leaf, and the chain still holds', async () => {
  const whole = linesOf(1, 3);
  const leaf = leafOf(whole[1] ?? '').toString('hex');
  const lines = [whole[0] ?? '', encodeForgotten({ n: 2, leaf }), whole[2] ?? ''];
  const sealed = must(await sealBundle(bundleInput(tempFolder(), { lines })));
  expect(sealed.manifest.chain).toBe(chainAfter(whole));
  expect(sealed.manifest.forgotten).toBe(1);
  const opened = must(await openBundle(sealed.path, stationReader));
  const [, second] = await collect(opened.lines());
  expect(second?.change).toBeNull();
  expect(second?.forgotten).toEqual({ n: 2, leaf });
});

test('the escrow key opens what the op key opens', async () => {
  const sealed = must(await sealBundle(bundleInput(tempFolder())));
  const reader = { ...stationReader, identities: [escrow.identity] };
  expect((await verifyBundle(sealed.path, reader)).ok).toBe(true);
});

test('a long range is cut into parts at line ends and read back whole', async () => {
  const wide = 'あ'.repeat(300_000);
  const lines = Array.from({ length: 40 }, (_, i) => encodeChange(changeOf(i + 1, { d: { note: wide } })));
  const sealed = must(await sealBundle(bundleInput(tempFolder(), { lines })));
  const { files } = sealed.manifest;
  expect(files.length).toBe(3);
  for (const part of files) expect(part.raw_size).toBeLessThanOrEqual(16 * 1024 * 1024);
  expect(files.reduce((rows, part) => rows + part.rows, 0)).toBe(40);
  const opened = must(await openBundle(sealed.path, stationReader));
  let seen = 0;
  for await (const line of opened.lines()) {
    expect(line.line).toBe(lines[seen]);
    seen += 1;
  }
  expect(seen).toBe(40);
});

test('a line the station would refuse cannot leave the office, and leaves no file', async () => {
  const folder = tempFolder();
  const [first = ''] = linesOf(1, 1);
  const broken = [
    ['a gap', [first, ...linesOf(3, 3)]],
    ['a space too many', [first.replace('"n":1,', '"n": 1,')]],
    ['no line end', [first.trimEnd()]],
  ] as const;
  for (const [name, lines] of broken) {
    await expect(sealBundle(bundleInput(folder, { lines })), name).rejects.toThrow(TypeError);
  }
  expect(readdirSync(folder)).toEqual([]);
});

test('the keyset says who reads: bundles carry its tag, its version and both readers', async () => {
  const sealed = must(await sealBundle(bundleInput(tempFolder())));
  expect(sealed.manifest.to.keyset).toBe(keyset.version);
  expect(sealed.manifest.to.recipients).toHaveLength(2);
});
