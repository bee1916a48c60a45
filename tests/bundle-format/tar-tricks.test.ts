import { expect, test } from 'vitest';
import { verifyBundle } from '#bundle-format';
import { decodeHeader, encodeHeader } from '#bundle-format/tar.ts';
import { codeOf, sealedBytes, stationReader } from './office-and-station.ts';
import { run } from './stock-tools.ts';
import {
  headerTricks,
  innerHeaderTricks,
  nameTricks,
  orderTricks,
  outerHeaderTricks,
  outerOrderTricks,
  paddingTricks,
  partTricks,
  rewrite,
  sizeTricks,
} from './tar-tricks.ts';
import { tempFolder } from './temp-folder.ts';
import { playTrick, type Trick } from './trick.ts';

test('a header has one spelling: every other one is not read at all', () => {
  const header = encodeHeader('manifest.json', 16);
  expect(decodeHeader(header)).toEqual({ name: 'manifest.json', size: 16 });
  for (const [name, at, text] of headerTricks) {
    expect(decodeHeader(rewrite(header, at, text)), name).toBeNull();
  }
  expect(decodeHeader(Buffer.alloc(512))).toBeNull();
  expect(decodeHeader(Buffer.alloc(511))).toBeNull();
  expect(decodeHeader(rewrite(header, 148, '0'))).not.toBeNull();
});

const rules: readonly (readonly [string, readonly Trick[]])[] = [
  ['a trick in a header outside is a malformed file', outerHeaderTricks],
  [
    'a trick in a header inside is a wrong inner structure, though every signature is right',
    innerHeaderTricks,
  ],
  ['names that lead elsewhere are refused inside', nameTricks],
  ['a part twice, in another order, missing or added is refused', partTricks],
  ['manifest, signature and padding stand in this order and nowhere else', orderTricks],
  ['bytes between the members are zero, and padding has the one size the rule gives', paddingTricks],
  ['members outside in another order, twice or under other names are refused', outerOrderTricks],
  ['a size beyond the limits is refused before anything of that size is read', sizeTricks],
];

test.each(rules)('%s', async (_rule, tricks) => {
  expect(tricks.length).toBeGreaterThan(3);
  for (const trick of tricks) expect(trick.codes, trick.what).toContain(await playTrick(trick));
});

test('what tar packs from the very same files is refused: there is one container only', async () => {
  const desk = tempFolder();
  expect(run('tar', ['-xf', '-'], { cwd: desk, input: await sealedBytes() }).status).toBe(0);
  const members = ['SHA256SUMS', 'SHA256SUMS.sig', 'body.age'];
  const packed = run('tar', ['--format=ustar', '-cf', '-', ...members], { cwd: desk });
  expect(packed.status, packed.stderr).toBe(0);
  expect(codeOf(await verifyBundle(packed.stdout, stationReader))).toBe('E202');
});
